package dev.seedplan.runtime.internal.load.deferral;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.program.TableSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.AutoSave;

/**
 * Foreign keys, indexes, and unique keys of empty tables that wait until the rows are there: dropped after all locks are
 * taken, and added again exactly as they were, in the load's transaction. Checking a foreign key once instead of row by row is
 * worth ten times.
 */
public final class Deferral {

    /** How long to wait for each lock, in milliseconds, where the session's own {@code lock_timeout} is off or longer. */
    private static final long LOCK_MILLIS = 5_000;

    /** lock_not_available, deadlock_detected, insufficient_privilege: the load can be done without the locks. */
    private static final Set<String> NOT_LOCKED = Set.of("55P03", "40P01", "42501");

    private final Connection connection;
    private final CatalogFacts catalog;
    private final Map<String, Quantity> load = new TreeMap<>();
    private final List<String> names;
    private final List<String> notes = new ArrayList<>();
    private final Set<String> frozen = new HashSet<>();
    private List<TableFacts> dropped = List.of();
    private final Map<String, List<KeyFacts>> droppedKeys = new HashMap<>();
    private final Map<String, List<IndexFacts>> droppedIndexes = new HashMap<>();

    private final Scope scope;
    private final boolean exclusive;

    private Deferral(Connection connection, List<Quantity> tables, Scope scope, boolean exclusive) {
        this.connection = connection;
        this.scope = scope;
        this.exclusive = exclusive;
        catalog = new CatalogFacts(connection);
        tables.forEach(t -> load.put(Sql.quote(t.table()), t));
        names = List.copyOf(load.keySet());
    }

    /** Could not be locked in time although that was asked for. */
    public static final class NotLocked extends SQLException {

        private static final long serialVersionUID = 1;

