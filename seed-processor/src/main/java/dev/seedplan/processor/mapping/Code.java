package dev.seedplan.processor.mapping;

import com.palantir.javapoet.CodeBlock;
import org.jspecify.annotations.Nullable;

/**
 * An expression as Java.
 *
 * @param java the expression
 * @param shape what its value is
 * @param nullable whether it may be null
 * @param field the field its value comes from, for messages; empty for none
 * @param gen the same as a generator; null where it is none
 */
record Code(
        CodeBlock java,
        Shape shape,
        boolean nullable,
        String field,
        @Nullable CodeBlock gen) {

    static Code constant(Shape shape, String format, Object... arguments) {
        return new Code(CodeBlock.of(format, arguments), shape, false, "", null);
    }

    static Code field(Shape shape, String field, CodeBlock java) {
        return new Code(java, shape, true, field, null);
    }

    static Code of(Shape shape, boolean nullable, CodeBlock java) {
        return new Code(java, shape, nullable, "", null);
    }
}
