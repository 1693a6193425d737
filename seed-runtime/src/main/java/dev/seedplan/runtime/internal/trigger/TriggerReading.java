package dev.seedplan.runtime.internal.trigger;

import dev.seedplan.schema.QName;
import java.util.List;
import java.util.Optional;

/**
 * A trigger, rule or default that acts on INSERT, and what it does as far as its text says.
 *
 * @param table the table inserted into
 * @param source what it is
 * @param name of the trigger, of the rule, or of the column whose default it is
 * @param condition when it acts, as SQL; empty for always
 * @param effects in the order of the text, each only once
 */
public record TriggerReading(
        QName table, Source source, String name, Optional<String> condition, List<Effect> effects) {

    /** Where the text stands. */
    public enum Source {
        /** A trigger before the row, which may change or swallow it. */
        BEFORE_ROW,
        /** A trigger after the row, constraint triggers among them. */
        AFTER_ROW,
        /** A trigger once for the statement. */
        STATEMENT,
        /** A rule ON INSERT. */
        RULE,
        /** A column's default, or that of its domain. */
        DEFAULT
    }

    /** {@return whether it has an effect of a kind} */
    public boolean does(Effect.Kind kind) {
        return effects.stream().anyMatch(effect -> effect.kind() == kind);
    }
}
