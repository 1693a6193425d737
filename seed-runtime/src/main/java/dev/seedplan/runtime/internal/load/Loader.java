package dev.seedplan.runtime.internal.load;

import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.Worker;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/** How the rows of a step reach their table. */
public interface Loader {

    /**
     * What was loaded.
     *
     * @param rows the number of rows the server took
     * @param hash the sum of the rows' hashes, each over the bytes that were sent
     */
    record Loaded(long rows, long hash) {}

    /**
     * Loads rows of a step.
     *
     * @param from the first row, from 0
     * @param to the row after the last
     * @param progress is told the number of rows made so far, now and then
     * @throws SQLException if the server refuses
     */
    Loaded load(StepLayout step, long from, long to, Worker worker, LongConsumer progress) throws SQLException;
}
