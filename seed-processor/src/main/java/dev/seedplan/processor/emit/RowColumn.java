package dev.seedplan.processor.emit;

import dev.seedplan.processor.schema.ColumnType;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.processor.schema.SqlKind;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of a row class.
 *
 * @param index its place in the table, from 0
 * @param column the column
 * @param type how it is held
 * @param accessor the name of its setters and its getter
 * @param doc the first part of their Javadoc, its lines ready for a comment within a class
 * @param shortDoc the same without constraints and comment
 */
record RowColumn(int index, Column column, ColumnType type, String accessor, String doc, String shortDoc) {

    static List<RowColumn> of(Table table, SchemaPackage schema) {
        ColumnDoc docs = new ColumnDoc(table);
        List<RowColumn> columns = new ArrayList<>(table.columns().size());
        for (Column column : table.columns()) {
            columns.add(new RowColumn(
                    columns.size(),
                    column,
                    schema.types().of(column),
                    schema.names().accessor(table.name(), column.name()),
                    Doc.lines(docs.of(column), "     * "),
                    ColumnDoc.shortOf(column)));
        }
        return columns;
    }

    boolean nullable() {
        return !column.notNull();
    }

    /** The server computes generated columns, the runtime assigns ALWAYS keys, and untyped values have no Java form. */
    boolean settable() {
        return !column.isGenerated() && column.identity() != Identity.ALWAYS && type.kind() != SqlKind.UNTYPED;
    }
}
