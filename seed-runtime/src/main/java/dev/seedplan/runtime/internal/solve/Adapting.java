package dev.seedplan.runtime.internal.solve;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small changes to a natural value that may make it fit: cut, in another case, on the grid, at the nearer end of the range. */
final class Adapting {

    private Adapting() {}

    static List<Object> variants(ColumnType type, Facts facts, Object natural, TableRules rules) {
        List<Object> variants = new ArrayList<>(List.of(natural));
        if (natural instanceof String text && type.isText()) {
            texts(facts, text, variants);
        } else if (natural instanceof LocalDate date) {
            variants.add(date.withDayOfMonth(1));
            variants.add(date.withDayOfYear(1));
        } else if (natural instanceof LocalDateTime time) {
            variants.add(time.truncatedTo(ChronoUnit.SECONDS));
            variants.add(time.truncatedTo(ChronoUnit.DAYS));
            variants.add(time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1));
        } else if (natural instanceof Instant instant) {
            variants.add(instant.truncatedTo(ChronoUnit.SECONDS));
            variants.add(instant.truncatedTo(ChronoUnit.DAYS));
            variants.add(instant.atOffset(ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.DAYS)
                    .withDayOfMonth(1)
                    .toInstant());
        } else if (natural instanceof List<?> list && type.element().isPresent()) {
            variants.add(ListValues.adapted(facts.list(), list, type.element().get()));
        }
        Scale scale = type.scale().orElse(null);
        BigDecimal position = scale == null ? null : scale.position(natural);
        if (scale != null && position != null && natural instanceof Number) {
            numbers(scale, facts, position, variants);
        }
        return variants;
    }

    private static void numbers(Scale scale, Facts facts, BigDecimal position, List<Object> variants) {
        BigDecimal step = scale.step();
        if (step != null) {
            BigDecimal onGrid = position.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
            if (scale.limits().contains(onGrid)) {
                variants.add(scale.value(onGrid));
            }
        }
        if (scale.limits().contains(position.negate())
                && (step == null || position.remainder(step).signum() == 0)) {
            variants.add(scale.value(position.negate()));
        }
        // At an end of the range all such rows would be alike: only a range that is nearly met is clamped.
        BigDecimal first = scale.first(facts.span());
        if (first != null
                && step != null
                && position.compareTo(first) < 0
                && first.subtract(position).compareTo(step) <= 0) {
            variants.add(scale.value(first));
        }
    }

    private static void texts(Facts facts, String text, List<Object> variants) {
        List<String> forms = new ArrayList<>(List.of(text));
        forms.add(text.strip());
        forms.add(text.toLowerCase(Locale.ROOT));
        forms.add(text.toUpperCase(Locale.ROOT));
        forms.add(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        forms.add(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"));
        int longest = facts.text().longest();
        for (String form : forms) {
            if (form.codePointCount(0, form.length()) <= longest) {
                variants.add(form);
            } else {
                variants.add(
                        form.substring(0, form.offsetByCodePoints(0, longest)).stripTrailing());
            }
        }
    }
}