        private NotLocked(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause);
        }
    }

    /** {@return sentences on what would wait and what would not, and why; nothing is locked or changed} */
    public static List<String> preview(Connection connection, LoadMode mode, List<Quantity> tables)
            throws SQLException {
        Deferral deferral = new Deferral(connection, tables, Scope.ALL, false);
        return mode == LoadMode.INPLACE
                ? List.of()
                : deferral.decide(mode, Set.of()).notes(true);
    }

    /**
     * Decides, locks, and drops what waits; the transaction must be open.
     *
     * @param tables all tables of the load with their numbers of rows
     * @param mayWait empty, or a reason why the plan itself needs its constraints throughout
     * @throws NotLocked if a table could not be locked and the mode is {@link LoadMode#DEFERRED}
     */
    public static Deferral begin(Connection connection, LoadMode mode, List<Quantity> tables, List<String> mayWait)
            throws SQLException {
        Deferral deferral = new Deferral(connection, tables, Scope.ALL, false);
        if (mode != LoadMode.INPLACE && mayWait.isEmpty()) {
            deferral.begin(mode);
        } else if (mode == LoadMode.DEFERRED) {
            deferral.notes.add("Load in place: all tables: " + mayWait.get(0) + ".");
        }
        return deferral;
    }

    /**
     * Decides which foreign keys wait until a later transaction, locks, and drops them. Only of tables that hold no rows,
     * since others could break them for rows that are there.
     *
     * @param exclusive whether nobody else uses the tables, so that they may hold rows
     * @throws NotLocked as {@link #begin}
     */
    public static Deferral beginKeys(Connection connection, LoadMode mode, List<Quantity> tables, boolean exclusive)
            throws SQLException {
        Deferral deferral = new Deferral(connection, tables, Scope.KEYS, exclusive);
        if (mode != LoadMode.INPLACE) {
            deferral.begin(mode);
        }
        return deferral;
    }

    /**
     * Decides on what waits of one table within its own transaction, while others are loaded; no foreign key does.
     *
     * @throws NotLocked as {@link #begin}
     */
    public static Deferral beginTable(Connection connection, LoadMode mode, Quantity table) throws SQLException {
        Deferral deferral = new Deferral(connection, List.of(table), Scope.INDEXES, false);
        if (mode != LoadMode.INPLACE) {
            deferral.begin(mode);
        }
        return deferral;
    }

    /** {@return the statements that add the foreign keys again, which need nothing else} */
    public List<String> restoring() {
        List<String> statements = new ArrayList<>();
        for (TableFacts table : dropped) {
            for (KeyFacts key : keys(table)) {
                statements.add(key.add(table.sql()));
                String comment = key.addComment(table.sql());
                if (comment != null) {
                    statements.add(comment);
                }
            }
        }
        return statements;
    }

    /** {@return whether a foreign key of a table waits} */
    public boolean waits(TableSpec table, String key) {
        return droppedKeys.getOrDefault(Sql.quote(table), List.of()).stream()
                .anyMatch(k -> k.name().equals(key));
    }

    private void begin(LoadMode mode) throws SQLException {
        Decisions decisions = decide(mode, Set.of());
        if (!decisions.isEmpty()) {
            if (!lock(mode, decisions)) {
                return;
            }
            // Under the locks nothing changes any more, so this is what will be restored.
            Decisions locked = decide(mode, filled(decisions));
            if (!held(decisions).containsAll(held(locked))) {
                notes.add("Load in place: all tables: the schema changed while the locks were taken.");
                return;
            }
            decisions = locked;
        }
        notes.addAll(decisions.notes(false));
        drop(decisions);
        empty(decisions);
    }

    private Decisions decide(LoadMode mode, Set<String> filled) throws SQLException {
        List<TableFacts> facts = read(names);
        Decisions decisions = Decisions.of(mode, catalog.generalHindrance(), facts, load, filled);
        if (scope == Scope.KEYS) {
            Set<String> occupied = new HashSet<>();
            for (TableFacts table : decisions.deferred()) {
                if (!exclusive && holdsRows(table.sql())) {
                    occupied.add(table.sql());
                }
            }
            decisions.keysOnly(occupied);
        }
        return decisions;
    }

    private List<TableFacts> read(List<String> tables) throws SQLException {
        return catalog.read(tables).stream().map(scope::of).toList();
    }

    private boolean holdsRows(String table) throws SQLException {
        return "t".equals(catalog.ask("select exists (select from only " + table + ")"));
    }

    /** The tables to lock, in the order of their names, so that two loads never wait for each other. */
    private static Set<String> held(Decisions decisions) {
        Set<String> tables = new TreeSet<>();
        for (TableFacts table : decisions.deferred()) {
            tables.add(table.sql());
            table.keys().forEach(key -> tables.add(key.parent()));
        }
        tables.addAll(decisions.emptiedNames());
        return tables;
    }

    private boolean lock(LoadMode mode, Decisions decisions) throws SQLException {
        String before = catalog.ask("select current_setting('lock_timeout')");
        String millis = catalog.ask("select setting from pg_settings where name = 'lock_timeout'");
        long own = millis == null ? 0 : Long.parseLong(millis);
        Savepoint savepoint = connection.setSavepoint();
        try {
            catalog.set("lock_timeout", String.valueOf(own == 0 ? LOCK_MILLIS : Math.min(own, LOCK_MILLIS)));
            execute("LOCK TABLE ONLY " + String.join(", ONLY ", held(decisions)) + " IN ACCESS EXCLUSIVE MODE");
            catalog.set("lock_timeout", before);
            connection.releaseSavepoint(savepoint);
            return true;
        } catch (SQLException e) {
            if (!NOT_LOCKED.contains(String.valueOf(e.getSQLState()))) {
                throw e;
            }
            connection.rollback(savepoint);
            if (mode == LoadMode.DEFERRED) {
                throw new NotLocked(e);
            }
            notes.add("Load in place: all tables: they could not be locked: " + e.getMessage());
            return false;
        }
    }

    private void drop(Decisions decisions) throws SQLException {
        dropped = decisions.dropped();
        if (dropped.isEmpty()) {
            return;
        }
        // Checks that scripts have left for later would be in the way of the changes.
        execute("SET CONSTRAINTS ALL IMMEDIATE");
        for (TableFacts table : decisions.deferred()) {
            droppedKeys.put(table.sql(), table.keys());
            if (!table.keys().isEmpty()) {
                execute("ALTER TABLE ONLY " + table.sql() + " "
                        + String.join(
                                ", ", table.keys().stream().map(KeyFacts::drop).toList()));
            }
        }
        // Unique keys go when no foreign key relies on them any more.
        for (TableFacts table : dropped) {
            List<IndexFacts> indexes = new ArrayList<>();
            if (decisions.unkeys(table)) {
                indexes.addAll(table.uniques());
            }
            if (droppedKeys.containsKey(table.sql())) {
                indexes.addAll(table.indexes());
            }
            droppedIndexes.put(table.sql(), indexes);
            for (IndexFacts index : indexes) {
                execute(index.drop(table.sql()));
            }
        }
        execute("SET CONSTRAINTS ALL DEFERRED");
    }

    /** Which of the tables that are to be emptied hold rows; under their locks, and seeing what is committed, that is final. */
    private Set<String> filled(Decisions decisions) throws SQLException {
        List<String> tables = decisions.emptiedNames();
        // A savepoint of the driver's own before each statement would come between TRUNCATE and COPY.
        if (!catalog.seesCommitted() || connection.unwrap(PGConnection.class).getAutosave() != AutoSave.NEVER) {
            return Set.copyOf(tables);
        }
        Set<String> filled = new HashSet<>();
        for (String table : tables) {
            if (holdsRows(table)) {
                filled.add(table);
            }
        }
        return filled;
    }

    /** Rows copied into a table that was truncated in the same transaction can be frozen. */
    private void empty(Decisions decisions) throws SQLException {
        List<String> tables = decisions.emptiedNames();
        if (!tables.isEmpty()) {
            execute("TRUNCATE ONLY " + String.join(", ONLY ", tables));
            frozen.addAll(tables);
        }
    }

    /** {@return whether the rows of a table can be frozen from the start; it was proven empty and truncated} */
    public boolean freezes(TableSpec table) {
        return frozen.contains(Sql.quote(table));
    }

    /** {@return what waits and what does not, each a sentence} */
    public List<String> notes() {
        return notes;
    }

    /**
     * Adds everything again that was dropped.
     *
     * @throws SQLException if a row breaks a foreign key, or two rows a unique one
     * @throws IllegalStateException if the catalog is not as it was before
     */
    public void restore() throws SQLException {
        if (dropped.isEmpty()) {
            return;
        }
        execute("SET CONSTRAINTS ALL IMMEDIATE");
        String tablespace = catalog.ask("select current_setting('default_tablespace')");
        for (TableFacts table : dropped) {
            for (IndexFacts index : indexes(table)) {
                catalog.set("default_tablespace", index.tablespace());
                execute(index.definition());
                for (String statement : index.dress(table.sql())) {
                    execute(statement);
                }
            }
        }
        catalog.set("default_tablespace", tablespace);
        for (String statement : restoring()) {
            execute(statement);
        }
        check();
    }

    private List<IndexFacts> indexes(TableFacts table) {
        return droppedIndexes.getOrDefault(table.sql(), List.of());
    }

    private List<KeyFacts> keys(TableFacts table) {
        return droppedKeys.getOrDefault(table.sql(), List.of());
    }

    private void check() throws SQLException {
        Map<String, TableFacts> now = new HashMap<>();
        for (TableFacts table : read(dropped.stream().map(TableFacts::sql).toList())) {
            now.put(table.sql(), table);
        }
        for (TableFacts before : dropped) {
            TableFacts after = now.get(before.sql());
            if (after == null
                    || !after.keys().equals(before.keys())
                    || !after.indexes().equals(before.indexes())
                    || !after.uniques().equals(before.uniques())) {
                throw new IllegalStateException("the constraints of table " + before.id()
                        + " would not be the same after the load as before: " + before + ", " + after);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
