package dev.seedplan.runtime.internal.sketch;

import dev.seedplan.runtime.internal.meaning.Meaning;
import dev.seedplan.schema.TypeRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The expression that gives a column its values. */
final class ColumnCode {

    /** Before those that follow from them: the ranges below do not overlap. */
    private static final Set<Meaning> EARLY = Set.of(Meaning.CREATED_AT, Meaning.START_AT);

    private static final Set<Meaning> LATE =
            Set.of(Meaning.UPDATED_AT, Meaning.END_AT, Meaning.EVENT_AT, Meaning.PUBLISHED_AT);

    private static final Set<Meaning> TO_COME = Set.of(Meaning.EXPIRES_AT, Meaning.FUTURE_AT);
    private static final int USUAL_DIGITS = 3;

    private final CheckFacts checks;
    private final String enumClass;

    ColumnCode(CheckFacts checks, String enumClass) {
        this.checks = checks;
        this.enumClass = enumClass;
    }

    /**
     * {@return the expression; null where the runtime's own choice has to do}
     *
     * @param column the column's name
     * @param type below all domains
     * @param distinct whether no value may repeat
     */
    @Nullable
    String of(String column, ColumnKind kind, TypeRef type, Meaning meaning, boolean distinct, String word) {
        List<String> listed = checks.list(column);
        String unique = distinct ? ".unique()" : "";
        if (!listed.isEmpty()) {
            return listed(listed, kind, unique);
        }
        return switch (kind) {
            case TEXT -> text(column, type, meaning, distinct, word);
            case INT -> ints(column, type, meaning, distinct);
            case LONG -> ints(column, type, meaning, distinct);
            case NUMERIC -> decimals(column, type, meaning, unique);
            case FLOAT -> floats(column, meaning);
            case BOOL ->
                meaning == Meaning.FLAG_ON
                        ? "bools(0.9)"
                        : meaning == Meaning.FLAG_OFF ? "bools(0.1)" : meaning == Meaning.FLAG ? "bools()" : null;
            case DATE, TIMESTAMP -> distinct || meaning != Meaning.NONE ? time(kind, meaning) + unique : null;
            case TIME -> "timeOfDay()" + unique;
            case UUID -> "uuids()";
            case INTERVAL -> meaning == Meaning.NONE ? null : "durations(Duration.ofMinutes(1), Duration.ofHours(8))";
            case INET -> "ipv4()" + unique;
            case ENUM -> "enums(" + enumClass + ".class)" + unique;
            case BYTES -> "bytes(" + (checks.exact(column) > 0 ? checks.exact(column) : 16) + ")";
            default -> null;
        };
    }

    /** {@return whether a comparison between two columns holds for the values given here} */
    static boolean ordered(Meaning left, String operator, Meaning right) {
        int before = rank(left);
        int after = rank(right);
        return before >= 0 && after >= 0 && (operator.startsWith("<") ? before < after : before > after);
    }

    private static int rank(Meaning meaning) {
        return EARLY.contains(meaning) ? 0 : LATE.contains(meaning) ? 1 : TO_COME.contains(meaning) ? 2 : -1;
    }

    private static @Nullable String listed(List<String> values, ColumnKind kind, String unique) {
        return switch (kind) {
            case TEXT ->
                "oneOf(" + values.stream().map(JavaText::quoted).collect(Collectors.joining(", ")) + ")" + unique;
            case INT -> "oneOf(" + String.join(", ", values) + ")" + unique;
            default -> null;
        };
    }

    private @Nullable String text(String column, TypeRef type, Meaning meaning, boolean distinct, String word) {
        int longest = type.maxLength();
        int checked = checks.longest(column);
        if (checked >= 0) {
            // Only the column's own length is known to whoever draws the values.
            return distinct ? null : checked >= 7 ? "word().map(text -> truncate(text, " + checked + "))" : null;
        }
        int exact = checks.exact(column);
        if (exact > 0) {
            return "pattern(\"" + "?".repeat(exact) + "\")" + (distinct ? ".unique()" : "");
        }
        if (distinct) {
            return TextCalls.distinct(meaning, longest, word);
        }
        if (meaning == Meaning.STATUS || meaning == Meaning.KIND || meaning == Meaning.ROLE) {
            return longest >= 0 && longest < 6 ? null : "oneOf(\"new\", \"active\", \"closed\")";
        }
        return TextCalls.of(meaning, longest);
    }

