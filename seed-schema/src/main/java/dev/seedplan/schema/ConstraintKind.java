package dev.seedplan.schema;

/** The kinds of {@link Constraint}, as the file names them. */
enum ConstraintKind {
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    EXCLUSION;

    static ConstraintKind of(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey) {
            return PRIMARY_KEY;
        } else if (constraint instanceof Constraint.Unique) {
            return UNIQUE;
        } else if (constraint instanceof Constraint.ForeignKey) {
            return FOREIGN_KEY;
        }
        return constraint instanceof Constraint.Check ? CHECK : EXCLUSION;
    }
}
