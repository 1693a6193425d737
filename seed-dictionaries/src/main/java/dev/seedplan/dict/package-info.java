/**
 * Makes the dictionaries while Seedplan is built. Nothing here is in the jar: it holds word lists only.
 */
@NullMarked
package dev.seedplan.dict;

import org.jspecify.annotations.NullMarked;
