package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.guard.Action;
import dev.seedplan.runtime.guard.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the guard said of a run, asked once however often the run is tried. */
final class Agreement {

    private RunOptions options;
    private @Nullable Verdict verdict;

    Agreement(RunOptions asked) {
        options = asked;
    }

    /** {@return what the database is taken for; refuses what may not be done there} */
    Verdict of(Connection connection) throws SQLException {
        if (verdict == null) {
            Keeping keeping = options.keeping();
            boolean replaces = keeping.onChange() == OnChange.REPLACE;
            verdict = options.caution()
                    .guard()
                    .check(connection, keeping.schema(), replaces ? Action.REPLACE : Action.WRITE);
            options = options.in(verdict.environment());
        }
        return verdict;
    }

    /** {@return the options, with what is usual in the environment} */
    RunOptions options() {
        return options;
    }
}
