package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.LedgerStatus;
import dev.seedplan.runtime.LockHolder;
import dev.seedplan.runtime.RollbackSummary;
import dev.seedplan.runtime.RunStatus;
import dev.seedplan.schema.JsonString;
import dev.seedplan.schema.QName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be done with a ledger without the plans: look, take back, end a seeder. */
public final class LedgerWork {

    private final SeedLock.Connector connector;
    private final LedgerSchema schema;

    /** Works on the database that a connector leads to. */
    public LedgerWork(SeedLock.Connector connector, LedgerSchema schema) {
        this.connector = connector;
        this.schema = schema;
    }

    /** {@return what the ledger says, compared with what is there} */
    public LedgerStatus status() {
        try (Connection connection = connector.connect()) {
            connection.setAutoCommit(false);
            boolean exists = schema.exists(connection);
            List<RunStatus> runs = new ArrayList<>();
            if (exists) {
                for (RecordedRun run : new RunReader(connection, schema).all()) {
                    runs.add(status(connection, run));
                }
            }
            List<LockHolder> holders = LockKeys.holders(connection);
            connection.rollback();
            return new LedgerStatus(exists, runs, holders);
        } catch (SQLException e) {
            throw LedgerError.failed(e);
        }
    }

    private static RunStatus status(Connection connection, RecordedRun run) throws SQLException {
        List<RunStatus.TableStatus> tables = new ArrayList<>();
        boolean live = run.state() != RecordedRun.State.ROLLED_BACK && run.state() != RecordedRun.State.GIVEN_UP;
        if (live) {
            for (RunRows.Fate fate : new RunRows(connection, run).fates()) {
                tables.add(new RunStatus.TableStatus(
                        fate.table().toString(), fate.written(), fate.there(), fate.changed(), fate.gone()));
            }
        }
        return new RunStatus(
                run.id(),
                run.run().name(),
                run.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                run.planned(),
                run.who(),
                run.run().seed(),
                run.run().size(),
                tables,
                next(run, tables));
    }

    private static String next(RecordedRun run, List<RunStatus.TableStatus> tables) {
        boolean none = tables.stream().allMatch(t -> t.written() == t.gone());
        return switch (run.state()) {
            case DONE ->
                run.isRestored()
                        ? "nothing: the plan has been run, in the database of which this is a copy"
                        : run.hasRows() && none
                                ? "write all rows: none is left"
                                : "nothing, unless the plan, its numbers or its content have changed";
            case PLANNED ->
                run.hasRows()
                        ? "go on after " + run.rows() + " rows, unless the plan has changed"
                        : "begin with the keys it took, unless the plan has changed";
            default -> "begin anew";
        };
    }

    /** {@return the connections of a seeder at work} */
    public List<LockHolder> holders() {
        try (Connection connection = connector.connect()) {
            return LockKeys.holders(connection);
        } catch (SQLException e) {
            throw LedgerError.failed(e);
        }
    }

    /**
     * Ends the connections of a seeder at work.
     *
     * @return those that were ended
     */
    public List<LockHolder> unlock() {
        try (Connection connection = connector.connect()) {
            List<LockHolder> holders = LockKeys.holders(connection);
            for (LockHolder holder : holders) {
                try (PreparedStatement end = connection.prepareStatement("select pg_terminate_backend(?)")) {
                    end.setInt(1, Math.toIntExact(holder.pid()));
                    end.execute();
                }
            }
            return holders;
        } catch (SQLException e) {
            throw LedgerError.failed(e);
        }
    }

    /** {@return how many foreign keys that a stopped run had dropped were added again} */
    public int repair() {
        try (Connection connection = connector.connect()) {
            connection.setAutoCommit(false);
            WaitingKeys waiting = new WaitingKeys(connection, schema);
            if (!waiting.isAny()) {
                return 0;
            }
            try (SeedLock lock = SeedLock.take(connector, connection, Duration.ZERO, "repair")) {
                int keys = waiting.restore();
                lock.check();
                connection.commit();
                return keys;
            }
        } catch (SQLException e) {
            throw LedgerError.failed(e);
        }
    }

    /**
     * Takes a run back.
     *
     * @param id the run's number; empty for the last that has rows
     */
    public RollbackSummary rollback(OptionalLong id, RollbackOptions options) {
        try (Connection connection = connector.connect()) {
            connection.setAutoCommit(false);
            if (!schema.exists(connection)) {
                throw LedgerError.NO_LEDGER.because("there is no schema " + schema + " with a ledger in this database");
            }
            if (options.dryRun()) {
                RollbackSummary summary = takeBack(connection, find(connection, id), options, () -> {});
                connection.rollback();
                return summary;
            }
            try (SeedLock lock = SeedLock.take(connector, connection, options.lockTimeout(), "rollback")) {
                return takeBack(connection, find(connection, id), options, lock::check);
            }
        } catch (SQLException e) {
            throw LedgerError.failed(e);
        }
    }

