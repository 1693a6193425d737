package dev.seedplan.runtime.internal.sql;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's functions that conditions use; one that is not here is undecided. */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class Functions {

    private final Surroundings surroundings;
    private final Casts casts;
    private final Comparison comparison;

    Functions(Surroundings surroundings, Casts casts, Comparison comparison) {
        this.surroundings = surroundings;
        this.casts = casts;
        this.comparison = comparison;
    }

    Datum call(String name, List<Datum> args) {
        switch (name) {
            case "now", "current_timestamp", "transaction_timestamp", "statement_timestamp", "clock_timestamp":
                return new Datum("timestamptz", surroundings.now());
            case "current_date", "localtimestamp":
                Datum now = new Datum("timestamptz", surroundings.now());
                return casts.cast(now, name.equals("current_date") ? "date" : "timestamp");
            case "num_nulls", "num_nonnulls":
                return count(name.equals("num_nulls"), args);
            case "greatest", "least":
                return extreme(name.equals("greatest"), args);
            case "concat", "concat_ws":
                return concat(name, args);
            case "array_position":
                return args.size() == 2
                        ? ArrayFunctions.position(args.get(0), args.get(1), comparison)
                        : Datum.UNDECIDED;
            default:
                return strict(name, args);
        }
    }

    private Datum strict(String name, List<Datum> args) {
        boolean none = false;
        for (Datum arg : args) {
            if (!arg.isDecided()) {
                return arg;
            }
            none |= arg.isNull();
        }
        if (args.isEmpty()) {
            return Datum.UNDECIDED;
        }
        Datum first = args.get(0);
        Datum result = null;
        if (none) {
            result = TextFunctions.KNOWN.contains(name) || NumberFunctions.KNOWN.contains(name) || OTHERS.contains(name)
                    ? new Datum("unknown", null)
                    : null;
        } else if (first.value() instanceof String && Values.STRINGS.contains(first.type())) {
            result = TextFunctions.call(name, args);
        } else if (first.value() instanceof Number) {
            result = NumberFunctions.call(name, args, first.type());
        } else if (first.value() instanceof byte[] bytes && (name.equals("length") || name.equals("octet_length"))) {
            result = Datum.integer(bytes.length);
        }
        if (result == null && !none) {
            result = other(name, args, first);
        }
        return result == null ? Datum.UNDECIDED : result;
    }

    private static final java.util.Set<String> OTHERS = java.util.Set.of(
            "cardinality",
            "array_length",
            "array_ndims",
            "jsonb_typeof",
            "json_typeof",
            "jsonb_array_length",
            "json_array_length",
            "extract",
            "date_part",
            "date_trunc",
            "timezone",
            "isempty",
            "lower_inc",
            "upper_inc",
            "lower_inf",
            "upper_inf",
            "family",
            "masklen",
            "octet_length");

    private @Nullable Datum other(String name, List<Datum> args, Datum first) {
        switch (name) {
            case "cardinality":
                return ArrayFunctions.cardinality(first);
            case "array_length":
                return ArrayFunctions.length(first, args.get(1));
            case "array_ndims":
                return ArrayFunctions.dimensions(first);
            case "jsonb_typeof", "json_typeof":
                return JsonFunctions.typeOf(first);
            case "jsonb_array_length", "json_array_length":
                return JsonFunctions.arrayLength(first);
            case "extract", "date_part":
                return first.value() instanceof String field ? part(name, field, args.get(1)) : null;
            case "date_trunc":
                return first.value() instanceof String unit ? truncated(unit, args.get(1)) : null;
            case "timezone":
                return first.value() instanceof String zone && zone.equalsIgnoreCase("utc") ? utc(args.get(1)) : null;
            case "isempty", "lower", "upper", "lower_inc", "upper_inc", "lower_inf", "upper_inf":
                return RangeText.function(name, first, casts);
            case "family", "masklen":
                Network network = first.value() instanceof String text ? Network.parse(text) : null;
                return network == null
                        ? null
                        : Datum.integer(name.equals("family") ? network.family() : network.maskLength());
            default:
                return null;
        }
    }

    private static Datum utc(Datum time) {
        if (time.value() instanceof java.time.Instant instant) {
            return new Datum("timestamp", Times.at(instant, ZoneOffset.UTC));
        } else if (time.type().equals("timestamp") && time.value() instanceof LocalDateTime local) {
            return new Datum("timestamptz", local.toInstant(ZoneOffset.UTC));
        }
        return Datum.UNDECIDED;
    }

    private static Datum count(boolean nulls, List<Datum> args) {
        long count = 0;
        for (Datum arg : args) {
            if (!arg.isDecided()) {
                return arg;
            }
            count += arg.isNull() == nulls ? 1 : 0;
        }
        return Datum.integer(count);
    }

    private Datum extreme(boolean greatest, List<Datum> args) {
        Datum best = Datum.NULL;
        for (Datum arg : args) {
            if (!arg.isDecided()) {
                return arg;
            } else if (arg.isNull()) {
                continue;
            } else if (best.isNull()) {
                best = arg;
                continue;
            }
            Integer order = comparison.order(arg, best);
            if (order == null) {
                return Datum.UNDECIDED;
            } else if (greatest ? order > 0 : order < 0) {
                best = arg;
            }
        }
        return best;
    }

    private Datum concat(String name, List<Datum> args) {
        boolean separated = name.equals("concat_ws");
        StringBuilder text = new StringBuilder();
        String separator = "";
        int from = separated ? 1 : 0;
        if (separated && (args.get(0).isNull() || !args.get(0).isDecided())) {
            return args.get(0);
        }
        for (Datum arg : args.subList(from, args.size())) {
            if (arg.isNull()) {
                continue;
            }
            Datum cast = casts.cast(arg, "text");
            if (!(cast.value() instanceof String part) || arg.type().equals("bool")) {
                return Datum.UNDECIDED;
            }
            text.append(separator).append(part);
            separator = separated ? String.valueOf(args.get(0).value()) : "";
        }
        return Datum.text(text.toString());
    }

    private @Nullable LocalDateTime localTime(Datum time) {
        Object value = time.value();
        if (value instanceof java.time.Instant instant) {
            return Times.at(instant, surroundings.zone());
        }
        return value == null ? null : Times.local(value);
    }

    private Datum truncated(String unit, Datum time) {
        LocalDateTime local = localTime(time);
        if (local == null || local.equals(LocalDateTime.MAX) || local.equals(LocalDateTime.MIN)) {
            return Datum.UNDECIDED;
        }
        LocalDateTime cut = Times.truncated(unit.toLowerCase(java.util.Locale.ROOT), local);
        if (cut == null) {
            return Datum.UNDECIDED;
        } else if (time.type().equals("timestamp")) {
            return new Datum("timestamp", cut);
        }
        // A date becomes a timestamptz here.
        return new Datum("timestamptz", cut.atZone(surroundings.zone()).toInstant());
    }

    private Datum part(String function, String field, Datum time) {
        String type = function.equals("extract") ? "numeric" : "float8";
        LocalDateTime local = localTime(time);
        if (local == null || local.equals(LocalDateTime.MAX) || local.equals(LocalDateTime.MIN)) {
            return Datum.UNDECIDED;
        }
        UnaryOperator<Datum> typed = d -> casts.cast(d, type);
        return switch (field.toLowerCase(java.util.Locale.ROOT)) {
            case "year" -> local.getYear() > 0 ? typed.apply(Datum.integer(local.getYear())) : Datum.UNDECIDED;
            case "month" -> typed.apply(Datum.integer(local.getMonthValue()));
            case "day" -> typed.apply(Datum.integer(local.getDayOfMonth()));
            case "hour" -> typed.apply(Datum.integer(local.getHour()));
            case "minute" -> typed.apply(Datum.integer(local.getMinute()));
            case "dow" -> typed.apply(Datum.integer(local.getDayOfWeek().getValue() % 7));
            case "isodow" -> typed.apply(Datum.integer(local.getDayOfWeek().getValue()));
            case "doy" -> typed.apply(Datum.integer(local.getDayOfYear()));
            case "quarter" -> typed.apply(Datum.integer((local.getMonthValue() + 2) / 3));
            default -> Datum.UNDECIDED;
        };
    }
}
