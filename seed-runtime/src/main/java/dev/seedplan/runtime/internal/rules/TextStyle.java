package dev.seedplan.runtime.internal.rules;

import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of text that triggers and functions expect without a constraint that says so: a row that the server has refused is
 * tried with each of them in turn.
 */
final class TextStyle {

    /** The first attempts keep to what suits the column. */
    private static final int FIRST = 2;

    private TextStyle() {}

    /** {@return a text in the style of an attempt; null where the attempt has none, or the type holds no text} */
    static @Nullable String of(SqlType type, int attempt, Draws draws) {
        boolean text =
                type.scalar().filter(s -> s.is("text") || s.is("varchar")).isPresent();
        if (!text || attempt < FIRST) {
            return null;
        }
        return switch (attempt - FIRST) {
            case 0 ->
                draws.of(1).below(9) + "." + draws.of(2).below(20) + "."
                        + draws.of(3).below(20);
            case 1 -> Long.toString(1 + draws.below(9_999));
            case 2 -> word(draws);
            case 3 -> word(draws).toUpperCase(Locale.ROOT);
            case 4 -> "{}";
            case 5 -> "https://" + word(draws) + ".example.com/";
            case 6 -> word(draws) + "@example.com";
            case 7 -> "2025-0" + (1 + draws.of(1).below(9)) + "-1" + draws.of(2).below(10);
            default -> null;
        };
    }

    private static String word(Draws draws) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            word.append((char) ('a' + draws.of(i).below(26)));
        }
        return word.toString();
    }
}
