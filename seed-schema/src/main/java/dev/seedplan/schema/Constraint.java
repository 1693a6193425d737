package dev.seedplan.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constraint of a table, named as in the database. */
public sealed interface Constraint {

    /** {@return its name, unique within its table} */
    String name();

    /** {@return its definition as {@code pg_get_constraintdef} prints it} */
    String definition();

    /** {@return whether and how it can be deferred} */
    Deferral deferral();

    /** {@return its comment; null where there is none} */
    @Nullable
    String comment();

    /** Whether a constraint can wait for the end of the transaction. */
    enum Deferral {
        /** Checked at once, always. */
        NOT_DEFERRABLE,
        /** {@code DEFERRABLE INITIALLY IMMEDIATE}. */
        DEFERRABLE,
        /** {@code DEFERRABLE INITIALLY DEFERRED}. */
        DEFERRED
    }

    /** What happens to a referencing row when the referenced one goes. */
    enum Action {
        /** The change is refused, when the constraint is checked. */
        NO_ACTION,
        /** The change is refused at once. */
        RESTRICT,
        /** The referencing row goes or changes too. */
        CASCADE,
        /** The referencing columns become NULL. */
        SET_NULL,
        /** The referencing columns get their defaults. */
        SET_DEFAULT
    }

    /** How a composite foreign key treats NULLs. */
    enum Match {
        /** One NULL exempts the row. */
        SIMPLE,
        /** All columns are NULL or none is. */
        FULL,
        /** Standard SQL's third way, which PostgreSQL does not have yet. */
        PARTIAL
    }

    /** A primary key over {@code columns}, in key order. */
    record PrimaryKey(
            String name,
            List<String> columns,
            Deferral deferral,
            String definition,
            @Nullable String comment) implements Constraint {}

    /** A unique constraint; {@code nullsNotDistinct} since PostgreSQL 15. */
    record Unique(
            String name,
            List<String> columns,
            boolean nullsNotDistinct,
            Deferral deferral,
            String definition,
            @Nullable String comment)
            implements Constraint {}

    /** A foreign key: {@code columns} point at {@code referencedColumns} of {@code references}, pairwise. */
    record ForeignKey(
            String name,
            List<String> columns,
            QName references,
            List<String> referencedColumns,
            Match match,
            Action onUpdate,
            Action onDelete,
            boolean validated,
            Deferral deferral,
            String definition,
            @Nullable String comment)
            implements Constraint {}

    /** A check; {@code columns} are those its expression mentions, {@code expression} stands without the word CHECK. */
    record Check(
            String name,
            List<String> columns,
            String expression,
            boolean validated,
            boolean noInherit,
            Deferral deferral,
            String definition,
            @Nullable String comment)
            implements Constraint {}

    /** An exclusion constraint, kept as its definition. */
    record Exclusion(
            String name,
            List<String> columns,
            Deferral deferral,
            String definition,
            @Nullable String comment) implements Constraint {}
}
