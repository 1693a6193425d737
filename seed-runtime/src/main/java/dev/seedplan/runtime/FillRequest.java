package dev.seedplan.runtime;

import dev.seedplan.runtime.guard.Action;
import dev.seedplan.runtime.guard.Guard;
import dev.seedplan.runtime.internal.fill.FillBooks;
import dev.seedplan.runtime.internal.fill.FillOptions;
import dev.seedplan.runtime.internal.fill.FillRun;
import dev.seedplan.runtime.internal.ledger.Ledger;
import dev.seedplan.runtime.internal.ledger.LedgerSchema;
import dev.seedplan.runtime.internal.ledger.SeedLock;
import dev.seedplan.runtime.internal.ledger.SqlLedger;
import dev.seedplan.runtime.internal.run.Versions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Fills a database that no plan describes: every table gets rows that meet its types, keys and constraints. Not for several
 * threads.
 *
 * <pre>{@code
 * FillSummary summary = Seedplan.fill()
 *     .to(dataSource)
 *     .defaultRows(50)
 *     .exclude("audit_*")
 *     .run();
 * }</pre>
 */
public final class FillRequest {

    private @Nullable DataSource target;
    private long defaultRows = FillOptions.DEFAULT_ROWS;
    private double scale = 1;
    private long seed = FillOptions.SEED;
    private Instant at = FillOptions.AT;
    private Nulls nulls = Nulls.SOME;
    private boolean createPartitions;
    private boolean strict;
    private boolean dryRun;
    private boolean rehearsal = true;
    private boolean serverDefaults;
    private Guard guard = Guard.USUAL;
    private String ledgerSchema = LedgerSchema.DEFAULT_NAME;
    private boolean ledger = true;
    private OnChange onChange = OnChange.REFUSE;
    private Duration lockTimeout = Duration.ZERO;
    private final Map<String, String> meanings = new LinkedHashMap<>();
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private final List<String> tables = new ArrayList<>();
    private final List<String> exclude = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** How often nullable columns are NULL. */
    public enum Nulls {
        /** At a rate that suits the column; the default. */
        SOME,
        /** Only where something else demands it. */
        NONE,
        /** Wherever nothing forbids it. */
        ALL
    }

    /** Hears how far a fill is. */
    public interface Progress {

        /**
         * A table is being loaded.
         *
         * @param table {@code schema.name}
         * @param done rows sent so far
         * @param rows rows to send
         */
        void at(String table, long done, long rows);
    }

    FillRequest() {}

    /** Sets the database. The run takes two connections of it and gives them back. */
    public FillRequest to(DataSource dataSource) {
        target = dataSource;
        return this;
    }

    /** Sets the number of rows of each table that {@link #rows} does not name; 0 or more, 20 by default. */
    public FillRequest defaultRows(long number) {
        defaultRows = notNegative(number);
        return this;
    }

    /**
     * Sets the number of rows of some tables.
     *
     * @param table {@code schema.table}, or {@code table} of the default schema; {@code *} and {@code ?} stand for others
     * @param number 0 or more
     */
    public FillRequest rows(String table, long number) {
        rows.put(table, notNegative(number));
        return this;
    }

