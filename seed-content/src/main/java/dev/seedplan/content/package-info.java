/**
 * Content files as assets: finding them on the class path, in a directory or in an archive, reading markdown, CSV, JSON,
 * YAML, text and pictures, and binding their fields to records.
 *
 * <p>A file goes through four steps, each in classes of its own: a {@link dev.seedplan.content.Glob} is matched against
 * {@link dev.seedplan.content.Place}s, an {@link dev.seedplan.content.AssetReader} turns bytes into
 * {@link dev.seedplan.content.Value}s, a {@link dev.seedplan.content.RecordShape} turns those into records, and what is
 * wrong is gathered in {@link dev.seedplan.content.Problems}. Choosing, mapping and distributing assets is not done
 * here, and no database is known here.
 */
@NullMarked
package dev.seedplan.content;

import org.jspecify.annotations.NullMarked;
