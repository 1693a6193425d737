package dev.seedplan.runtime.internal.types;

import dev.seedplan.Dict;
import dev.seedplan.runtime.internal.words.Dictionaries;
import dev.seedplan.spi.Words;
import java.util.Map;
import java.util.function.Function;

/** Placeholder words, cut to what the type holds; bytes and bits. */
final class TextSources {

    private static final int NAME_LENGTH = 63;
    private static final int CODE_LENGTH = 3;
    private static final int MOST_BITS = 16;
    private static final int CHUNK = 62;

    private TextSources() {}

    static Map<String, Function<SqlType.Scalar, ValueSource>> all() {
        return Map.of(
                "text", type -> words(-1),
                "varchar", type -> words(limit(type)),
                "bpchar",
                        type -> limit(type) >= 0 && limit(type) <= CODE_LENGTH ? code(limit(type)) : words(limit(type)),
                "name", type -> draws -> cut(word(draws.of(0)) + "_" + word(draws.of(1)), NAME_LENGTH),
                "refcursor", type -> draws -> "cursor_" + (1 + draws.below(1_000)),
                "char", type -> code(1),
                "bytea", type -> TextSources::bytes,
                "bit", type -> draws -> bits(draws, type.modifier() > 0 ? type.modifier() : MOST_BITS),
                "varbit",
                        type -> draws -> bits(
                                draws,
                                1
                                        + (int) draws.of("length")
                                                .below(
                                                        type.modifier() > 0
                                                                ? Math.min(type.modifier(), MOST_BITS)
                                                                : MOST_BITS)));
    }

    /** {@return the declared length in characters, -1 for none} */
    private static int limit(SqlType.Scalar type) {
        // The modifier counts a header of four bytes (VARHDRSZ).
        return type.modifier() >= 4 ? type.modifier() - 4 : -1;
    }

    /** {@return two to four words, or what fits of them; {@code limit} is -1 for none} */
    static ValueSource words(int limit) {
        return draws -> {
            int count = 2 + (int) draws.of("count").below(3);
            StringBuilder text = new StringBuilder(word(draws.of(0)));
            for (int i = 1; i < count; i++) {
                String next = word(draws.of(i));
                if (limit >= 0 && text.length() + 1 + next.length() > limit) {
                    break;
                }
                text.append(' ').append(next);
            }
            return cut(text.toString(), limit);
        };
    }

    /** {@return capital letters, as in codes of countries and currencies} */
    private static ValueSource code(int length) {
        return draws -> {
            StringBuilder text = new StringBuilder(length);
            for (int i = 0; i < length; i++) {
                text.append((char) ('A' + draws.of(i).below(26)));
            }
            return text.toString();
        };
    }

    /** {@return a word of a to z} */
    static String word(Draws draws) {
        Words words = Dictionaries.shared().words(Dict.LOREM, "en");
        return words.text((int) draws.below(words.size()));
    }

    private static String cut(String text, int limit) {
        return limit < 0 || text.length() <= limit ? text : text.substring(0, limit);
    }

    private static byte[] bytes(Draws draws) {
        byte[] bytes = new byte[8 + (int) draws.of("length").below(9)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) draws.of(i).bits();
        }
        return bytes;
    }

    private static String bits(Draws draws, int length) {
        StringBuilder text = new StringBuilder(length);
        long rest = 0;
        for (int i = 0; i < length; i++) {
            rest = i % CHUNK == 0 ? draws.of(i).bits() : rest >>> 1;
            text.append((rest & 1) == 0 ? '0' : '1');
        }
        return text.toString();
    }
}