    /** Multiplies all numbers of rows; positive, 1 by default. */
    public FillRequest scale(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("the scale is " + factor + ", not above 0");
        }
        scale = factor;
        return this;
    }

    /** Fills only tables that match this glob, or another one given; names tables that are otherwise left out, too. */
    public FillRequest tables(String glob) {
        tables.add(glob);
        return this;
    }

    /** Leaves out tables that match this glob. */
    public FillRequest exclude(String glob) {
        exclude.add(glob);
        return this;
    }

    /** Sets the seed; 1 by default. */
    public FillRequest seed(long number) {
        seed = number;
        return this;
    }

    /** Sets the instant that values call now; 2026-01-01T00:00:00Z by default. */
    public FillRequest at(Instant now) {
        at = now;
        return this;
    }

    /** Sets how often nullable columns are NULL. */
    public FillRequest nulls(Nulls how) {
        nulls = how;
        return this;
    }

    /** Makes a session setting before the first row, such as {@code app.current_tenant}, which triggers may ask for. */
    public FillRequest set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /**
     * Says what columns are about, where their names would say something else.
     *
     * @param columns a glob over {@code table.column} or {@code schema.table.column}; of several the first that fits holds
     * @param meaning a word of docs/fill-values.md, such as {@code email}; {@code none} leaves it to the type
     */
    public FillRequest meaning(String columns, String meaning) {
        meanings.put(columns, meaning);
        return this;
    }

    /**
     * Leaves defaults that may differ from row to row, such as {@code now()}, to the server, so that two fills need not give
     * the same rows. Those are computed still that a CHECK compares with other columns or that a unique key tells apart, random
     * uuids excepted; keys of sequences are the sequence's either way.
     */
    public FillRequest serverDefaults() {
        serverDefaults = true;
        return this;
    }

    /** Creates partitions where a partitioned table has none for the rows. */
    public FillRequest createPartitions() {
        createPartitions = true;
        return this;
    }

    /** Writes nothing if a table cannot be filled. */
    public FillRequest strict() {
        strict = true;
        return this;
    }

    /** Does everything, then undoes it. */
    public FillRequest dryRun() {
        dryRun = true;
        return this;
    }

    /** Loads without the rehearsal, in which the server judges the first rows of all tables. */
    public FillRequest noRehearsal() {
        rehearsal = false;
        return this;
    }

    /** Sets what decides whether the database may be written into; {@link Guard#USUAL} unless this is called. */
    public FillRequest guard(Guard other) {
        guard = other;
        return this;
    }

    /**
     * Sets whether the fill is recorded in the database, so that the same one again writes nothing and can be taken back; it
     * is unless this is called.
     */
    public FillRequest ledger(boolean on) {
        ledger = on;
        return this;
    }

    /** Sets what to do where rows of another fill of the same tables are there; nothing unless this is called. */
    public FillRequest onChange(OnChange choice) {
        onChange = choice;
        return this;
    }

    /** Sets how long to wait for another seeder on the same database; not at all unless this is called. */
    public FillRequest lockTimeout(Duration most) {
        lockTimeout = most;
        return this;
    }

    /** Sets the schema in which is recorded what was written; {@code seedplan} unless this is called. */
    public FillRequest ledgerSchema(String name) {
        ledgerSchema = name;
        return this;
    }

    /**
     * Fills the database, in one transaction.
     *
     * @return what was done
     * @throws SeedException if it cannot be done; nothing is left behind then, unless its exit code says otherwise
     * @throws IllegalStateException if no database was set
     */
    public FillSummary run() {
        return run((table, done, all) -> {});
    }

    /**
     * Fills the database and tells how far it is.
     *
     * @throws SeedException if it cannot be done
     * @throws IllegalStateException if no database was set
     */
    public FillSummary run(Progress progress) {
        if (target == null) {
            throw new IllegalStateException("no database: call to(dataSource) before run()");
        }
        try (Connection connection = target.getConnection()) {
            guard.check(connection, ledgerSchema, onChange == OnChange.REPLACE ? Action.REPLACE : Action.WRITE);
            connection.setAutoCommit(false);
            if (dryRun) {
                return FillRun.run(connection, options(true), progress::at, books(connection), () -> {});
            }
            DataSource source = target;
            try (SeedLock lock = SeedLock.take(source::getConnection, connection, lockTimeout, "fill")) {
                return FillRun.run(connection, options(false), progress::at, books(connection), lock::check);
            }
        } catch (SQLException e) {
            throw FillRun.translate(e);
        }
    }

    private FillBooks books(Connection connection) throws SQLException {
        LedgerSchema schema = new LedgerSchema(ledgerSchema);
        Ledger own = !ledger
                ? Ledger.off()
                : dryRun ? SqlLedger.toRead(connection, schema) : SqlLedger.open(connection, schema);
        return new FillBooks(connection, own, onChange, Versions.runtime(), ledgerSchema);
    }

    /**
     * Explains where the values of a table come from: which key, constraint, name, default or type decides each column.
     * Everything is done and undone for it.
     *
     * @param what {@code [schema.]table[.column]}
     * @param row the number of a row whose values are shown too, from 0; -1 for none
     * @return text, line by line
     * @throws SeedException if there is no such table or column, or the database cannot be read
     * @throws IllegalStateException if no database was set
     */
    public List<String> explain(String what, long row) {
        if (target == null) {
            throw new IllegalStateException("no database: call to(dataSource) before explain()");
        }
        try (Connection connection = target.getConnection()) {
            return FillRun.explain(connection, options(true), what, row);
        } catch (SQLException e) {
            throw FillRun.translate(e);
        }
    }

    /**
     * {@return the first rows of tables as a fill would write them} Everything is done and undone for it.
     *
     * @param table {@code [schema.]table}; empty for all tables
     * @param most how many of each table, 1 or more
     * @throws SeedException if there is no such table, or the database cannot be read
     * @throws IllegalStateException if no database was set
     */
    public List<TablePreview> previews(String table, int most) {
        if (target == null) {
            throw new IllegalStateException("no database: call to(dataSource) before previews()");
        }
        try (Connection connection = target.getConnection()) {
            return FillRun.preview(connection, options(true), table, most);
        } catch (SQLException e) {
            throw FillRun.translate(e);
        }
    }

    private FillOptions options(boolean undone) {
        return new FillOptions(
                defaultRows,
                rows,
                scale,
                tables,
                exclude,
                seed,
                at,
                dev.seedplan.runtime.internal.rules.Nulls.valueOf(nulls.name()),
                settings,
                meanings,
                createPartitions,
                strict,
                undone,
                rehearsal,
                serverDefaults);
    }

    private static long notNegative(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("the number of rows is " + number + ", below 0");
        }
        return number;
    }
}
