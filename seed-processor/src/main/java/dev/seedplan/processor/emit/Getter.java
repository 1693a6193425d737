package dev.seedplan.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.seedplan.processor.schema.SqlKind;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The getter of a column. */
final class Getter {

    private final JavaTypes types;
    private final Sources sources;

    Getter(JavaTypes types, Sources sources) {
        this.types = types;
        this.sources = sources;
    }

    MethodSpec of(RowColumn column) {
        SqlKind kind = column.type().kind();
        boolean nullable = column.nullable() || kind == SqlKind.UNTYPED;
        TypeName value = types.value(column.type());
        MethodSpec.Builder method = MethodSpec.methodBuilder(column.accessor())
                .addModifiers(Modifier.PUBLIC)
                .returns(nullable ? sources.nullable(value.box()) : value)
                .addJavadoc("$L\n\n@return the value$L\n", column.doc(), nullable ? ", null for NULL" : "");
        if (kind == SqlKind.ARRAY) {
            method.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "unchecked")
                    .build());
        }
        return method.addStatement("return $L", expression(column, value, nullable))
                .build();
    }

    private static CodeBlock expression(RowColumn column, TypeName value, boolean nullable) {
        int index = column.index();
        if (value.isPrimitive()) {
            CodeBlock read =
                    switch (column.type().kind()) {
                        case BOOL -> CodeBlock.of("slots.getBoolean($L)", index);
                        case INT2, INT4 -> CodeBlock.of("slots.getInt($L)", index);
                        case FLOAT4 -> CodeBlock.of("(float) slots.getDouble($L)", index);
                        case FLOAT8 -> CodeBlock.of("slots.getDouble($L)", index);
                        default -> CodeBlock.of("slots.getBits($L)", index);
                    };
            return nullable ? CodeBlock.of("slots.isNull($L) ? null : $L", index, read) : read;
        }
        if (column.type().kind() == SqlKind.UNTYPED) {
            return CodeBlock.of("slots.get($L)", index);
        }
        if (nullable) {
            return CodeBlock.of("($T) slots.get($L)", value, index);
        }
        return switch (column.type().kind()) {
            // Held in 64 bits: there is no object to get.
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ ->
                CodeBlock.of("($T) $T.requireNonNull(slots.get($L))", value, Objects.class, index);
            default -> CodeBlock.of("($T) slots.getObject($L)", value, index);
        };
    }
}
