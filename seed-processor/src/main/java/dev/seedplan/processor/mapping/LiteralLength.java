package dev.seedplan.processor.mapping;

import dev.seedplan.processor.ProcessorError;

/** Literals that are longer than their column, said while the plan compiles. */
record LiteralLength(String column, int most) {

    void check(Expression value) {
        if (value instanceof Expression.Alternatives alternatives) {
            alternatives.all().forEach(this::check);
        } else if (most >= 0 && value instanceof Expression.Text text) {
            int length = text.value().codePointCount(0, text.value().length());
            if (length > most) {
                throw new Problem(
                        ProcessorError.MAPPING_TYPE,
                        text.position(),
                        "the text has " + length + " characters, and column " + column + " takes " + most);
            }
        }
    }
}
