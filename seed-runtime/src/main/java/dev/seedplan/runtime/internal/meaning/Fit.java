package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.runtime.internal.types.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings a natural value to the class in which package {@code types} holds values of a column's type. */
final class Fit {

    private Fit() {}

    /** {@return the limit in characters of a type of text, of an array that of its elements; -1 for none} */
    static int maxLength(SqlType type) {
        SqlType base = type.base();
        if (base instanceof SqlType.ArrayOf array) {
            return maxLength(array.element());
        }
        boolean sized = base instanceof SqlType.Scalar s && (s.is("varchar") || s.is("bpchar")) && s.modifier() >= 4;
        return sized ? ((SqlType.Scalar) base).modifier() - 4 : -1;
    }

    /** {@return the value in the type's class; null where it has no such value} */
    static @Nullable Object to(SqlType type, @Nullable Object value) {
        SqlType base = type.base();
        if (value == null) {
            return null;
        } else if (base instanceof SqlType.ArrayOf array) {
            return value instanceof List<?> list ? elements(array.element(), list) : null;
        } else if (base instanceof SqlType.Enumerated labelled) {
            return value instanceof String text && labelled.labels().contains(text) ? text : null;
        } else if (base instanceof SqlType.Scalar scalar) {
            return switch (TypeClass.of(scalar)) {
                case TEXT -> text(value, maxLength(scalar));
                case INT -> whole(value, scalar);
                case DECIMAL -> decimal(value, scalar);
                case FLOAT -> value instanceof Number n ? n.doubleValue() : null;
                case BOOL -> value instanceof Boolean ? value : null;
                case TIME -> time(value, scalar);
                case DATE -> date(value);
                case CLOCK -> clock(value, scalar);
                case INTERVAL -> value instanceof Duration d ? d.toSeconds() + " seconds" : null;
                case JSON, IP, MAC -> value instanceof String ? value : null;
                case UUID -> value instanceof UUID ? value : null;
                case BYTES -> value instanceof byte[] ? value : null;
                default -> null;
            };
        }
        return null;
    }

    private static @Nullable List<Object> elements(SqlType element, List<?> values) {
        List<Object> result = new ArrayList<>();
        for (Object value : values) {
            Object fitted = to(element, value);
            if (fitted == null) {
                return null;
            }
            if (!result.contains(fitted)) {
                result.add(fitted);
            }
        }
        return result;
    }

    private static @Nullable String text(Object value, int maxLength) {
        if (!(value instanceof String) && !(value instanceof Number) && !(value instanceof Boolean)) {
            return null;
        }
        String text = value instanceof BigDecimal d ? d.toPlainString() : value.toString();
        if (maxLength < 0 || text.codePointCount(0, text.length()) <= maxLength) {
            return text;
        }
        String cut = text.substring(0, text.offsetByCodePoints(0, maxLength));
        // At a space where one is near the end, since half a word looks broken.
        int space = cut.lastIndexOf(' ');
        String whole = space > maxLength / 2 ? cut.substring(0, space) : cut;
        return whole.replaceAll("[\\s,;-]+$", "");
    }

    private static @Nullable Long whole(Object value, SqlType.Scalar type) {
        if (!(value instanceof Number n)) {
            return null;
        }
        long most = type.is("int2") ? Short.MAX_VALUE : type.is("int4") ? Integer.MAX_VALUE : Long.MAX_VALUE;
        return Math.min(n.longValue(), most);
    }

    private static @Nullable BigDecimal decimal(Object value, SqlType.Scalar type) {
        if (!(value instanceof Number n)) {
            return null;
        }
        BigDecimal d = n instanceof BigDecimal big ? big : new BigDecimal(n.toString());
        if (!type.is("numeric") || type.modifier() < 4) {
            return d;
        }
        int precision = ((type.modifier() - 4) >> 16) & 0xffff;
        int scale = (((type.modifier() - 4) & 0x7ff) ^ 1024) - 1024;
        BigDecimal limit = BigDecimal.ONE.scaleByPowerOfTen(precision - scale);
        d = d.setScale(Math.min(d.scale(), scale), RoundingMode.HALF_EVEN);
        while (d.abs().compareTo(limit) >= 0) {
            d = d.movePointLeft(1).setScale(scale, RoundingMode.DOWN);
        }
        return d;
    }

    private static @Nullable Object time(Object value, SqlType.Scalar type) {
        Instant instant = value instanceof LocalDate date
                ? date.atStartOfDay(ZoneOffset.UTC).toInstant()
                : null;
        instant = value instanceof Instant i ? i : instant;
        if (instant == null) {
            return null;
        }
        return type.is("timestamp") ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : instant;
    }

    private static @Nullable LocalDate date(Object value) {
        if (value instanceof Instant instant) {
            return LocalDate.ofInstant(instant, ZoneOffset.UTC);
        }
        return value instanceof LocalDate date ? date : null;
    }

    private static @Nullable Object clock(Object value, SqlType.Scalar type) {
        if (!(value instanceof LocalTime time)) {
            return null;
        }
        return type.is("time") ? time : time + "+00";
    }
}
