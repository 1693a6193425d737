package dev.seedplan.runtime;

import dev.seedplan.runtime.guard.Action;
import dev.seedplan.runtime.guard.Guard;
import dev.seedplan.runtime.internal.ledger.LedgerSchema;
import dev.seedplan.runtime.internal.ledger.LedgerWork;
import dev.seedplan.runtime.internal.ledger.RollbackOptions;
import dev.seedplan.runtime.internal.ledger.SeedLock;
import dev.seedplan.runtime.internal.run.ServerErrors;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The record of what was written into a database, without the plans that wrote it.
 *
 * <pre>{@code
 * LedgerStatus status = Seedplan.ledger(dataSource).status();
 * RollbackSummary back = Seedplan.ledger(dataSource).rollback(status.runs().get(0).id()).run();
 * }</pre>
 */
public final class SeedLedger {

    private final SeedLock.Connector source;
    private final LedgerSchema schema;

    SeedLedger(SeedLock.Connector source, String schema) {
        this.source = source;
        this.schema = new LedgerSchema(schema);
    }

    /** {@return the ledger in another schema than {@code seedplan}} */
    public SeedLedger in(String otherSchema) {
        return new SeedLedger(source, otherSchema);
    }

    /** {@return the statements that make the ledger's schema, for a role that may create schemas} */
    public static String ddl(String schema) {
        return new LedgerSchema(schema).ddl();
    }

    /**
     * {@return the runs, what has become of their rows, and who is at work; counts the rows, which takes time on large tables}
     *
     * @throws SeedException if the database cannot be asked
     */
    public LedgerStatus status() {
        return new LedgerWork(source, schema).status();
    }

    /** {@return the rollback of a run, still to be run} */
    public Rollback rollback(long run) {
        return new Rollback(OptionalLong.of(run));
    }

    /** {@return the rollback of the last run that has rows, still to be run} */
    public Rollback rollbackLast() {
        return new Rollback(OptionalLong.empty());
    }

    /**
     * {@return the connections of a seeder at work, the one that holds the lock first}
     *
     * @throws SeedException if the database cannot be asked
     */
    public List<LockHolder> lockHolders() {
        return new LedgerWork(source, schema).holders();
    }

    /**
     * Ends the connections of a seeder at work, which undoes what it has not committed.
     *
     * @return those that were ended; empty if there was none
     * @throws SeedException if that is not allowed
     */
    public List<LockHolder> unlock() {
        return new LedgerWork(source, schema).unlock();
    }

    /**
     * Adds again the foreign keys that a run over several connections has dropped, and that was stopped before it could; every
     * other command that writes does so first.
     *
     * @return how many
     * @throws SeedException if a row breaks one, or a seeder is at work
     */
    public int repair() {
        return new LedgerWork(source, schema).repair();
    }

    /** Takes the rows of a run back: exactly these, in one transaction. Rows somebody changed or needs stay and are listed. */
    public final class Rollback {

        private final OptionalLong id;
        private final Set<String> tables = new LinkedHashSet<>();
        private boolean cascade;
        private boolean dryRun;
        private @Nullable Path audit;
        private Duration lockTimeout = Duration.ZERO;

        private Guard guard = Guard.USUAL;

        private Rollback(OptionalLong id) {
            this.id = id;
        }

        /**
         * Takes only rows of one table, or of several by several calls; the next run of the plan writes them again.
         *
         * @param name with the schema in front where that is not {@code public}
         */
        public Rollback table(String name) {
            tables.add(name);
            return this;
        }

        /** Deletes also rows of the run that somebody has changed, and rows of others that refer to it. */
        public Rollback cascade() {
            cascade = true;
            return this;
        }

        /** Finds out what would be done, and does nothing. */
        public Rollback dryRun() {
            dryRun = true;
            return this;
        }

        /** Lists the deleted rows' keys in a new file. */
        public Rollback audit(Path file) {
            audit = file;
            return this;
        }

        /** Sets how long to wait for a seeder at work; not at all unless this is called. */
        public Rollback lockTimeout(Duration most) {
            lockTimeout = most;
            return this;
        }

        /** Sets what decides whether rows may be deleted there; {@link Guard#USUAL} unless this is called. */
        public Rollback guard(Guard other) {
            guard = other;
            return this;
        }

        /**
         * Does it.
         *
         * @return what was taken back
         * @throws SeedException if it cannot be done; nothing is changed then
         */
        public RollbackSummary run() {
            if (!dryRun) {
                check();
            }
            return new LedgerWork(source, schema)
                    .rollback(id, new RollbackOptions(tables, cascade, dryRun, audit, lockTimeout));
        }

        private void check() {
            try (Connection connection = source.connect()) {
                guard.check(connection, schema.toString(), cascade ? Action.REPLACE : Action.WRITE);
            } catch (SQLException e) {
                throw ServerErrors.translate(e);
            }
        }
    }
}
