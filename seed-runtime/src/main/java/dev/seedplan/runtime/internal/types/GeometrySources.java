package dev.seedplan.runtime.internal.types;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/** PostgreSQL's geometric types, coordinates 0.00 to 99.99, as the server prints them. */
final class GeometrySources {

    private static final int HUNDREDTHS = 10_000;

    private GeometrySources() {}

    static Map<String, Function<SqlType.Scalar, ValueSource>> all() {
        return Map.of(
                "point", type -> GeometrySources::point,
                "line",
                        type -> draws -> "{" + positive(draws.of("a")) + "," + number(draws.of("b"), 0) + ","
                                + number(draws.of("c"), 0) + "}",
                "lseg", type -> draws -> "[" + point(draws.of(0)) + "," + point(draws.of(1)) + "]",
                "box", type -> GeometrySources::box,
                "path", type -> draws -> "[" + triangle(draws) + "]",
                "polygon", type -> draws -> "(" + triangle(draws) + ")",
                "circle", type -> draws -> "<" + point(draws) + "," + positive(draws.of("radius")) + ">");
    }

    private static String point(Draws draws) {
        return "(" + number(draws.of("x"), 0) + "," + number(draws.of("y"), 0) + ")";
    }

    private static String triangle(Draws draws) {
        return point(draws.of(0)) + "," + point(draws.of(1)) + "," + point(draws.of(2));
    }

    /** The upper right corner comes first. */
    private static String box(Draws draws) {
        long x = draws.of("x").below(HUNDREDTHS);
        long y = draws.of("y").below(HUNDREDTHS);
        long width = 1 + draws.of("width").below(1_000);
        long height = 1 + draws.of("height").below(1_000);
        return "(" + number(x + width) + "," + number(y + height) + "),(" + number(x) + "," + number(y) + ")";
    }

    static String positive(Draws draws) {
        return number(draws, 1);
    }

    private static String number(Draws draws, int least) {
        return number(least + draws.below(HUNDREDTHS - least));
    }

    static String number(long hundredths) {
        return hundredths == 0
                ? "0"
                : BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }
}