    private RecordedRun find(Connection connection, OptionalLong id) throws SQLException {
        List<RecordedRun> live = new RunReader(connection, schema)
                .all().stream()
                        .filter(r -> r.state() == RecordedRun.State.DONE || r.state() == RecordedRun.State.PLANNED)
                        .filter(r -> id.isPresent() ? r.id() == id.getAsLong() : r.hasRows())
                        .toList();
        if (live.isEmpty()) {
            throw LedgerError.NO_RUN.because(
                    id.isPresent()
                            ? "the ledger has no run " + id.getAsLong() + " whose rows are there"
                            : "the ledger has no run whose rows are there");
        }
        return live.get(live.size() - 1);
    }

    private interface Check {

        void run() throws SQLException;
    }

    private RollbackSummary takeBack(Connection connection, RecordedRun run, RollbackOptions options, Check check)
            throws SQLException {
        Set<QName> only = tables(run, options);
        TakeBack back = new TakeBack(connection, run, only, options.cascade());
        back.prepare();
        Map<QName, Long> rows = back.rows();
        List<String> notes = new ArrayList<>();
        if (!options.dryRun()) {
            try (AuditFile audit = AuditFile.of(options.audit())) {
                audit.line("{\"rollback\":" + run.id() + ",\"plan\":"
                        + JsonString.quote(run.run().name()) + "}");
                rows = back.delete(audit);
                record(connection, run, only);
                // The rows that broke a key may be among those that are gone now.
                notes.addAll(mend(connection));
                check.run();
                connection.commit();
                audit.line("{\"committed\":"
                        + rows.values().stream().mapToLong(Long::longValue).sum() + "}");
            }
        }
        TreeMap<String, Long> named = new TreeMap<>();
        rows.forEach((table, count) -> named.put(table.toString(), count));
        return new RollbackSummary(
                run.id(),
                run.run().name(),
                options.dryRun(),
                named,
                back.kept(),
                Stream.concat(back.notes().stream(), notes.stream()).toList(),
                options.dryRun() || options.audit() == null
                        ? ""
                        : options.audit().toString());
    }

    private List<String> mend(Connection connection) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            int keys = new WaitingKeys(connection, schema).restore();
            connection.releaseSavepoint(savepoint);
            return keys == 0 ? List.of() : List.of(WaitingKeys.note(keys));
        } catch (SQLException e) {
            connection.rollback(savepoint);
            return List.of("Foreign keys that a stopped run has dropped are still missing: " + e.getMessage());
        }
    }

    private static Set<QName> tables(RecordedRun run, RollbackOptions options) {
        Set<QName> known = run.steps().stream()
                .filter(s -> s.count() > 0)
                .map(WrittenStep::table)
                .collect(Collectors.toSet());
        return options.tables().stream()
                .map(name -> known.stream()
                        .filter(t -> t.toString().equals(name) || t.toString().equals("public." + name))
                        .findFirst()
                        .orElseThrow(() -> LedgerError.NO_RUN.because("run " + run.id() + " wrote no rows of " + name
                                + ", but of "
                                + known.stream().map(QName::toString).sorted().toList())))
                .collect(Collectors.toSet());
    }

    /** A run of which a part was taken back is unfinished: the next one writes that part again. */
    private void record(Connection connection, RecordedRun run, Set<QName> only) throws SQLException {
        for (QName table : only) {
            try (PreparedStatement forget = connection.prepareStatement(
                    "delete from " + schema.table("step") + " where run = ? and schema_name = ? and table_name = ?")) {
                forget.setLong(1, run.id());
                forget.setString(2, table.schema());
                forget.setString(3, table.name());
                forget.executeUpdate();
            }
        }
        try (PreparedStatement update = connection.prepareStatement("update " + schema.table("run")
                + " set state = case when exists (select 1 from " + schema.table("step")
                + " where run = ? and row_count > 0) and ? then 'planned' else 'rolled back' end,"
                + " ended_at = clock_timestamp() where id = ?")) {
            update.setLong(1, run.id());
            update.setBoolean(2, !only.isEmpty());
            update.setLong(3, run.id());
            update.executeUpdate();
        }
    }
}
