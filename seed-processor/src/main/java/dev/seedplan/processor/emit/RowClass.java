package dev.seedplan.processor.emit;

import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.UserType;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the row class of a table: columns and nothing else, so that no column's name can clash with a helper's. */
public final class RowClass {

    private final SchemaPackage schema;
    private final Sources sources;
    private final Set<String> packageMembers = new HashSet<>();

    /** Writes row classes of one schema package. */
    public RowClass(SchemaPackage schema, Sources sources) {
        this.schema = schema;
        this.sources = sources;
        packageMembers.addAll(schema.rowClasses());
        for (UserType type : schema.snapshot().types()) {
            if (type instanceof UserType.EnumType) {
                packageMembers.add(schema.names().enumClass(type.name()));
            }
        }
    }

    /** Writes the row class of a table. */
    public void write(Table table) throws IOException {
        String name = schema.names().rowClass(table.name());
        List<RowColumn> columns = RowColumn.of(table, schema);
        RowText text = new RowText(packageMembers, sources.nullMarked());
        head(table, name, text);
        JavaTypes types = new JavaTypes(schema, text);
        Setters setters = new Setters(name, text, types);
        Getter getter = new Getter(text, types);
        for (RowColumn column : columns) {
            setters.write(column);
            getter.write(column);
        }
        new Encoder(text).write(columns);
        text.line("}");
        sources.write(schema.name(), name, text.source(schema.name()));
    }

    private void head(Table table, String name, RowText text) {
        String slots = text.use("dev.seedplan.spi", "Slots");
        text.line("/**");
        text.line(" * A row of the table ", Doc.code(table.name().toString()), ".");
        String comment = table.comment();
        if (comment != null) {
            text.line(" *");
            text.line(" * <p>", Doc.lines(Doc.escaped(comment), " * "));
        }
        text.line(" */");
        if (sources.generated()) {
            text.line("@", text.use("javax.annotation.processing", "Generated"), "(\"", Sources.PROCESSOR, "\")");
        }
        if (sources.nullMarked()) {
            text.line("@", text.use("org.jspecify.annotations", "NullMarked"));
        }
        // Generators of int and of long are told apart although javac's lint finds them alike.
        text.line("@SuppressWarnings({\"all\", \"overloads\"})");
        text.line("public final class ", name, " {");
        text.line("");
        text.line("    private final ", slots, " slots;");
        text.line("");
        text.line("    /**");
        text.line("     * Makes a view of a row; the runtime does.");
        text.line("     *");
        text.line("     * @param slots the row's columns");
        text.line("     */");
        text.line("    public ", name, "(", slots, " slots) {");
        text.line("        this.slots = slots;");
        text.line("    }");
    }
}
