package dev.seedplan.runtime.internal.run;

/** Is told how far a run is. */
public interface Progress {

    /** Takes the state of the step at hand; called now and then, and at the beginning and end of a step. */
    void at(State state);

    /** Takes a sentence that is worth reading before the rows are loaded. */
    default void note(String sentence) {}

    /**
     * How far a step is.
     *
     * @param table the table being filled, {@code schema.name}
     * @param done rows made so far
     * @param rows rows to make
     */
    record State(String table, long done, long rows) {}
}
