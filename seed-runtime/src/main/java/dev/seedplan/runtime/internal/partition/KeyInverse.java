package dev.seedplan.runtime.internal.partition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an argument must be for a function's result to be something. Each answer is a list of alternatives, all of which
 * suffice; an empty one says that none is known. NULL gives NULL throughout.
 */
final class KeyInverse {

    private static final Set<String> UNITS = Set.of("year", "quarter", "month", "week", "day", "hour", "minute");

    /** Remainders are enumerated up to here. */
    private static final long MOST_REMAINDERS = 4_096;

    private KeyInverse() {}

    static boolean isUnit(String unit) {
        return UNITS.contains(unit);
    }

    /** {@code date_trunc}: a step function, so that ranges become ranges of whole steps. */
    static List<KeyFact> ofTruncation(KeyFact fact, String unit) {
        return steps(fact, value -> (LocalDateTime) value, unit);
    }

    /** A cast of a timestamp to its date. */
    static List<KeyFact> ofDay(KeyFact fact) {
        return steps(fact, value -> ((LocalDate) value).atStartOfDay(), "day");
    }

    /** The year of a timestamp, which comes as a number. */
    static List<KeyFact> ofYear(KeyFact fact) {
        return steps(
                fact,
                value -> {
                    // What is no whole year becomes a moment inside one, from which the next whole one is taken.
                    double year = ((Number) value).doubleValue();
                    LocalDateTime start = LocalDateTime.of((int) Math.floor(year), 1, 1, 0, 0);
                    return year == Math.floor(year) ? start : start.plusDays(1);
                },
                "year");
    }

    private static List<KeyFact> steps(KeyFact fact, Function<Object, LocalDateTime> start, String unit) {
        List<KeyFact> alternatives = new ArrayList<>();
        if (fact.oneOf() != null) {
            for (Object value : fact.oneOf()) {
                LocalDateTime from = start.apply(value);
                if (from.equals(floor(from, unit))) {
                    alternatives.add(KeyFact.between(from, next(from, unit)));
                }
            }
            return orNull(alternatives, fact);
        } else if (!fact.noneOf().isEmpty() || fact.modulus() != 0) {
            return orNull(alternatives, fact);
        }
        LocalDateTime from = ceiling(fact.from(), start, unit);
        LocalDateTime to = ceiling(fact.to(), start, unit);
        if (from == null || to == null || from.isBefore(to)) {
            alternatives.add(KeyFact.between(from, to));
        }
        return orNull(alternatives, fact);
    }

    private static @Nullable LocalDateTime ceiling(
            @Nullable Object value, Function<Object, LocalDateTime> start, String unit) {
        if (value == null) {
            return null;
        }
        LocalDateTime time = start.apply(value);
        LocalDateTime floor = floor(time, unit);
        return floor.equals(time) ? time : next(floor, unit);
    }

    private static LocalDateTime floor(LocalDateTime time, String unit) {
        LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (unit) {
            case "year" -> day.withDayOfYear(1);
            case "quarter" -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case "month" -> day.withDayOfMonth(1);
            case "week" -> day.minusDays(day.getDayOfWeek().getValue() - 1);
            case "day" -> day;
            case "hour" -> time.truncatedTo(ChronoUnit.HOURS);
            default -> time.truncatedTo(ChronoUnit.MINUTES);
        };
    }

    private static LocalDateTime next(LocalDateTime floor, String unit) {
        return switch (unit) {
            case "year" -> floor.plusYears(1);
            case "quarter" -> floor.plusMonths(3);
            case "month" -> floor.plusMonths(1);
            case "week" -> floor.plusWeeks(1);
            case "day" -> floor.plusDays(1);
            case "hour" -> floor.plusHours(1);
            default -> floor.plusMinutes(1);
        };
    }

    /** {@code timestamptz AT TIME ZONE 'UTC'}: the same moments, written otherwise. */
    static List<KeyFact> ofUtc(KeyFact fact) {
        return List.of(mapped(fact, value -> ((LocalDateTime) value).toInstant(ZoneOffset.UTC)));
    }

