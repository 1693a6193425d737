package dev.seedplan.processor.check;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint.ForeignKey;
import dev.seedplan.schema.Suggestions;
import dev.seedplan.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the foreign key that a parent stands for. */
final class ForeignKeys {

    private final SchemaPackage schema;
    private final PlanReports reports;

    ForeignKeys(SchemaPackage schema, PlanReports reports) {
        this.schema = schema;
        this.reports = reports;
    }

    /** {@return the only foreign key from {@code child} to {@code parent}; null after an error} */
    @Nullable
    ForeignKey between(Table child, Table parent, Place place) {
        List<ForeignKey> keys = distinct(child.foreignKeys().stream()
                .filter(key -> key.references().equals(parent.name()))
                .toList());
        if (keys.isEmpty()) {
            reports.error(
                    place,
                    ProcessorError.LOST_FOREIGN_KEY.message(name(child) + " has no foreign key to " + name(parent)));
            return null;
        }
        if (keys.size() > 1) {
            String columns = keys.stream().map(ForeignKeys::columns).collect(Collectors.joining(", "));
            reports.error(
                    place,
                    ProcessorError.AMBIGUOUS_PARENT.message(name(child) + " references " + name(parent) + " "
                            + (keys.size() == 2 ? "twice" : keys.size() + " times") + " (" + columns + ")"));
            return null;
        }
        return keys.get(0);
    }

    /** {@return the foreign key of a column, which leads to {@code parent} unless that is null; null after an error} */
    @Nullable
    ForeignKey of(String column, Table child, @Nullable Table parent, Place place) {
        if (!exists(column, child, place)) {
            return null;
        }
        List<ForeignKey> keys = distinct(child.foreignKeys().stream()
                .filter(key -> key.columns().contains(column))
                .filter(key -> parent == null || key.references().equals(parent.name()))
                .toList());
        if (keys.isEmpty()) {
            String to = parent == null ? "" : " to " + name(parent);
            reports.error(
                    place,
                    ProcessorError.LOST_FOREIGN_KEY.message(
                            name(child) + "." + column + " is not part of a foreign key" + to));
            return null;
        }
        // A column may also be part of a larger key; the one that it makes up alone is meant then.
        List<ForeignKey> alone =
                keys.stream().filter(key -> key.columns().size() == 1).toList();
        List<ForeignKey> meant = alone.isEmpty() ? keys : alone;
        if (meant.size() > 1) {
            String all = meant.stream().map(ForeignKeys::columns).collect(Collectors.joining(", "));
            reports.error(
                    place,
                    ProcessorError.AMBIGUOUS_PARENT.message(name(child) + "." + column
                            + " is part of several foreign keys (" + all + "): name a column that only one has"));
            return null;
        }
        return meant.get(0);
    }

    /** Reports a column that a table does not have. */
    boolean exists(String column, Table table, Place place) {
        if (table.column(column).isPresent()) {
            return true;
        }
        Set<String> names = names(column, table);
        reports.error(
                place,
                ProcessorError.UNKNOWN_COLUMN.message(
                        name(table) + " has no column \"" + column + "\"; " + Suggestions.of(column, names)));
        return false;
    }

    /** {@return the column that is meant by a name: itself, or the nearest ones where there is none of that name} */
    List<String> meant(String column, Table table) {
        return table.column(column).isPresent() ? List.of(column) : Suggestions.nearest(column, names(column, table));
    }

    /** The names that may be meant: columns of foreign keys first, since they are what annotations name. */
    private static Set<String> names(String column, Table table) {
        TreeSet<String> names = new TreeSet<>();
        table.foreignKeys().forEach(key -> names.addAll(key.columns()));
        if (Suggestions.nearest(column, names).isEmpty()) {
            table.columns().forEach(c -> names.add(c.name()));
        }
        return names;
    }

    /** {@return whether a row may be without the parent: one NULL among the columns is enough, but for MATCH FULL} */
    static boolean nullable(ForeignKey key, Table child) {
        return key.columns().stream()
                .flatMap(column -> child.column(column).stream())
                .anyMatch(column -> !column.notNull());
    }

    /** {@return whether the server computes a column of the key} */
    static boolean generated(ForeignKey key, Table child) {
        return key.columns().stream()
                .flatMap(column -> child.column(column).stream())
                .anyMatch(Column::isGenerated);
    }

    /** {@return the key's columns for messages} */
    static String columns(ForeignKey key) {
        return key.columns().size() == 1 ? key.columns().get(0) : "(" + String.join(", ", key.columns()) + ")";
    }

    private String name(Table table) {
        return schema.shortName(table.name());
    }

    /** The same key declared twice is one key. */
    private static List<ForeignKey> distinct(List<ForeignKey> keys) {
        Map<List<?>, ForeignKey> byMeaning = new LinkedHashMap<>();
        keys.forEach(
                key -> byMeaning.putIfAbsent(List.of(key.columns(), key.references(), key.referencedColumns()), key));
        return List.copyOf(byMeaning.values());
    }
}
