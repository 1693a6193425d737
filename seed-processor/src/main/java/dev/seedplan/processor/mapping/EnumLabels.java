package dev.seedplan.processor.mapping;

import com.palantir.javapoet.CodeBlock;
import dev.seedplan.processor.ProcessorError;
import dev.seedplan.schema.Suggestions;
import java.util.List;

/**
 * The labels of the enum of the column that a line sets; none for other columns.
 *
 * @param shape the enum; meaningless without labels
 */
record EnumLabels(Shape shape, List<String> labels) {

    boolean areOf(Shape wanted) {
        return !labels.isEmpty() && wanted.is(Shape.Kind.ENUM) && wanted.type().equals(shape.type());
    }

    /** {@return the constant of a label} */
    Code constant(Expression.Text text) {
        if (!labels.contains(text.value())) {
            throw new Problem(
                    ProcessorError.MAPPING_TYPE,
                    text.position(),
                    "the column's enum has no label \"" + text.value() + "\"; " + Suggestions.of(text.value(), labels));
        }
        CodeBlock java = CodeBlock.of("$T.toEnum($T.class, $S, \"\")", Lines.CONVERSIONS, shape.type(), text.value());
        return new Code(java, shape, false, "", null);
    }
}
