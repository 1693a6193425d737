package dev.seedplan.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.seedplan.processor.schema.SqlKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The setters of a column. Overloads are few and chosen such that literals, lambdas, {@code none()} and generic methods
 * like {@code weighted(…)} find exactly one on javac and on ECJ: at most one takes a functional interface. Where a second
 * is wanted ({@code IntGen} for a bigint) it is variadic, which Java looks at last.
 */
final class Setters {

    private final ClassName row;
    private final JavaTypes types;
    private final Sources sources;

    Setters(ClassName row, JavaTypes types, Sources sources) {
        this.row = row;
        this.types = types;
        this.sources = sources;
    }

    List<MethodSpec> of(RowColumn column) {
        List<MethodSpec> setters = new ArrayList<>();
        if (column.settable()) {
            values(column, setters);
            setters.add(generator(column));
            if (column.type().kind() == SqlKind.INT8 || column.type().kind() == SqlKind.OID) {
                setters.add(intGenerator(column));
            }
        }
        return setters;
    }

    private void values(RowColumn column, List<MethodSpec> setters) {
        TypeName value = types.value(column.type());
        int index = column.index();
        switch (column.type().kind()) {
            case BOOL -> primitive(column, TypeName.BOOLEAN, "setBoolean", setters);
            case INT2, INT4 -> primitive(column, TypeName.INT, "setBits", setters);
            case INT8, OID -> primitive(column, TypeName.LONG, "setBits", setters);
            // A double takes a float as it is, and literals like 1.5 are doubles.
            case FLOAT4, FLOAT8 -> primitive(column, TypeName.DOUBLE, "setDouble", setters);
            case NUMERIC, MONEY -> {
                setters.add(object(column, value));
                for (TypeName number : List.of(TypeName.LONG, TypeName.DOUBLE)) {
                    setters.add(setter(
                            column,
                            number,
                            CodeBlock.of("slots.set($L, $T.valueOf(value))", index, BigDecimal.class)));
                }
            }
            case TIMESTAMP -> {
                setters.add(object(column, value));
                setters.add(object(column, ClassName.get(Instant.class)));
            }
            case ARRAY -> {
                setters.add(object(column, types.list(column.type())));
                setters.add(elements(column));
            }
            default -> setters.add(object(column, value));
        }
    }

    private void primitive(RowColumn column, TypeName type, String method, List<MethodSpec> setters) {
        setters.add(setter(column, type, CodeBlock.of("slots.$L($L, value)", method, column.index())));
        if (column.nullable()) {
            setters.add(object(column, types.value(column.type()).box()));
        }
    }

    private MethodSpec object(RowColumn column, TypeName type) {
        TypeName taken = column.nullable() ? sources.nullable(type) : type;
        return setter(column, taken, CodeBlock.of("slots.set($L, value)", column.index()));
    }

    private MethodSpec elements(RowColumn column) {
        TypeName element = types.element(column.type());
        boolean streams = element.equals(TypeName.INT) || element.equals(TypeName.LONG) || element.equals(TypeName.DOUBLE);
        CodeBlock list = streams
                ? CodeBlock.of("$T.stream(values).boxed().toList()", Arrays.class)
                : CodeBlock.of("$T.asList(values)", Arrays.class);
        return method(column)
                .addParameter(ArrayTypeName.of(streams ? element : element.box()), "values")
                .varargs()
                .addJavadoc("\n@param values the elements, at least one\n@return this row\n")
                .addStatement("slots.set($L, $L)", column.index(), list)
                .addStatement("return this")
                .build();
    }

    private MethodSpec generator(RowColumn column) {
        ClassName gen = column.nullable() ? Names.OPTIONAL_GEN : Names.GEN;
        return method(column)
                .addParameter(ParameterizedTypeName.get(gen, types.generated(column.type())), "gen")
                .addJavadoc("\n@param gen the source of the value\n@return this row\n")
                .addStatement("slots.note($L, gen)", column.index())
                .addStatement("return this")
                .build();
    }

    private MethodSpec intGenerator(RowColumn column) {
        return method(column)
                .addParameter(ArrayTypeName.of(Names.INT_GEN), "gen")
                .varargs()
                .addJavadoc("\n@param gen the source of the value, exactly one\n@return this row\n")
                .beginControlFlow("if (gen.length != 1)")
                .addStatement(
                        "throw new $T($S + gen.length)",
                        IllegalArgumentException.class,
                        column.accessor() + "() takes one generator, not ")
                .endControlFlow()
                .addStatement("slots.note($L, gen[0])", column.index())
                .addStatement("return this")
                .build();
    }

    private MethodSpec setter(RowColumn column, TypeName type, CodeBlock statement) {
        return method(column)
                .addParameter(ParameterSpec.builder(type, "value").build())
                .addJavadoc("\n@param value the value\n@return this row\n")
                .addStatement(statement)
                .addStatement("return this")
                .build();
    }

    private MethodSpec.Builder method(RowColumn column) {
        return MethodSpec.methodBuilder(column.accessor())
                .addModifiers(Modifier.PUBLIC)
                .returns(row)
                .addJavadoc("$L\n", column.doc());
    }
}
