package dev.seedplan.processor.check;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.plan.RowMethod;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.processor.schema.ColumnType;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.processor.schema.SqlKind;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Index;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Holds a greatest number of rows against unique keys whose room is known while compiling: full ones over NOT NULL
 * columns, each part of the iterated parent's foreign key (one value for all its rows), an enum or a boolean. All other
 * keys are left to the runtime, which knows the actual counts.
 */
final class Capacity {

    private final SchemaPackage schema;
    private final PlanReports reports;

    Capacity(SchemaPackage schema, PlanReports reports) {
        this.schema = schema;
        this.reports = reports;
    }

    private record Key(String what, List<String> columns) {}

    void check(RowMethod method, Count count, Place place, List<Link> links) {
        if (count instanceof Count.Pairs) {
            // Pairs are distinct, and how many there are of one parent only the run knows.
            return;
        }
        long most = most(count);
        Optional<Link> iterated =
                links.stream().filter(link -> link.role() == Link.Role.PER).findFirst();
        List<String> fixed = iterated.map(link -> link.key().columns()).orElse(List.of());
        for (Key key : keys(method.table())) {
            OptionalLong room = room(method.table(), key.columns(), fixed);
            if (room.isPresent() && most > room.getAsLong()) {
                String of = iterated.map(link -> " for each row of "
                                + schema.shortName(link.parent().name()))
                        .orElse(" in all");
                reports.error(
                        place,
                        ProcessorError.ABOVE_CAPACITY.message(method.name() + " makes up to " + most + " rows of "
                                + schema.shortName(method.table().name()) + of + ", but " + key.what() + " on ("
                                + String.join(", ", key.columns()) + ") allows "
                                + (room.getAsLong() == 1 ? "one" : String.valueOf(room.getAsLong()))));
                return;
            }
        }
    }

    private static long most(Count count) {
        if (count instanceof Count.PerParent per) {
            return per.max();
        }
        return count instanceof Count.Fixed rows
                ? Math.max(rows.rows(), Math.max(rows.small(), rows.large()))
                : ((Count.Pool) count).atMost();
    }

    private static List<Key> keys(Table table) {
        List<Key> keys = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.PrimaryKey key) {
                keys.add(new Key("the primary key " + key.name(), key.columns()));
            } else if (constraint instanceof Constraint.Unique unique) {
                keys.add(new Key("the unique constraint " + unique.name(), unique.columns()));
            }
        }
        for (Index index : table.indexes()) {
            boolean plain = index.unique()
                    && index.constraint() == null
                    && index.predicate() == null
                    && !index.plainColumns().isEmpty();
            if (plain) {
                keys.add(new Key("the unique index " + index.name(), index.plainColumns()));
            }
        }
        return keys;
    }

    /** How many rows there can be for one set of values of the {@code fixed} columns; empty where that is not known. */
    private OptionalLong room(Table table, List<String> columns, List<String> fixed) {
        long room = 1;
        for (String name : columns) {
            Optional<Column> column = table.column(name);
            if (column.isEmpty() || !column.get().notNull()) {
                return OptionalLong.empty();
            }
            if (fixed.contains(name)) {
                continue;
            }
            ColumnType type = schema.types().of(column.get());
            if (type.kind() == SqlKind.BOOL) {
                room *= 2;
            } else if (type.kind() == SqlKind.ENUM && type.enumType() != null) {
                room *= schema.types().labels(type.enumType()).size();
            } else {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(room);
    }
}
