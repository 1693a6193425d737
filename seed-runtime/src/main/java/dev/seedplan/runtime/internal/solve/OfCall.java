package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.regex.Language;
import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Undoes a function. */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class OfCall {

    private static final int ANY = Integer.MAX_VALUE;

    private final TableRules rules;
    private final Restriction restriction;

    OfCall(TableRules rules, Restriction restriction) {
        this.rules = rules;
        this.restriction = restriction;
    }

    @Nullable
    List<Facts> facts(Expr.Call call, Constraint constraint) {
        if (call.arguments().isEmpty()) {
            return null;
        }
        Expr first = call.arguments().get(0);
        String inner = rules.typeKey(first);
        switch (call.name().toLowerCase(Locale.ROOT)) {
            case "lower", "upper":
                return inner == null || !rules.isText(inner) ? null : folded(call, first, constraint);
            case "btrim", "ltrim", "rtrim":
                return trimmed(call, first, constraint);
            case "length", "char_length", "character_length", "octet_length":
                return length(call, first, constraint);
            case "substr", "substring", "left", "right":
                return part(call, first, constraint);
            case "strpos":
                return position(call, first, constraint);
            case "abs":
                return absolute(first, constraint);
            case "extract", "date_part":
                return year(call, constraint);
            case "cardinality", "array_length", "array_position", "array_ndims":
                return new ArrayAtoms(rules).call(call, constraint);
            case "jsonb_typeof", "json_typeof", "jsonb_array_length", "json_array_length":
                return new JsonAtoms(rules).call(call, constraint);
            default:
                return null;
        }
    }

    private @Nullable List<Facts> folded(Expr.Call call, Expr first, Constraint constraint) {
        if (constraint instanceof Constraint.Length) {
            return restriction.of(first, constraint);
        }
        Language language = Restriction.language(constraint);
        boolean lower = call.name().equalsIgnoreCase("lower");
        return language == null ? null : restriction.of(first, new Constraint.In(language.whoseCaseFolds(lower)));
    }

    private @Nullable List<Facts> trimmed(Expr.Call call, Expr first, Constraint constraint) {
        String blank = call.arguments().size() > 1 ? text(call.arguments().get(1)) : " ";
        if (blank == null) {
            return null;
        }
        Language language = Restriction.language(constraint);
        boolean longer = constraint instanceof Constraint.Length limit && limit.max() > 64 && limit.max() != ANY;
        if (longer && constraint instanceof Constraint.Length limit) {
            // What is short enough with its blanks is so without them.
            language = Language.length(Math.min(limit.min(), 255), ANY);
        }
        if (language == null) {
            return null;
        }
        boolean start = !call.name().equalsIgnoreCase("rtrim");
        boolean end = !call.name().equalsIgnoreCase("ltrim");
        Language whole = language.whoseTrimmed(blank, start, end);
        List<Facts> facts = restriction.of(first, new Constraint.In(longer ? whole.inPart() : whole));
        return longer && constraint instanceof Constraint.Length limit
                ? Restriction.both(facts, restriction.of(first, new Constraint.Length(limit.min(), limit.max())))
                : facts;
    }

    private @Nullable String text(Expr expr) {
        Datum datum = rules.constant(expr);
        return datum != null && datum.value() instanceof String text ? text : null;
    }

    private @Nullable Long number(Expr expr) {
        Datum datum = rules.constant(expr);
        return datum != null && datum.value() instanceof Long number ? number : null;
    }

    private @Nullable List<Facts> length(Expr.Call call, Expr first, Constraint constraint) {
        if (constraint instanceof Constraint.Among among && !among.negated()) {
            List<Facts> ways = List.of();
            for (Datum datum : among.constants()) {
                List<Facts> one = length(call, first, new Constraint.Compare("=", datum));
                ways = Restriction.either(ways, one) == null ? List.of() : Restriction.either(ways, one);
            }
            return ways == null || ways.isEmpty() ? null : ways;
        }
        if (!(constraint instanceof Constraint.Compare compare)
                || !(compare.constant().value() instanceof Number bound)) {
            return null;
        }
        BigDecimal exact = new BigDecimal(bound.toString());
        int floor = clamped(exact.setScale(0, RoundingMode.FLOOR));
        int ceiling = clamped(exact.setScale(0, RoundingMode.CEILING));
        boolean whole = floor == ceiling;
        return switch (compare.operator()) {
            case "=" -> whole ? sized(call, first, floor, floor) : List.of();
            case "<>" ->
                whole
                        ? Restriction.either(sized(call, first, 0, floor - 1), sized(call, first, floor + 1, ANY))
                        : List.of(Facts.ANY);
            case "<" -> sized(call, first, 0, whole ? floor - 1 : floor);
            case "<=" -> sized(call, first, 0, floor);
            case ">" -> sized(call, first, floor + 1, ANY);
            default -> sized(call, first, ceiling, ANY);
        };
    }

    private static int clamped(BigDecimal number) {
        return number.max(BigDecimal.valueOf(-1))
                .min(BigDecimal.valueOf(2_000_000_000))
                .intValue();
    }

    private @Nullable List<Facts> sized(Expr.Call call, Expr first, int min, int max) {
        if (max < 0) {
            return List.of();
        }
        int least = Math.max(0, min);
        Expr bare = first;
        while (bare instanceof Expr.Cast cast && cast.type().modifiers().isEmpty()) {
            bare = cast.of();
        }
        String inner = rules.typeKey(bare);
        boolean bytes = "bytea".equals(inner);
        if (bytes || call.name().equalsIgnoreCase("octet_length")) {
            boolean column = bare instanceof Expr.Column && inner != null && (bytes || rules.isText(inner));
            return column ? List.of(Facts.of(TextFacts.bytes(least, max))) : null;
        }
        return restriction.of(first, new Constraint.Length(least, max));
    }

    private @Nullable List<Facts> part(Expr.Call call, Expr first, Constraint constraint) {
        Language language = Restriction.language(constraint);
        Long second = call.arguments().size() > 1 ? number(call.arguments().get(1)) : null;
        if (language == null || second == null || second < 0 || second > 1000) {
            return null;
        }
        String name = call.name().toLowerCase(Locale.ROOT);
        if (name.equals("right")) {
            return restriction.of(first, new Constraint.In(language.whoseEnd(second.intValue())));
        } else if (name.equals("left")) {
            return restriction.of(first, new Constraint.In(language.whosePart(0, second.intValue())));
        }
        Long length = call.arguments().size() > 2 ? number(call.arguments().get(2)) : Long.valueOf(ANY);
        if (length == null || second < 1 || length < 0 || (length > 1000 && length != ANY)) {
            return null;
        }
        Language whole = language.whosePart(second.intValue() - 1, length.intValue());
        return restriction.of(first, new Constraint.In(whole));
    }

    private @Nullable List<Facts> position(Expr.Call call, Expr first, Constraint constraint) {
        String part = text(call.arguments().get(1));
        if (part == null
                || !(constraint instanceof Constraint.Compare compare)
                || !(compare.constant().value() instanceof Long at)) {
            return null;
        }
        Language containing = Language.containing(part);
        Language language = switch (compare.operator()) {
            case "=" -> at == 0 ? containing.not() : at > 0 && at <= 20 ? at(part, at) : null;
            case "<>" -> at == 0 ? containing : null;
            case ">" -> at >= 0 && at <= 20 ? containing.and(notBefore(part, at)) : null;
            case ">=" -> at > 0 && at <= 20 ? containing.and(notBefore(part, at - 1)) : null;
            case "<=", "<" -> at == (compare.operator().equals("<") ? 1 : 0) ? containing.not() : null;
            default -> null;
        };
        return language == null ? null : restriction.of(first, new Constraint.In(language));
    }

    private static Language at(String part, long place) {
        int skipped = (int) place - 1;
        Language here =
                Language.length(skipped, skipped).then(Language.of(part)).then(Language.anything());
        return here.and(notBefore(part, skipped));
    }

    /** The texts in which the part begins at none of the first places. */
    private static Language notBefore(String part, long places) {
        Language language = Language.anything();
        for (int i = 0; i < places; i++) {
            Language here = Language.length(i, i).then(Language.of(part)).then(Language.anything());
            language = language.and(here.not());
        }
        return language;
    }

    private @Nullable List<Facts> absolute(Expr first, Constraint constraint) {
        if (!(constraint instanceof Constraint.Compare compare)
                || !(compare.constant().value() instanceof Number bound)) {
            return null;
        }
        Datum negative = new Datum("numeric", new BigDecimal(bound.toString()).negate());
        List<Facts> above = restriction.of(first, new Constraint.Compare(compare.operator(), compare.constant()));
        List<Facts> below =
                restriction.of(first, new Constraint.Compare(Restriction.mirrored(compare.operator()), negative));
        boolean inside = compare.operator().startsWith("<");
        return inside ? Restriction.both(above, below) : Restriction.either(above, below);
    }

    private @Nullable List<Facts> year(Expr.Call call, Constraint constraint) {
        if (!"year".equals(text(call.arguments().get(0)))
                || !(constraint instanceof Constraint.Compare compare)
                || !(compare.constant().value() instanceof Number bound)) {
            return null;
        }
        int year =
                new BigDecimal(bound.toString()).setScale(0, RoundingMode.FLOOR).intValue();
        if (year < 1 || year > 9998 || new BigDecimal(bound.toString()).compareTo(BigDecimal.valueOf(year)) != 0) {
            return null;
        }
        Expr of = call.arguments().get(1);
        Datum start = new Datum("date", java.time.LocalDate.of(year, 1, 1));
        Datum next = new Datum("date", java.time.LocalDate.of(year + 1, 1, 1));
        return switch (compare.operator()) {
            case "<", ">=" -> restriction.of(of, new Constraint.Compare(compare.operator(), start));
            case ">" -> restriction.of(of, new Constraint.Compare(">=", next));
            case "<=" -> restriction.of(of, new Constraint.Compare("<", next));
            case "=" ->
                Restriction.both(
                        restriction.of(of, new Constraint.Compare(">=", start)),
                        restriction.of(of, new Constraint.Compare("<", next)));
            default -> null;
        };
    }
}
