package dev.seedplan.processor.emit;

import dev.seedplan.processor.schema.SqlKind;

/** The getter of a column. */
final class Getter {

    private final RowText text;
    private final JavaTypes types;

    Getter(RowText text, JavaTypes types) {
        this.text = text;
        this.types = types;
    }

    void write(RowColumn column) {
        SqlKind kind = column.type().kind();
        boolean nullable = column.nullable() || kind == SqlKind.UNTYPED;
        String value = types.value(column.type());
        text.line("");
        text.line("    /**");
        text.line("     * ", column.doc());
        text.line("     *");
        text.line("     * @return the value", nullable ? ", null for NULL" : "");
        text.line("     */");
        if (kind == SqlKind.ARRAY) {
            text.line("    @SuppressWarnings(\"unchecked\")");
        }
        String type = nullable ? text.nullable(JavaTypes.boxed(value)) : value;
        text.line("    public ", type, " ", column.accessor(), "() {");
        text.line("        return ", expression(column, value, nullable), ";");
        text.line("    }");
    }

    private String expression(RowColumn column, String value, boolean nullable) {
        String index = "(" + column.index() + ")";
        if (JavaTypes.isPrimitive(value)) {
            String read = switch (column.type().kind()) {
                case BOOL -> "slots.getBoolean" + index;
                case INT2, INT4 -> "slots.getInt" + index;
                case FLOAT4 -> "(float) slots.getDouble" + index;
                case FLOAT8 -> "slots.getDouble" + index;
                default -> "slots.getBits" + index;
            };
            return nullable ? "slots.isNull" + index + " ? null : " + read : read;
        }
        if (column.type().kind() == SqlKind.UNTYPED) {
            return "slots.get" + index;
        }
        if (nullable) {
            return "(" + value + ") slots.get" + index;
        }
        return switch (column.type().kind()) {
            // Held in 64 bits: there is no object to get.
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ ->
                "(" + value + ") " + text.use("java.util", "Objects") + ".requireNonNull(slots.get" + index + ")";
            default -> "(" + value + ") slots.getObject" + index;
        };
    }
}
