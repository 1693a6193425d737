package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.schema.QName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Counts the rows of tables, many in one question: a schema may have thousands. */
final class TableCounts {

    private static final int AT_ONCE = 100;

    private TableCounts() {}

    /** {@return how many rows each table holds} */
    static Map<QName, Long> of(Connection connection, List<FillTable> tables) throws SQLException {
        Map<QName, Long> counts = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (int from = 0; from < tables.size(); from += AT_ONCE) {
                List<FillTable> some = tables.subList(from, Math.min(tables.size(), from + AT_ONCE));
                StringJoiner query = new StringJoiner(" union all ");
                for (int i = 0; i < some.size(); i++) {
                    query.add("select " + i + ", count(*) from " + some.get(i).from());
                }
                try (ResultSet rows = statement.executeQuery(query.toString())) {
                    while (rows.next()) {
                        counts.put(some.get(rows.getInt(1)).name(), rows.getLong(2));
                    }
                }
            }
        }
        return counts;
    }
}
