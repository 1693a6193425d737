package dev.seedplan.runtime.internal.trigger;

/**
 * Something that an INSERT brings about.
 *
 * @param kind what
 * @param object the table as {@code schema.name}, the column, or the setting; empty where there is none
 * @param evidence the statement that says so, on one line, cut where it is long
 */
public record Effect(Kind kind, String object, String evidence) {

    /** What an INSERT brings about. */
    public enum Kind {
        /** An error, whatever the row: the table is closed. */
        ALWAYS_RAISES,
        /** An error under some condition. */
        MAY_RAISE,
        /** A row in a table that this one refers to: the parent comes from the trigger. */
        INSERTS_PARENT,
        /** A row in a table that refers to this one. */
        INSERTS_CHILD,
        /** A row in another table, or this one. */
        INSERTS,
        /** A change or removal of other rows. */
        CHANGES,
        /** A column's value is replaced; {@code *} for a whole row. */
        SETS,
        /** A column's value is filled where it is NULL. */
        DEFAULTS,
        /** A look into a table, on which the rest may depend. */
        READS,
        /** The row, or the command, does not take place. */
        SWALLOWS,
        /** A setting that must be set, or there is an error. */
        NEEDS_SETTING,
        /** A setting that is looked at, and may be missing. */
        READS_SETTING,
        /** SQL put together at run time, which cannot be read here. */
        DYNAMIC,
        /** A message to other connections when the transaction ends. */
        NOTIFIES,
        /** Something outside the database or the transaction, which a rollback does not undo. */
        REACHES_OUTSIDE,
        /** Code in another language, which is not read here. */
        UNREADABLE
    }
}
