package dev.seedplan.processor.emit;

import dev.seedplan.processor.schema.SqlKind;
import java.util.List;

/**
 * The setters of a column. Overloads are few and chosen such that literals, lambdas, {@code none()} and generic methods
 * like {@code weighted(…)} find exactly one on javac and on ECJ: at most one takes a functional interface. Where a second
 * is wanted (ints for a bigint) it is variadic, which Java looks at last.
 *
 * <p>The first setter of a value and that of a generator carry the column's Javadoc, the others refer to it.
 */
final class Setters {

    private static final String DSL = "dev.seedplan";

    private final String row;
    private final RowText text;
    private final JavaTypes types;

    Setters(String row, RowText text, JavaTypes types) {
        this.row = row;
        this.text = text;
        this.types = types;
    }

    void write(RowColumn column) {
        if (column.settable()) {
            values(column);
            generator(column);
            if (column.type().kind() == SqlKind.INT8 || column.type().kind() == SqlKind.OID) {
                intGenerator(column);
            }
        }
    }

    private void values(RowColumn column) {
        String value = types.value(column.type());
        switch (column.type().kind()) {
            case BOOL -> primitive(column, "boolean", "setBoolean");
            case INT2, INT4 -> primitive(column, "int", "setBits");
            case INT8, OID -> primitive(column, "long", "setBits");
            // A double takes a float as it is, and literals like 1.5 are doubles.
            case FLOAT4, FLOAT8 -> primitive(column, "double", "setDouble");
            case NUMERIC, MONEY -> {
                object(column, value, column.doc());
                String decimal = text.use("java.math", "BigDecimal");
                for (String number : List.of("long", "double")) {
                    setter(column, number, "set", decimal + ".valueOf(value)", column.shortDoc());
                }
            }
            case TIMESTAMP -> {
                object(column, value, column.doc());
                object(column, text.use("java.time", "Instant"), column.shortDoc());
            }
            case ARRAY -> {
                object(column, types.elements(column.type()), column.doc());
                elements(column);
            }
            default -> object(column, value, column.doc());
        }
    }

    private void primitive(RowColumn column, String type, String method) {
        setter(column, type, method, "value", column.doc());
        if (column.nullable()) {
            object(column, JavaTypes.boxed(types.value(column.type())), column.shortDoc());
        }
    }

    private void object(RowColumn column, String type, String doc) {
        setter(column, column.nullable() ? text.nullable(type) : type, "set", "value", doc);
    }

    private void setter(RowColumn column, String type, String method, String value, String doc) {
        begin(column, type + " value", doc, "value the value");
        end(column, method, value);
    }

    private void elements(RowColumn column) {
        String element = types.element(column.type());
        boolean streams = element.equals("int") || element.equals("long") || element.equals("double");
        String arrays = text.use("java.util", "Arrays");
        begin(
                column,
                (streams ? element : JavaTypes.boxed(element)) + "... values",
                column.shortDoc(),
                "values the elements, at least one");
        end(column, "set", arrays + (streams ? ".stream(values).boxed().toList()" : ".asList(values)"));
    }

    private void generator(RowColumn column) {
        String gen = text.use(DSL, column.nullable() ? "OptionalGen" : "Gen");
        begin(
                column,
                gen + "<? extends " + types.generated(column.type()) + "> gen",
                column.doc(),
                "gen the source of the value");
        end(column, "note", "gen");
    }

    private void intGenerator(RowColumn column) {
        String gen = text.use(DSL, column.nullable() ? "OptionalGen" : "Gen");
        doc(column.shortDoc(), "gen the source of the value, exactly one");
        text.line("    @SafeVarargs");
        text.line("    public final ", row, " ", column.accessor(), "(", gen, "<Integer>... gen) {");
        text.line("        if (gen.length != 1) {");
        text.line("            throw new IllegalArgumentException(\"one generator, not \" + gen.length);");
        text.line("        }");
        end(column, "note", "gen[0]");
    }

    private void begin(RowColumn column, String parameter, String doc, String parameterDoc) {
        doc(doc, parameterDoc);
        text.line("    public ", row, " ", column.accessor(), "(", parameter, ") {");
    }

    private void doc(String doc, String parameterDoc) {
        text.line("");
        text.line("    /**");
        text.line("     * ", doc);
        text.line("     *");
        text.line("     * @param ", parameterDoc);
        text.line("     * @return this row");
        text.line("     */");
    }

    private void end(RowColumn column, String method, String value) {
        text.line("        slots.", method, "(", String.valueOf(column.index()), ", ", value, ");");
        text.line("        return this;");
        text.line("    }");
    }
}