    private @Nullable String ints(String column, TypeRef type, Meaning meaning, boolean distinct) {
        BigDecimal least = checks.least(column);
        BigDecimal most = checks.most(column);
        int width = type.element().name().equals("int2") ? 30_000 : 1_000_000;
        if (distinct || least != null || most != null) {
            long from = least == null ? Math.min(1, most == null ? 1 : most.longValue() - 100) : ceiling(least);
            long to = most == null
                    ? from + (distinct ? width - 1 : 100)
                    : most.setScale(0, RoundingMode.FLOOR).longValue();
            boolean fits = from >= Integer.MIN_VALUE && to <= Integer.MAX_VALUE && from <= to;
            return fits
                    ? "ints(" + JavaText.number(from) + ", " + JavaText.number(to) + ")" + (distinct ? ".unique()" : "")
                    : null;
        }
        return switch (meaning) {
            case AGE -> "age()";
            case MONEY_INT -> "ints(100, 30_000)";
            case QUANTITY -> "ints(1, 10)";
            case PERCENTAGE, SCORE -> "percent()";
            case RATING, LEVEL -> "rating()";
            case COUNT, LIMIT -> "ints(0, 100)";
            case POSITION -> "sequence()";
            case YEAR -> "ints(1990, 2025)";
            case MONTH -> "ints(1, 12)";
            case DAY_OF_WEEK -> "ints(1, 7)";
            case DURATION, DIMENSION, WEIGHT, FILE_SIZE -> "ints(1, 3_600)";
            case BODY_HEIGHT -> "ints(150, 200)";
            case BODY_WEIGHT -> "ints(50, 110)";
            default -> null;
        };
    }

    private static long ceiling(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING).longValue();
    }

    private @Nullable String decimals(String column, TypeRef type, Meaning meaning, String unique) {
        BigDecimal least = checks.least(column);
        BigDecimal most = checks.most(column);
        int scale = Math.max(0, type.precision() < 0 ? 2 : type.scale());
        int digits = type.precision() < 0 ? USUAL_DIGITS : Math.min(USUAL_DIGITS, type.precision() - type.scale());
        if (unique.isEmpty() && least == null && most == null && meaning == Meaning.NONE) {
            return null;
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        BigDecimal top = BigDecimal.TEN.pow(Math.max(0, digits)).subtract(unit);
        if (meaning == Meaning.LATITUDE || meaning == Meaning.LONGITUDE || meaning == Meaning.PERCENTAGE) {
            top = top.min(BigDecimal.valueOf(meaning == Meaning.PERCENTAGE ? 1 : 89));
        }
        BigDecimal from = least == null ? BigDecimal.ZERO : least;
        BigDecimal to = most == null ? top.max(from.add(BigDecimal.ONE)) : most;
        if (most != null && most.compareTo(top) > 0) {
            to = top;
        }
        from = from.min(to).setScale(scale, RoundingMode.CEILING);
        to = to.setScale(scale, RoundingMode.FLOOR);
        return from.compareTo(to) > 0
                ? null
                : "decimals(\"" + from.toPlainString() + "\", \"" + to.toPlainString() + "\")" + unique;
    }

    private @Nullable String floats(String column, Meaning meaning) {
        BigDecimal least = checks.least(column);
        BigDecimal most = checks.most(column);
        if (least == null && most == null && meaning == Meaning.NONE) {
            return null;
        }
        if (least == null && most == null && (meaning == Meaning.LATITUDE || meaning == Meaning.LONGITUDE)) {
            return meaning == Meaning.LATITUDE ? "latitude()" : "longitude()";
        }
        BigDecimal from = least == null ? BigDecimal.ZERO.min(most == null ? BigDecimal.ZERO : most) : least;
        BigDecimal to = most == null ? from.add(BigDecimal.valueOf(100)) : most;
        return "doubles(" + from.toPlainString() + ", " + to.toPlainString() + ")";
    }

    private static String time(ColumnKind kind, Meaning meaning) {
        if (meaning == Meaning.BIRTH_DATE && kind == ColumnKind.DATE) {
            return "birthday(18, 80)";
        } else if (TO_COME.contains(meaning)) {
            return "upcoming(90)";
        }
        return LATE.contains(meaning)
                ? "times(\"2025-07-01\", \"2025-12-31\")"
                : "times(\"2024-01-01\", \"2025-06-30\")";
    }
}