    /** A cast of an integer to numeric. */
    static List<KeyFact> ofWhole(KeyFact fact) {
        if (fact.oneOf() != null) {
            List<Object> whole = fact.oneOf().stream()
                    .map(value -> (BigDecimal) value)
                    .filter(value -> value.stripTrailingZeros().scale() <= 0)
                    .<Object>map(BigDecimal::longValueExact)
                    .toList();
            return List.of(KeyFact.among(whole, fact.nullable()));
        }
        return List.of(mapped(
                fact,
                value -> ((BigDecimal) value).setScale(0, RoundingMode.CEILING).longValueExact()));
    }

    private static KeyFact mapped(KeyFact fact, Function<Object, Object> map) {
        return new KeyFact(
                fact.oneOf() == null ? null : fact.oneOf().stream().map(map).toList(),
                fact.noneOf().stream().map(map).toList(),
                fact.from() == null ? null : map.apply(fact.from()),
                fact.to() == null ? null : map.apply(fact.to()),
                fact.nullable(),
                fact.modulus(),
                fact.remainder());
    }

    /** A function of text that leaves some texts as they are: those are taken. */
    static List<KeyFact> ofText(KeyFact fact, String function, int length) {
        if (fact.isOpen()) {
            return List.of(fact);
        }
        List<Object> fixed = fact.oneOf() == null
                ? List.of()
                : fact.oneOf().stream()
                        .filter(value -> value.equals(applied((String) value, function, length)))
                        .toList();
        return fixed.isEmpty() ? orNull(List.of(), fact) : List.of(KeyFact.among(fixed, fact.nullable()));
    }

    private static String applied(String text, String function, int length) {
        return switch (function) {
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "btrim" -> text.replaceAll("^ +| +$", "");
            default -> text.length() <= length ? text : text.substring(0, length);
        };
    }

    /** The value itself where it is not negative. */
    static List<KeyFact> ofAbsolute(KeyFact fact) {
        if (fact.oneOf() != null) {
            List<Object> values =
                    fact.oneOf().stream().filter(value -> (Long) value >= 0).toList();
            return List.of(KeyFact.among(values, fact.nullable()));
        }
        long from = fact.from() == null ? 0 : Math.max(0, (Long) fact.from());
        return fact.to() != null && (Long) fact.to() <= from
                ? orNull(List.of(), fact)
                : List.of(new KeyFact(null, fact.noneOf(), from, fact.to(), fact.nullable(), 0, 0));
    }

    /** {@code argument % modulus}, of arguments that are not negative. */
    static List<KeyFact> ofRemainder(KeyFact fact, long modulus) {
        List<KeyFact> alternatives = new ArrayList<>();
        for (long remainder = 0; remainder < Math.min(modulus, MOST_REMAINDERS); remainder++) {
            boolean listed = fact.oneOf() == null || fact.oneOf().contains(remainder);
            boolean within = (fact.from() == null || (Long) fact.from() <= remainder)
                    && (fact.to() == null || (Long) fact.to() > remainder);
            if (listed && within && !fact.noneOf().contains(remainder)) {
                alternatives.add(KeyFact.between(0L, null).congruent(modulus, remainder));
            }
        }
        return orNull(alternatives, fact);
    }

    /** {@code argument / divisor}, of arguments that are not negative. */
    static List<KeyFact> ofQuotient(KeyFact fact, long divisor) {
        List<KeyFact> alternatives = new ArrayList<>();
        if (fact.oneOf() != null) {
            for (Object quotient : fact.oneOf()) {
                long from = (Long) quotient * divisor;
                if (from >= 0) {
                    alternatives.add(KeyFact.between(from, from + divisor));
                }
            }
        } else if (fact.noneOf().isEmpty()) {
            long from = fact.from() == null ? 0 : Math.max(0, (Long) fact.from() * divisor);
            Long to = fact.to() == null ? null : (Long) fact.to() * divisor;
            if (to == null || from < to) {
                alternatives.add(KeyFact.between(from, to));
            }
        }
        return orNull(alternatives, fact);
    }

    static KeyFact notNull(KeyFact fact) {
        return new KeyFact(
                fact.oneOf(), fact.noneOf(), fact.from(), fact.to(), false, fact.modulus(), fact.remainder());
    }

    private static List<KeyFact> orNull(List<KeyFact> alternatives, KeyFact fact) {
        if (!fact.nullable()) {
            return alternatives;
        }
        List<KeyFact> all = new ArrayList<>(alternatives);
        all.add(KeyFact.onlyNull());
        return all;
    }
}
