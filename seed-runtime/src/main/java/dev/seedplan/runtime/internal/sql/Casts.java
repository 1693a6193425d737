package dev.seedplan.runtime.internal.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes the type of values. What it does not know to be right is undecided. */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class Casts {

    private final Surroundings surroundings;

    Casts(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Datum cast(Datum from, TypeName to) {
        Datum to2 = cast(from, to.key());
        if (to.modifiers().isEmpty() || to2.value() == null || to.dimensions() > 0) {
            return to2;
        }
        return modified(to2, to);
    }

    Datum cast(Datum from, String to) {
        if (!from.isDecided() || from.type().equals(to)) {
            return from;
        }
        Object value = from.value();
        if (value == null) {
            return new Datum(to, null);
        }
        Object result = to.endsWith("[]") ? array(from, value, to) : scalar(from, value, to);
        return result == null ? Datum.UNDECIDED : new Datum(to, result);
    }

    private @Nullable Object array(Datum from, Object value, String to) {
        String element = to.substring(0, to.length() - 2);
        if (value instanceof String text && from.type().equals("unknown")) {
            return ArrayText.parse(text, s -> scalar(new Datum("unknown", s), s, element));
        } else if (!(value instanceof List<?> list) || !from.isArray()) {
            return null;
        } else {
            List<@Nullable Object> result = new ArrayList<>();
            for (Object item : list) {
                Object cast = item == null
                        ? null
                        : item instanceof List
                                ? array(new Datum(from.type(), item), item, to)
                                : cast(new Datum(from.element(), item), element).value();
                if (cast == null && item != null) {
                    return null;
                }
                result.add(cast);
            }
            return result;
        }
    }

    private @Nullable Object scalar(Datum from, Object value, String to) {
        if (value instanceof String text) {
            if (from.type().equals("bpchar") && Values.STRINGS.contains(to) && !to.equals("bpchar")) {
                return text.stripTrailing();
            }
            return string(from.type(), text, to);
        } else if (value instanceof Number) {
            return number(value, to, from.type());
        } else if (value instanceof Boolean truth) {
            return switch (to) {
                case "int4" -> truth ? 1L : 0L;
                case "text", "varchar" -> truth.toString();
                default -> null;
            };
        } else if (value instanceof UUID || value instanceof byte[]) {
            return Values.STRINGS.contains(to) ? Values.text(value) : null;
        }
        return time(value, to);
    }

    private @Nullable Object string(String from, String text, String to) {
        boolean plain = Values.STRINGS.contains(from);
        if (to.equals("text") || to.equals("varchar") || to.equals("citext") || to.equals("bpchar")) {
            // jsonb prints itself anew; so do types with several spellings.
            boolean itself = plain || from.equals("json") || surroundings.labels(from) != null;
            return itself ? text : from.equals("jsonb") ? Json.write(orNull(Json.parse(text))) : null;
        } else if (!plain && !(from.startsWith("json") && to.startsWith("json"))) {
            return null;
        }
        String trimmed = text.strip();
        try {
            switch (to) {
                case "int2", "int4", "int8", "oid":
                    return Long.valueOf(trimmed);
                case "numeric":
                    return trimmed.equalsIgnoreCase("nan")
                            ? (Object) Double.NaN
                            : trimmed.toLowerCase(java.util.Locale.ROOT).endsWith("infinity")
                                    ? (Object)
                                            (trimmed.startsWith("-")
                                                    ? Double.NEGATIVE_INFINITY
                                                    : Double.POSITIVE_INFINITY)
                                    : new BigDecimal(trimmed);
                case "float8":
                    return real(trimmed);
                case "float4":
                    return (double) (float) real(trimmed);
                case "bool":
                    return bool(trimmed);
                case "uuid":
                    return trimmed.length() == 36 ? UUID.fromString(trimmed) : null;
                case "bytea":
                    return text.startsWith("\\x") ? HexFormat.of().parseHex(text.substring(2)) : null;
                case "date", "timestamp", "timestamptz", "time":
                    return Times.parse(text, to, surroundings);
                case "json", "jsonb":
                    return Json.parse(text) == null ? null : text;
                case "name", "interval", "inet", "cidr", "unknown":
                    return text;
                default:
                    return from.equals("unknown") || surroundings.labels(to) != null ? text : null;
            }
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Object orNull(@Nullable Object json) {
        return json == null ? Json.NULL : json;
    }

    private static double real(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "infinity", "inf" -> Double.POSITIVE_INFINITY;
            case "-infinity", "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    private static @Nullable Boolean bool(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        if (Set.of("t", "true", "yes", "y", "on", "1").contains(lower)) {
            return true;
        }
        return Set.of("f", "false", "no", "n", "off", "0").contains(lower) ? Boolean.FALSE : null;
    }

    private @Nullable Object number(Object value, String to, String from) {
        switch (to) {
            case "int2", "int4", "int8", "oid":
                if (value instanceof Long) {
                    return value;
                }
                if (!Values.finite(value)) {
                    return null;
                }
                RoundingMode mode = value instanceof Double ? RoundingMode.HALF_EVEN : RoundingMode.HALF_UP;
                BigDecimal whole = Values.decimal(value).setScale(0, mode);
                return whole.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0 ? whole.longValue() : null;
            case "numeric":
                // A float becomes the shortest number that reads back as it, of 15 digits: left to the server.
                return value instanceof Double ? (Values.finite(value) ? null : value) : Values.decimal(value);
            case "float8":
                return ((Number) value).doubleValue();
            case "float4":
                return (double) ((Number) value).floatValue();
            case "bool":
                return value instanceof Long n && from.equals("int4") ? n != 0 : null;
            case "text", "varchar":
                return value instanceof Double ? null : Values.text(value);
            default:
                return null;
        }
    }

    private @Nullable Object time(Object value, String to) {
        if (value instanceof LocalTime) {
            return to.equals("time") ? value : null;
        }
        LocalDateTime local =
                value instanceof Instant instant ? Times.at(instant, surroundings.zone()) : Times.local(value);
        if (local == null) {
            return null;
        }
        return switch (to) {
            case "date" -> Times.date(local);
            case "timestamp" -> local;
            case "timestamptz" -> Times.instant(value, surroundings);
            case "time" -> local.toLocalTime();
            case "text", "varchar" ->
                value instanceof LocalDate date && date.getYear() > 0 && date.getYear() < 10000
                        ? date.toString()
                        : null;
            default -> null;
        };
    }

    private static Datum modified(Datum datum, TypeName type) {
        Object value = datum.value();
        try {
            int first = Integer.parseInt(type.modifiers().get(0));
            if (value instanceof String text
                    && (type.name().equals("varchar") || type.name().equals("bpchar"))) {
                int length = text.codePointCount(0, text.length());
                return length <= first
                        ? datum
                        : new Datum(datum.type(), text.substring(0, text.offsetByCodePoints(0, first)));
            } else if (value instanceof BigDecimal number && type.name().equals("numeric")) {
                int scale = type.modifiers().size() > 1
                        ? Integer.parseInt(type.modifiers().get(1))
                        : 0;
                BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_UP);
                return rounded.precision() - rounded.scale() <= first - scale
                        ? new Datum("numeric", rounded)
                        : Datum.UNDECIDED;
            }
        } catch (NumberFormatException e) {
            return Datum.UNDECIDED;
        }
        return Datum.UNDECIDED;
    }
}
