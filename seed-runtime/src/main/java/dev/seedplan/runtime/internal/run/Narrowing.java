package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** Loads a part around the rows that the server refuses: up to the row it names, that one left out, and on after it. */
final class Narrowing {

    private final Connection connection;
    private final Rejects rejects;

    /** Loads some rows, and records them. */
    interface Loading {

        /** Loads and records; throws where the server refuses one. */
        void load(Part piece) throws SQLException;
    }

    Narrowing(Connection connection, Rejects rejects) {
        this.connection = connection;
        this.rejects = rejects;
    }

    void load(Part part, Loading loading) throws SQLException {
        if (part.count() == 0) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        SeedException refusal = attempt(part, loading);
        if (refusal == null) {
            connection.releaseSavepoint(before);
            return;
        }
        connection.rollback(before);
        connection.releaseSavepoint(before);
        if (part.count() == 1) {
            rejects.add(part.step(), part.from(), refusal);
            return;
        }
        long named = Refusals.named(refusal, part);
        if (named < 0) {
            // Foreign keys are checked when the statement ends, so that the server names no row.
            long middle = part.from() + part.count() / 2;
            load(new Part(part.step(), part.from(), middle), loading);
            load(new Part(part.step(), middle, part.to()), loading);
        } else {
            load(new Part(part.step(), part.from(), named), loading);
            rejects.add(part.step(), named, refusal);
            load(new Part(part.step(), named + 1, part.to()), loading);
        }
    }

    private static @Nullable SeedException attempt(Part part, Loading loading) throws SQLException {
        try {
            loading.load(part);
            return null;
        } catch (SeedException e) {
            if (!e.code().equals(RunError.REFUSED_ROW.code())) {
                throw e;
            }
            return e;
        }
    }
}
