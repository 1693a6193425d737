package dev.seedplan.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.seedplan.processor.schema.ColumnType;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.processor.schema.SqlKind;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Constraint.Deferral;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.Index;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the tables of a program: one method a table, its columns 100 to a method, and about 2,000 columns to a nested
 * class, so that neither a method nor a constant pool meets a limit of the JVM.
 */
final class TableSpecs {

    private static final int COLUMNS_PER_METHOD = 100;
    private static final int COLUMNS_PER_CLASS = 2_000;

    private final SchemaPackage schema;

    TableSpecs(SchemaPackage schema) {
        this.schema = schema;
    }

    /** Adds nested classes and the method {@code tables()} to a program. */
    void addTo(TypeSpec.Builder program, List<Table> tables) {
        ParameterizedTypeName list = ParameterizedTypeName.get(ClassName.get(List.class), Names.TABLE_SPEC);
        MethodSpec.Builder all = MethodSpec.methodBuilder("tables")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(list)
                .addStatement("$T tables = new $T<>()", list, ArrayList.class);
        int nested = 0;
        for (int from = 0; from < tables.size(); ) {
            int to = from;
            int columns = 0;
            while (to < tables.size() && (to == from || columns < COLUMNS_PER_CLASS)) {
                columns += tables.get(to++).columns().size();
            }
            String name = "Tables" + nested++;
            program.addType(nested(name, tables.subList(from, to)));
            all.addStatement("$N.addTo(tables)", name);
            from = to;
        }
        program.addMethod(all.addStatement("return tables").build());
    }

    private TypeSpec nested(String name, List<Table> tables) {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        MethodSpec.Builder addTo = MethodSpec.methodBuilder("addTo")
                .addModifiers(Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), Names.TABLE_SPEC), "tables");
        for (int i = 0; i < tables.size(); i++) {
            addTo.addStatement("tables.add(table$L())", i);
            table(type, tables.get(i), i);
        }
        return type.addMethod(addTo.build()).build();
    }

    private void table(TypeSpec.Builder type, Table table, int number) {
        ClassName row = ClassName.get(schema.name(), schema.names().rowClass(table.name()));
        MethodSpec.Builder method = MethodSpec.methodBuilder("table" + number)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Names.TABLE_SPEC)
                .addStatement(
                        "$T table = $T.of($S, $S, $T::new, $T::$N)",
                        Names.TABLE_SPEC.nestedClass("Builder"),
                        Names.TABLE_SPEC,
                        table.name().schema(),
                        table.name().name(),
                        row,
                        row,
                        Names.ENCODE);
        for (int from = 0; from < table.columns().size(); from += COLUMNS_PER_METHOD) {
            String part = "columns" + number + "_" + from / COLUMNS_PER_METHOD;
            method.addStatement("$N(table)", part);
            MethodSpec.Builder columns = MethodSpec.methodBuilder(part)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(Names.TABLE_SPEC.nestedClass("Builder"), "table");
            table.columns()
                    .subList(from, Math.min(table.columns().size(), from + COLUMNS_PER_METHOD))
                    .forEach(column -> columns.addStatement("table.column($L)", column(column)));
            type.addMethod(columns.build());
        }
        table.primaryKey().ifPresent(key -> method.addStatement("table.primaryKey($L)", Literals.texts(key.columns())));
        table.constraints().forEach(constraint -> constraint(method, constraint));
        table.indexes().forEach(index -> index(method, index));
        type.addMethod(method.addStatement("return table.build()").build());
    }

    private static void constraint(MethodSpec.Builder method, Constraint constraint) {
        if (constraint instanceof Constraint.Unique unique) {
            method.addStatement("table.unique($S, $L)", unique.name(), Literals.texts(unique.columns()));
        } else if (constraint instanceof Constraint.ForeignKey key) {
            method.addStatement(
                    "table.foreignKey($S, $L, $S, $L, $L)",
                    key.name(),
                    Literals.list(key.columns()),
                    key.references().toString(),
                    Literals.list(key.referencedColumns()),
                    key.deferral() != Deferral.NOT_DEFERRABLE);
        } else if (constraint instanceof Constraint.Check check) {
            method.addStatement("table.check($S, $L)", check.name(), Literals.text(check.expression()));
        }
    }

    private static void index(MethodSpec.Builder method, Index index) {
        boolean plain = index.unique()
                && !index.primary()
                && index.constraint() == null
                && index.predicate() == null
                && !index.plainColumns().isEmpty();
        if (plain) {
            method.addStatement("table.unique($S, $L)", index.name(), Literals.texts(index.plainColumns()));
        }
    }

    private CodeBlock column(Column column) {
        ColumnType type = schema.types().of(column);
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.of($S, $S, $T.$L)",
                        Names.COLUMN_SPEC,
                        column.name(),
                        column.type().sql(),
                        Names.KIND,
                        type.kind());
        SqlKind element = type.element();
        if (element != null) {
            code.add(".arrayOf($T.$L)", Names.KIND, element);
        }
        if (type.base().maxLength() >= 0) {
            code.add(".maxLength($L)", type.base().maxLength());
        }
        if (type.base().precision() >= 0) {
            code.add(".numeric($L, $L)", type.base().precision(), type.base().scale());
        }
        if (column.notNull()) {
            code.add(".required()");
        }
        String expression = column.defaultExpression() == null ? type.domainDefault() : column.defaultExpression();
        if (expression != null) {
            code.add(".defaultsTo($L)", Literals.text(expression));
        }
        if (column.identity() != Identity.NONE) {
            code.add(".identity($S)", column.identity() == Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT");
        }
        if (column.isGenerated()) {
            code.add(".computed()");
        }
        QName sequence = column.sequence();
        if (sequence != null) {
            code.add(".owns($S)", quoted(sequence.schema()) + "." + quoted(sequence.name()));
        }
        QName enumType = type.enumType();
        if (enumType != null) {
            // The constants, so that a default and a made-up value are what the getter returns.
            code.add(
                    ".constants($T.values())",
                    ClassName.get(schema.name(), schema.names().enumClass(enumType)));
        }
        return code.build();
    }

    /** An identifier for SQL: always in quotes, which is right for every name. */
    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
