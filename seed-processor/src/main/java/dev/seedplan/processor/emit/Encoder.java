package dev.seedplan.processor.emit;

import java.util.List;

/**
 * The encoder of a row class: it names each column's kind in straight lines, 100 to a method, since the JIT compiles no
 * method of more than 8,000 bytes.
 */
final class Encoder {

    private static final int COLUMNS_PER_METHOD = 100;

    private final RowText text;
    private final String parameters;

    Encoder(RowText text) {
        this.text = text;
        this.parameters = "(" + text.use("dev.seedplan.spi", "Slots") + " row, "
                + text.use("dev.seedplan.spi", "RowWriter") + " out) {";
    }

    void write(List<RowColumn> columns) {
        text.line("");
        text.line("    /**");
        text.line("     * Hands the columns to a writer, in the table's order; the runtime calls it.");
        text.line("     *");
        text.line("     * @param row the row");
        text.line("     * @param out the writer");
        text.line("     */");
        text.line("    public static void ", Names.ENCODE, parameters);
        if (columns.size() <= COLUMNS_PER_METHOD) {
            columns.forEach(this::column);
            text.line("    }");
            return;
        }
        int parts = (columns.size() + COLUMNS_PER_METHOD - 1) / COLUMNS_PER_METHOD;
        for (int part = 0; part < parts; part++) {
            text.line("        ", Names.ENCODE, String.valueOf(part), "(row, out);");
        }
        text.line("    }");
        for (int part = 0; part < parts; part++) {
            int from = part * COLUMNS_PER_METHOD;
            text.line("");
            text.line("    private static void ", Names.ENCODE, String.valueOf(part), parameters);
            columns.subList(from, Math.min(columns.size(), from + COLUMNS_PER_METHOD))
                    .forEach(this::column);
            text.line("    }");
        }
    }

    private void column(RowColumn column) {
        String method = switch (column.type().kind()) {
            case BOOL -> "bool";
            case INT2 -> "int2";
            case INT4 -> "int4";
            case INT8 -> "int8";
            case FLOAT4 -> "float4";
            case FLOAT8 -> "float8";
            case TEXT -> "text";
            case UUID -> "uuid";
            case DATE -> "date";
            case TIMESTAMP, TIMESTAMPTZ -> "timestamp";
            case NUMERIC -> "numeric";
            case ENUM -> "label";
            default -> "other";
        };
        text.line("        out.", method, "(row, ", String.valueOf(column.index()), ");");
    }
}
