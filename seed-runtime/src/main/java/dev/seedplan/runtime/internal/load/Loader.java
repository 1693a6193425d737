package dev.seedplan.runtime.internal.load;

import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.Worker;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/** How the rows of a step reach their table. */
public interface Loader {

    /**
     * Loads the rows of a step.
     *
     * @param progress is told the number of rows made so far, now and then
     * @return the number of rows the server took
     * @throws SQLException if the server refuses
     */
    long load(StepLayout step, Worker worker, LongConsumer progress) throws SQLException;
}
