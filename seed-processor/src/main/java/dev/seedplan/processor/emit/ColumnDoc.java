package dev.seedplan.processor.emit;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.Index;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the Javadoc of an accessor says about its column: type, nullability, default, constraints, comment. */
final class ColumnDoc {

    private final Map<String, List<String>> constraints = new HashMap<>();

    ColumnDoc(Table table) {
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.PrimaryKey key) {
                add(key.columns(), "primary key " + Doc.code(key.name()));
            } else if (constraint instanceof Constraint.Unique unique) {
                add(unique.columns(), "unique " + Doc.code(unique.name()));
            } else if (constraint instanceof Constraint.ForeignKey key) {
                add(
                        key.columns(),
                        "foreign key " + Doc.code(key.name()) + " to "
                                + Doc.code(key.references() + " (" + String.join(", ", key.referencedColumns()) + ")"));
            } else if (constraint instanceof Constraint.Check check) {
                add(check.columns(), "check " + Doc.code(check.name()) + ": " + Doc.code(check.expression()));
            } else if (constraint instanceof Constraint.Exclusion exclusion) {
                add(exclusion.columns(), "exclusion " + Doc.code(exclusion.name()));
            }
        }
        for (Index index : table.indexes()) {
            if (index.unique() && index.constraint() == null) {
                add(index.plainColumns(), "unique index " + Doc.code(index.name()));
            }
        }
    }

    private void add(List<String> columns, String text) {
        columns.forEach(column ->
                constraints.computeIfAbsent(column, c -> new ArrayList<>()).add(text));
    }

    /** {@return the column's name, type and nullability, ending in a full stop} */
    static String shortOf(Column column) {
        String type = column.type().sql() + (column.notNull() ? " NOT NULL" : "");
        return "Column " + Doc.code(column.name()) + ", " + Doc.code(type) + ".";
    }

    /** {@return the text, without tags, ending in a full stop} */
    String of(Column column) {
        StringBuilder doc = new StringBuilder(120);
        doc.append(shortOf(column));
        doc.setLength(doc.length() - 1);
        String expression = column.defaultExpression();
        if (expression != null) {
            doc.append(", default ").append(Doc.code(expression));
        }
        if (column.identity() != Identity.NONE) {
            doc.append(", identity ").append(column.identity() == Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT");
        }
        String generated = column.generated();
        if (generated != null) {
            doc.append(", generated as ").append(Doc.code(generated));
        }
        for (String constraint : constraints.getOrDefault(column.name(), List.of())) {
            doc.append(",\n").append(constraint);
        }
        doc.append('.');
        String comment = column.comment();
        if (comment != null) {
            doc.append("\n\n<p>").append(Doc.escaped(comment));
        }
        return doc.toString();
    }
}
