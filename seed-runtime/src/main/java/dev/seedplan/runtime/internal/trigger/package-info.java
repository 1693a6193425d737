/**
 * What happens behind an INSERT, by the text of trigger functions, rules and defaults ({@link
 * dev.seedplan.runtime.internal.trigger.TriggerReader}): which raise, write other tables, set columns, swallow rows, or need a
 * session setting. A reading is a guess with its evidence; the rehearsal has the last word.
 *
 * <p>Not here: what the fill does about it.
 */
@NullMarked
package dev.seedplan.runtime.internal.trigger;

import org.jspecify.annotations.NullMarked;
