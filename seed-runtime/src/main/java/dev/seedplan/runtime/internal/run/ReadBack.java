package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.load.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts what the tables hold after the load, before the commit. */
final class ReadBack {

    private ReadBack() {}

    static Summary.TableSummary table(Connection connection, TableLayout table, long calls) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + Sql.quote(table.table()))) {
            row.next();
            return new Summary.TableSummary(
                    table.table().id(),
                    table.size(),
                    row.getLong(1),
                    table.size() == 0 ? 0 : (double) calls / table.size());
        }
    }
}
