package dev.seedplan.runtime.internal.types;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as the text that PostgreSQL reads, and back.
 *
 * <p>What is written is read the same under every DateStyle, IntervalStyle, TimeZone and bytea_output; money, whose point
 * depends on the locale, under {@code lc_monetary = 'C'} only. What is read back must have been printed under the
 * settings of {@link #SETTINGS}.
 *
 * <p>Java's greatest and least {@code LocalDate}, {@code LocalDateTime} and {@code Instant} stand for {@code infinity} and
 * {@code -infinity}.
 */
public final class ValueText {

    /** Statements that make a connection print values as {@link #read} expects them, and read money as {@link #text} writes it. */
    public static final String SETTINGS =
            "SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC';"
                    + " SET bytea_output = 'hex'; SET extra_float_digits = 1; SET lc_monetary = 'C'";

    private ValueText() {}

    /**
     * {@return the text that PostgreSQL's input function of the type reads}
     *
     * @param type the value's type
     * @param value as this package holds values of that type
     */
    public static String text(SqlType type, Object value) {
        if (value instanceof String text) {
            return text;
        } else if (value instanceof List<?> list) {
            return list(type, list);
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Boolean flag) {
            return flag ? "t" : "f";
        } else if (value instanceof Instant || value instanceof LocalDate || value instanceof LocalDateTime) {
            return TimeText.of(value);
        } else if (value instanceof LocalTime time) {
            return time(time);
        } else if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        } else if (value instanceof Number || value instanceof UUID) {
            return value.toString();
        }
        throw new IllegalArgumentException(
                "a value of " + value.getClass().getName() + " has no text as " + type.sql());
    }

    /**
     * {@return the field of a line of COPY's text format}
     *
     * @param type the value's type
     * @param value null for NULL
     */
    public static String copy(SqlType type, @Nullable Object value) {
        return value == null ? "\\N" : CopyText.escape(text(type, value));
    }

    /**
     * {@return the value as an expression of its type in SQL}
     *
     * @param type the value's type, to which it is cast
     * @param value null for NULL
     */
    public static String literal(SqlType type, @Nullable Object value) {
        return (value == null ? "NULL" : quote(text(type, value))) + "::" + type.sql();
    }

    /** {@return a string constant of SQL, whatever {@code standard_conforming_strings} says} */
    public static String quote(String text) {
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    /**
     * {@return the value of a text that PostgreSQL printed; {@code char(n)} without the blanks at its end, which mean nothing}
     *
     * @param type its type
     * @param text printed under the settings of {@link #SETTINGS}
     * @throws IllegalArgumentException if the class that holds values of the type cannot hold this one, such as a numeric
     *     {@code NaN} or a time of {@code 24:00:00}, or if the text is none of the type's
     */
    public static Object read(SqlType type, String text) {
        SqlType base = type.base();
        if (base instanceof SqlType.ArrayOf array) {
            return ArrayText.read(array, text);
        }
        if (!(base instanceof SqlType.Scalar scalar) || !scalar.name().schema().equals("pg_catalog")) {
            return text;
        }
        return switch (scalar.name().name()) {
            case "bool" -> flag(text);
            case "int2", "int4", "int8", "oid" -> Long.valueOf(text);
            case "numeric" -> new BigDecimal(text);
            case "money" -> money(text);
            case "float4", "float8" -> Double.valueOf(text);
            case "date" -> TimeText.date(text);
            case "timestamp" -> TimeText.timestamp(text);
            case "timestamptz" -> TimeText.instant(text);
            case "time" -> TimeText.clock(text);
            case "uuid" -> UUID.fromString(text);
            case "bytea" -> bytes(text);
            case "bpchar" -> text.replaceFirst(" +$", "");
            default -> text;
        };
    }

    /** {@return hours, minutes, seconds, and microseconds where there are any} */
    static String time(LocalTime time) {
        return TimeText.of(time);
    }

    private static String list(SqlType type, List<?> list) {
        if (type.base() instanceof SqlType.ArrayOf array) {
            return ArrayText.of(array, list);
        }
        throw new IllegalArgumentException(type.sql() + " is no array");
    }

    private static Boolean flag(String text) {
        if (!text.equals("t") && !text.equals("f") && !text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("\"" + text + "\" is no boolean");
        }
        return text.startsWith("t");
    }

    /** As under {@code lc_monetary = 'C'}: {@code -$1,234.50}. */
    private static BigDecimal money(String text) {
        return new BigDecimal(text.replace("$", "").replace(",", ""));
    }

    private static byte[] bytes(String text) {
        if (!text.startsWith("\\x")) {
            throw new IllegalArgumentException("\"" + text + "\" is not bytea in its hex form");
        }
        return HexFormat.of().parseHex(text, 2, text.length());
    }
}
