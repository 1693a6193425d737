package dev.seedplan.runtime.guard;

/** What is going to be done to a database. */
public enum Action {
    /** Rows are added, or rows of a run are taken back that nobody has touched. */
    WRITE,
    /** Rows are taken away that somebody may count on: a run is replaced, a rollback cascades. */
    REPLACE,
    /** All rows, or everything, is taken away. */
    RESET
}
