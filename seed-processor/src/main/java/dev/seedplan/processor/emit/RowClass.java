package dev.seedplan.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.schema.Table;
import java.io.IOException;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the row class of a table: columns and nothing else, so that no column's name can clash with a helper's. The
 * encoder names each column's kind in straight lines, 100 to a method: the JIT compiles no method of more than 8,000
 * bytes.
 */
public final class RowClass {

    private static final int COLUMNS_PER_METHOD = 100;

    private final SchemaPackage schema;
    private final Sources sources;
    private final JavaTypes types;

    /** Writes row classes of one schema package. */
    public RowClass(SchemaPackage schema, Sources sources) {
        this.schema = schema;
        this.sources = sources;
        this.types = new JavaTypes(schema);
    }

    /** Writes the row class of a table. */
    public void write(Table table) throws IOException {
        ClassName name = ClassName.get(schema.name(), schema.names().rowClass(table.name()));
        List<RowColumn> columns = RowColumn.of(table, schema);
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("A row of the table $L.\n", Doc.code(table.name().toString()));
        String comment = table.comment();
        if (comment != null) {
            type.addJavadoc("\n<p>$L\n", Doc.escaped(comment));
        }
        sources.mark(type);
        // Generators of int and of long are told apart although javac's lint finds them alike.
        type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "{$S, $S}", "all", "overloads")
                .build());
        type.addField(Names.SLOTS, "slots", Modifier.PRIVATE, Modifier.FINAL);
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Names.SLOTS, "slots")
                .addJavadoc("Makes a view of a row; the runtime does.\n\n@param slots the row's columns\n")
                .addStatement("this.slots = slots")
                .build());
        Setters setters = new Setters(name, types, sources);
        Getter getter = new Getter(types, sources);
        for (RowColumn column : columns) {
            type.addMethods(setters.of(column));
            type.addMethod(getter.of(column));
        }
        encoder(type, columns);
        sources.write(schema.name(), type.build());
    }

    private static void encoder(TypeSpec.Builder type, List<RowColumn> columns) {
        MethodSpec.Builder encode = encoder(Names.ENCODE, Modifier.PUBLIC)
                .addJavadoc("Hands the columns to a writer, in the table's order; the runtime calls it.\n")
                .addJavadoc("\n@param row the row\n@param out the writer\n");
        if (columns.size() <= COLUMNS_PER_METHOD) {
            columns.forEach(column -> encode.addCode(write(column)));
            type.addMethod(encode.build());
            return;
        }
        for (int from = 0; from < columns.size(); from += COLUMNS_PER_METHOD) {
            String part = Names.ENCODE + from / COLUMNS_PER_METHOD;
            encode.addStatement("$N(row, out)", part);
            MethodSpec.Builder chunk = encoder(part, Modifier.PRIVATE);
            columns.subList(from, Math.min(columns.size(), from + COLUMNS_PER_METHOD))
                    .forEach(column -> chunk.addCode(write(column)));
            type.addMethod(chunk.build());
        }
        type.addMethod(encode.build());
    }

    private static MethodSpec.Builder encoder(String name, Modifier access) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(access, Modifier.STATIC)
                .addParameter(Names.SLOTS, "row")
                .addParameter(Names.ROW_WRITER, "out");
    }

    private static CodeBlock write(RowColumn column) {
        String method =
                switch (column.type().kind()) {
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
        return CodeBlock.of("out.$L(row, $L);\n", method, column.index());
    }
}
