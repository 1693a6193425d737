package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.TablePreview;
import dev.seedplan.runtime.internal.ledger.Ledger;
import dev.seedplan.runtime.internal.ledger.LedgerSchema;
import dev.seedplan.runtime.internal.partition.MissingPartitions;
import dev.seedplan.runtime.internal.rules.Nulls;
import dev.seedplan.runtime.internal.run.RunError;
import dev.seedplan.runtime.internal.run.ServerErrors;
import dev.seedplan.runtime.internal.types.ValueText;
import dev.seedplan.runtime.introspect.Introspection;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fills the tables of a database, on one connection and in one transaction. Counts above {@value #REHEARSED_ROWS} rows in a
 * table are rehearsed first with fewer rows in a savepoint that is undone, so that a refusal shows before the long load.
 */
public final class FillRun {

    private static final long REHEARSED_ROWS = 200;
    private static final int ANALYZED = 100;

    private final Connection connection;
    private final FillOptions options;
    private final Progress progress;
    private final Map<QName, Learned> learned = new HashMap<>();
    private final Map<QName, String> excluded = new HashMap<>();

    /** Is told what a fill is doing. */
    public interface Progress {

        /** A table is being loaded. */
        void at(String table, long rows, long of);
    }

    private FillRun(Connection connection, FillOptions options, Progress progress) {
        this.connection = connection;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Fills a database.
     *
     * @param connection stays the caller's; its transaction is committed or rolled back here
     * @throws dev.seedplan.runtime.SeedException if nothing can be done
     */
    public static FillSummary run(Connection connection, FillOptions options, Progress progress) throws SQLException {
        connection.setAutoCommit(false);
        FillBooks off = new FillBooks(connection, Ledger.off(), OnChange.REFUSE, "", LedgerSchema.DEFAULT_NAME);
        return new FillRun(connection, options, progress).run(off, () -> {});
    }

    /** Is done right before the commit. */
    public interface BeforeCommit {

        /** Throws where the rows must not be committed. */
        void check() throws SQLException;
    }

    /**
     * Fills a database, and records it.
     *
     * @throws dev.seedplan.runtime.SeedException if nothing can be done
     */
    public static FillSummary run(
            Connection connection, FillOptions options, Progress progress, FillBooks books, BeforeCommit last)
            throws SQLException {
        connection.setAutoCommit(false);
        return new FillRun(connection, options, progress).run(books, last);
    }

    /**
     * Explains where values come from; everything is done and undone for it.
     *
     * @param what {@code [schema.]table[.column]}
     * @param row the number of a row whose values are shown too, from 0; -1 for none
     * @return lines of text
     */
    public static List<String> explain(Connection connection, FillOptions options, String what, long row)
            throws SQLException {
        connection.setAutoCommit(false);
        return new FillRun(connection, options, (table, done, all) -> {}).explain(what, row);
    }

    private List<String> explain(String what, long row) throws SQLException {
        Snapshot snapshot = Introspection.read(connection);
        prepare();
        Selection selection = Selection.of(snapshot, options, insertable()::contains);
        Subject subject = Subject.of(what, snapshot);
        FillPass pass = pass(snapshot, selection, Long.MAX_VALUE, true);
        List<String> lines = selection.tables().stream()
                .filter(t -> t.name().equals(subject.table()))
                .findFirst()
                .map(t -> new Explanation(pass, t).lines(subject.column(), row))
                .orElseGet(() -> selection.leftOut().stream()
                        .filter(l -> l.table()
                                .equals(subject.table().schema() + "."
                                        + subject.table().name()))
                        .map(l -> l.table() + ": not filled: " + l.reason())
                        .toList());
        connection.rollback();
        return lines;
    }

    /**
     * {@return the first rows of tables} Everything is done and undone for it.
     *
     * @param what {@code [schema.]table}; empty for all tables
     * @param most how many of each
     */
    public static List<TablePreview> preview(Connection connection, FillOptions options, String what, int most)
            throws SQLException {
        connection.setAutoCommit(false);
        return new FillRun(connection, options, (table, done, all) -> {}).preview(what, most);
    }

    private List<TablePreview> preview(String what, int most) throws SQLException {
        Snapshot snapshot = Introspection.read(connection);
        prepare();
        Selection selection = Selection.of(snapshot, options, insertable()::contains);
        QName only = what.isEmpty() ? null : Subject.of(what, snapshot).table();
        FillPass pass = pass(snapshot, selection, Long.MAX_VALUE, true);
        List<TablePreview> previews = selection.tables().stream()
                .filter(t -> only == null || only.equals(t.name()))
                .map(t -> PreviewedRows.of(pass, t, most))
                .toList();
        connection.rollback();
        return previews;
    }

    /** {@return the tables that a fill would fill if it had all rights} */
    public static List<Table> fillable(Snapshot snapshot) {
        FillOptions usual = new FillOptions(
                FillOptions.DEFAULT_ROWS,
                Map.of(),
                1,
                List.of(),
                List.of(),
                FillOptions.SEED,
                FillOptions.AT,
                Nulls.SOME,
                Map.of(),
                Map.of(),
                false,
                false,
                true,
                false,
                false);
        return Selection.of(snapshot, usual, table -> true).tables().stream()
                .map(t -> t.table())
                .toList();
    }

    /** {@return what a failure of the connection or the server means to the user} */
    public static dev.seedplan.runtime.SeedException translate(SQLException e) {
        return ServerErrors.translate(e);
    }

    private FillSummary run(FillBooks books, BeforeCommit last) throws SQLException {
        long start = System.nanoTime();
        Snapshot found = books.without(Introspection.read(connection));
        Set<String> unmatched = Selection.unmatched(found, options);
        if (!unmatched.isEmpty()) {
            throw RunError.BAD_USAGE.because("no table matches " + String.join(", ", unmatched));
        }
        boolean isDone = !books.begin(found, options);
        prepare();
        Snapshot snapshot = options.createPartitions() && !isDone ? withPartitions(found) : found;
        Selection selection = Selection.of(snapshot, options, insertable()::contains);
        if (isDone) {
            connection.rollback();
            return summary(List.of(), selection.leftOut(), books.notes(), start);
        }
        books.clear();
        FillPass rehearsed = null;
        Savepoint before = connection.setSavepoint();
        boolean needed = options.rehearsal() && (options.dryRun() || largest(selection, snapshot) > REHEARSED_ROWS);
        if (needed || options.strict()) {
            rehearsed = pass(snapshot, selection, options.dryRun() ? Long.MAX_VALUE : REHEARSED_ROWS, true);
            if (!options.dryRun()) {
                connection.rollback(before);
            }
        }
        if (options.strict()
                && rehearsed != null
                && rehearsed.leftOut().stream().anyMatch(FillSummary.LeftOut::failed)) {
            connection.rollback();
            throw RunError.UNFILLABLE.because(list(rehearsed.leftOut()));
        }
        FillPass pass = options.dryRun() && rehearsed != null
                ? rehearsed
                : pass(snapshot, selection, Long.MAX_VALUE, options.dryRun());
        List<FillSummary.LeftOut> leftOut = new ArrayList<>(selection.leftOut());
        leftOut.addAll(pass.leftOut());
        leftOut.sort(Comparator.comparing(FillSummary.LeftOut::table));
        if (options.strict() && leftOut.stream().anyMatch(FillSummary.LeftOut::failed)) {
            connection.rollback();
            throw RunError.UNFILLABLE.because(list(leftOut));
        }
        if (options.dryRun()) {
            connection.rollback();
        } else {
            books.written(pass, selection.tables());
            last.check();
            connection.commit();
            analyze(pass);
        }
        List<String> notes = new ArrayList<>(books.notes());
        notes.addAll(pass.notes());
        return summary(pass.filled(), leftOut, notes, start);
    }

    private FillSummary summary(
            List<FillSummary.Filled> filled, List<FillSummary.LeftOut> leftOut, List<String> notes, long start) {
        return new FillSummary(
                options.seed(), options.dryRun(), filled, leftOut, notes, Duration.ofNanos(System.nanoTime() - start));
    }

    private Snapshot withPartitions(Snapshot snapshot) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String ddl : MissingPartitions.ddl(snapshot)) {
                statement.execute(ddl);
            }
        }
        return Introspection.read(connection);
    }

    private FillPass pass(Snapshot snapshot, Selection selection, long most, boolean undone) throws SQLException {
        FillPass pass = new FillPass(connection, snapshot, options, progress, learned, excluded, most, undone);
        pass.load(selection.tables());
        return pass;
    }

    private long largest(Selection selection, Snapshot snapshot) {
        return selection.tables().stream()
                .mapToLong(t -> FillPass.asked(t, options, snapshot))
                .max()
                .orElse(0);
    }

    private static String list(List<FillSummary.LeftOut> leftOut) {
        List<String> lines = new ArrayList<>();
        for (FillSummary.LeftOut table : leftOut) {
            if (table.failed()) {
                lines.add("\n  - " + table.table() + ": " + table.reason());
            }
        }
        return (lines.size() == 1 ? "one table" : lines.size() + " tables") + " cannot be filled:"
                + String.join("", lines) + "\n";
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ValueText.SETTINGS.replace("SET ", "SET LOCAL "));
            statement.execute("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;"
                    + " SET LOCAL client_min_messages = warning");
        }
        try (PreparedStatement set = connection.prepareStatement("select set_config(?, ?, true)")) {
            for (Map.Entry<String, String> setting : options.settings().entrySet()) {
                set.setString(1, setting.getKey());
                set.setString(2, setting.getValue());
                set.execute();
            }
        }
    }

    /** {@return the tables that the role may insert into and read} */
    private Set<QName> insertable() throws SQLException {
        Set<QName> tables = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select n.nspname, c.relname from pg_catalog.pg_class c"
                        + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'f')"
                        + " and has_schema_privilege(n.oid, 'USAGE') and has_table_privilege(c.oid, 'INSERT')"
                        + " and has_table_privilege(c.oid, 'SELECT')")) {
            while (rows.next()) {
                tables.add(new QName(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }

    /** One statement for many tables; each is analyzed in a transaction of its own. */
    private void analyze(FillPass pass) throws SQLException {
        connection.setAutoCommit(true);
        List<String> tables = pass.loaded();
        try (Statement statement = connection.createStatement()) {
            for (int from = 0; from < tables.size(); from += ANALYZED) {
                statement.execute("ANALYZE "
                        + String.join(", ", tables.subList(from, Math.min(tables.size(), from + ANALYZED))));
            }
        }
    }
}
