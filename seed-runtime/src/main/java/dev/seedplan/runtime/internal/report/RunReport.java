package dev.seedplan.runtime.internal.report;

import dev.seedplan.runtime.introspect.Introspection;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows.
 *
 * @param title what ran
 * @param facts short ones, by name: seed, time, total
 * @param tables the tables, in the order of loading
 * @param leftOut what was left out, each a sentence
 * @param notes what else the user should know, each a sentence
 */
public record RunReport(
        String title, Map<String, String> facts, List<Row> tables, List<String> leftOut, List<String> notes) {

    /**
     * One table.
     *
     * @param table {@code schema.name}
     * @param asked rows that were to be written
     * @param written rows that were
     * @param millis how long it took; -1 where it was not measured
     */
    public record Row(String table, long asked, long written, long millis) {}

    /** {@return the page, with samples and distributions as the tables hold them now} */
    public String html(Connection connection) throws SQLException {
        Snapshot snapshot = Introspection.read(connection);
        Relations relations = new Relations(tables.stream().map(Row::table).toList());
        List<TableSample> samples = new ArrayList<>();
        for (Row row : tables) {
            @Nullable Table table = snapshot.table(name(row.table())).orElse(null);
            if (table != null) {
                foreignKeys(table).forEach(parent -> relations.add(row.table(), parent));
                samples.add(TableSample.read(connection, table));
            }
        }
        return new ReportPage(this, relations, samples).html();
    }

    private static QName name(String id) {
        int dot = id.indexOf('.');
        return new QName(id.substring(0, dot), id.substring(dot + 1));
    }

    private static List<String> foreignKeys(Table table) {
        List<String> parents = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.ForeignKey key) {
                parents.add(key.references().schema() + "." + key.references().name());
            }
        }
        return parents;
    }
}
