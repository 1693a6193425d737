package dev.seedplan;

import static dev.seedplan.Values.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The lines of a plan as an author writes them: that this file compiles is most of the test. */
class PlanLinesTest {

    private enum Status {
        PUBLISHED,
        DRAFT
    }

    /** Setters overloaded as generated ones are. */
    @SuppressWarnings("UnusedMethod") // Some overloads stand here only for javac to choose among.
    private static final class Row {

        private final List<Object> noted = new ArrayList<>();

        Row text(String value) {
            noted.add(value);
            return this;
        }

        Row text(Gen<String> gen) {
            noted.add(gen);
            return this;
        }

        Row maybe(@Nullable String value) {
            noted.add(String.valueOf(value));
            return this;
        }

        Row maybe(OptionalGen<String> gen) {
            noted.add(gen);
            return this;
        }

        Row time(Instant value) {
            noted.add(value);
            return this;
        }

        Row time(Gen<Instant> gen) {
            noted.add(gen);
            return this;
        }

        Row day(LocalDate value) {
            noted.add(value);
            return this;
        }

        Row day(Gen<LocalDate> gen) {
            noted.add(gen);
            return this;
        }

        Row number(int value) {
            noted.add(value);
            return this;
        }

        Row number(Gen<Integer> gen) {
            noted.add(gen);
            return this;
        }

        Row amount(BigDecimal value) {
            noted.add(value);
            return this;
        }

        Row amount(Gen<BigDecimal> gen) {
            noted.add(gen);
            return this;
        }

        Row status(Status value) {
            noted.add(value);
            return this;
        }

        Row status(Gen<Status> gen) {
            noted.add(gen);
            return this;
        }

        Row labels(List<String> value) {
            noted.add(value);
            return this;
        }

        Row labels(Gen<List<String>> gen) {
            noted.add(gen);
            return this;
        }

        String name() {
            return "Ada Lovelace";
        }

        Instant joinedAt() {
            return Instant.parse("2025-01-01T00:00:00Z");
        }
    }

    @Test
    void linesOfAPlanCompileAndRun() {
        Row u = new Row();
        u.text(fullName());
        u.text(emailOf(u.name()).unique());
        u.time(times("2023-01-01", "2025-12-31"));
        u.text(u.name()).text(uniqueOf(slugify(u.name())));
        u.status(weighted(Status.PUBLISHED, 8, Status.DRAFT, 2));
        u.time(between(u.joinedAt(), Cells.NOW)).time(recent(30)).time(now());
        u.text(fullName().in("fr")).text(fullName().unique()).text(email().unique());
        u.maybe(sentence().orNull(0.4)).maybe(none()).maybe(fullName());
        u.day(birthday(18, 80)).day(dates("2025-01-01", "2025-12-31"));
        u.number(ints(0, 500))
                .number(zipf(1, 100))
                .number(sequence())
                .number(ints(1, 9_000).unique());
        u.amount(price(1, 99)).amount(decimals("0.00", "9.99"));
        u.status(oneOf(Status.values())).status(enums(Status.class)).status(constant(Status.DRAFT));
        u.text(oneOf("free", "pro"))
                .text(concat("R-", ints(1, 9), "/", countryCode()))
                .text(pattern("??-####"));
        u.labels(lists(word(), 0, 4)).labels(someOf(List.of("a", "b", "c"), 1, 2));
        Cell cell = Cells.in("en");
        for (Object each : u.noted) {
            if (each instanceof OptionalGen<?> gen) {
                Object first = gen.valueAt(cell);
                assertThat(gen.valueAt(cell)).isEqualTo(first);
            }
        }
        assertThat(u.noted).hasSizeGreaterThan(30);
    }
}
