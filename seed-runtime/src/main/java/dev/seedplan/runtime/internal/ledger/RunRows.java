package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.schema.QName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has become of the rows of a run. */
public final class RunRows {

    private final Connection connection;
    private final RecordedRun run;

    /** Asks the database of a connection. */
    public RunRows(Connection connection, RecordedRun run) {
        this.connection = connection;
        this.run = run;
    }

    /**
     * What has become of the rows of a table.
     *
     * @param table the table
     * @param written how many the run wrote
     * @param there how many are there as it wrote them
     * @param changed how many somebody has changed; -1 where they cannot be told from deleted ones
     */
    public record Fate(QName table, long written, long there, long changed) {

        /** {@return how many have been deleted, or changed where that cannot be told apart} */
        public long gone() {
            return Math.max(0, written - there - Math.max(0, changed));
        }
    }

    /** {@return the tables the run wrote into, in its order} */
    List<QName> tables() {
        Set<QName> tables = new LinkedHashSet<>();
        run.steps().stream().filter(s -> s.count() > 0).forEach(s -> tables.add(s.table()));
        return List.copyOf(tables);
    }

    /** {@return the run's rows of a table; null where the table is not there any more} */
    @Nullable
    OwnRows own(QName table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, quoted(table));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1) ? OwnRows.of(table, run.steps()) : null;
            }
        }
    }

    static String quoted(QName table) {
        return Sql.quote(table.schema()) + "." + Sql.quote(table.name());
    }

    /** {@return what has become of the rows, by table} */
    public List<Fate> fates() throws SQLException {
        List<Fate> fates = new ArrayList<>();
        for (QName table : tables()) {
            OwnRows own = own(table);
            long written = OwnRows.of(table, run.steps()).count();
            if (own == null) {
                fates.add(new Fate(table, written, 0, 0));
            } else {
                String changed = own.changed("t");
                long there = number("select count(*) from " + quoted(table) + " as t where " + own.untouched("t"));
                fates.add(new Fate(
                        table,
                        written,
                        there,
                        changed == null
                                ? -1
                                : number("select count(*) from " + quoted(table) + " as t where " + changed)));
            }
        }
        return fates;
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** {@return whether no row is left, changed or not; never for a database that was restored from a dump} */
    public boolean allAreGone() throws SQLException {
        for (QName table : tables()) {
            OwnRows own = own(table);
            if (own == null) {
                continue;
            }
            String changed = own.changed("t");
            String condition = "(" + own.untouched("t") + ")" + (changed == null ? "" : " or (" + changed + ")");
            if (number("select count(*) from (select 1 from " + quoted(table) + " as t where " + condition
                            + " limit 1) x")
                    > 0) {
                return false;
            }
        }
        return !run.isRestored();
    }

    /** {@return sentences about tables that lack rows, or have changed ones} */
    public List<String> losses() throws SQLException {
        List<String> losses = new ArrayList<>();
        if (run.isRestored()) {
            losses.add("the database was restored from a dump since, so that changed rows cannot be told");
            return losses;
        }
        for (Fate fate : fates()) {
            if (fate.changed() > 0) {
                losses.add("of the rows of " + fate.table() + " somebody has changed " + fate.changed() + " since");
            }
            if (fate.gone() > 0) {
                losses.add("of the rows of " + fate.table() + " " + fate.gone()
                        + (fate.changed() < 0 ? " have been changed or deleted since" : " have been deleted since"));
            }
        }
        return losses;
    }
}
