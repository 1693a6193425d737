package dev.seedplan.content;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type made from a single text.
 *
 * @param wanted what it takes, for messages: {@code true or false}
 * @param kind what JSON has to write it as; front matter and CSV write everything as {@link Value.Kind#ANY}
 * @param parser gives the value, or null where the text is none
 */
record ScalarType(String wanted, Value.Kind kind, Function<String, @Nullable Object> parser) {

    /** {@return the value of a text, null if it is none} */
    @Nullable
    Object parse(String text) {
        return parser.apply(text);
    }

    /** {@return whether a value of the file is written as this type has to be} */
    boolean takes(Value.Kind written) {
        return written == Value.Kind.ANY || written == kind;
    }
}
