package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.internal.engine.TableLayout;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts what the tables hold after the load, before the commit. */
final class ReadBack {

    private ReadBack() {}

    /**
     * {@return the rows of the run; all rows where nothing is recorded, since the table was empty then}
     *
     * @param alone whether the table was truncated in this transaction, so that all rows are the run's
     */
    static long rows(Connection connection, TableLayout table, Bookkeeping books, boolean alone) throws SQLException {
        String condition =
                books.records() && !alone ? books.own(KeyBlocks.name(table)).untouched("t") : "true";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from " + Sql.quote(table.table()) + " as t where " + condition)) {
            row.next();
            return row.getLong(1);
        }
    }
}
