package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.regex.Language;
import dev.seedplan.runtime.internal.sql.Datum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a constraint on a column's own value says. */
final class OfColumn {

    private static final BigDecimal DAY = BigDecimal.valueOf(86_400_000_000L);

    private OfColumn() {}

    static @Nullable List<Facts> facts(ColumnType type, Constraint constraint, TableRules rules) {
        if (constraint instanceof Constraint.Compare compare) {
            return compare(type, compare, rules);
        } else if (constraint instanceof Constraint.Among among) {
            return among(type, among);
        } else if (constraint instanceof Constraint.Length length) {
            return type.isText() ? List.of(Facts.of(TextFacts.length(length.min(), length.max()))) : null;
        }
        Language language = ((Constraint.In) constraint).language();
        if (type.isText()) {
            return List.of(Facts.of(TextFacts.of(language)));
        }
        return labels(type, language);
    }

    /** The labels of an enum whose texts are in a language. */
    private static @Nullable List<Facts> labels(ColumnType type, Language language) {
        Scale scale = type.scale().orElse(null);
        if (scale == null || scale.kind() != Scale.Kind.LABEL) {
            return null;
        }
        List<Object> keys = new ArrayList<>();
        for (String label : scale.labels()) {
            if (!Boolean.FALSE.equals(TextFacts.of(language).texts().contains(label))) {
                keys.add(type.keyOfValue(label));
            }
        }
        return List.of(Facts.in(keys));
    }

    private static @Nullable List<Facts> among(ColumnType type, Constraint.Among among) {
        List<Object> keys = new ArrayList<>();
        for (Datum constant : among.constants()) {
            Object key = type.keyOf(constant);
            if (key == null && type.scale().isEmpty()) {
                return null;
            } else if (key != null) {
                keys.add(key);
            }
        }
        if (!type.isText() && type.scale().isEmpty() && !type.key().equals("uuid") && among.negated()) {
            return null;
        }
        return List.of(among.negated() ? Facts.notIn(keys) : Facts.in(keys));
    }

    private static @Nullable List<Facts> compare(ColumnType type, Constraint.Compare compare, TableRules rules) {
        String operator = compare.operator();
        if (operator.equals("=") || operator.equals("<>")) {
            Object endless = compare.constant().value();
            if (type.scale().isPresent() && endless != null && isEndless(compare.constant())) {
                return operator.equals("=") ? null : List.of(Facts.ANY);
            }
            if (type.isText() && operator.equals("<>") && "".equals(endless)) {
                return List.of(Facts.of(TextFacts.length(1, Integer.MAX_VALUE)));
            }
            return among(type, new Constraint.Among(List.of(compare.constant()), operator.equals("<>")));
        }
        Scale scale = type.scale().orElse(null);
        if (scale == null) {
            boolean notEmpty = type.isText()
                    && operator.equals(">")
                    && "".equals(compare.constant().value());
            return notEmpty ? List.of(Facts.of(TextFacts.length(1, Integer.MAX_VALUE))) : null;
        }
        if (isEndless(compare.constant())) {
            Object value = compare.constant().value();
            boolean end = LocalDate.MAX.equals(value)
                    || LocalDateTime.MAX.equals(value)
                    || Instant.MAX.equals(value)
                    || Double.valueOf(Double.POSITIVE_INFINITY).equals(value)
                    || Double.valueOf(Double.NaN).equals(value);
            // All that is made is finite.
            return end == operator.startsWith("<") ? List.of(Facts.ANY) : null;
        }
        BigDecimal bound = bound(type, scale, compare.constant(), rules);
        return bound == null ? null : List.of(Facts.of(Span.of(operator, bound)));
    }

    private static boolean isEndless(Datum constant) {
        Object value = constant.value();
        return value instanceof Double number
                ? !Double.isFinite(number)
                : LocalDate.MAX.equals(value)
                        || LocalDate.MIN.equals(value)
                        || LocalDateTime.MAX.equals(value)
                        || LocalDateTime.MIN.equals(value)
                        || Instant.MAX.equals(value)
                        || Instant.MIN.equals(value);
    }

    private static @Nullable BigDecimal bound(ColumnType type, Scale scale, Datum constant, TableRules rules) {
        Object value = constant.value();
        if (value instanceof Number number) {
            return scale.position(number);
        }
        boolean time = value instanceof LocalDateTime || value instanceof Instant;
        if (scale.kind() == Scale.Kind.DATE && time) {
            Object local = rules.evaluator().cast(constant, "timestamp").value();
            if (!(local instanceof LocalDateTime at)) {
                return null;
            }
            BigDecimal micros = Scale.micros(at);
            BigDecimal day = micros.divide(DAY, 0, RoundingMode.FLOOR);
            // Within the day lies between the days.
            return day.multiply(DAY).compareTo(micros) == 0 ? day : day.add(new BigDecimal("0.5"));
        }
        Object cast = rules.evaluator().cast(constant, type.key()).value();
        return cast == null ? null : scale.position(cast);
    }
}
