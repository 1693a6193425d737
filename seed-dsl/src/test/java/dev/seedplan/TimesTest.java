package dev.seedplan;

import static dev.seedplan.Values.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void datesStandForWholeDaysInUtc() {
        Cell cell = Cells.in("en");
        UniqueTimeGen day = times("2024-02-29", "2024-02-29");
        assertThat(day.capacity(cell)).isEqualTo(86_400_000_000L);
        assertThat(day.nth(cell, 0)).isEqualTo("2024-02-29T00:00:00Z");
        assertThat(day.nth(cell, day.capacity(cell) - 1)).isEqualTo("2024-02-29T23:59:59.999999Z");
    }

    @Test
    void instantsStayBetweenTheirEnds() {
        Instant from = Instant.parse("2025-03-01T10:00:00Z");
        Instant to = Instant.parse("2025-03-01T10:00:00.000003Z");
        assertThat(Cells.values(Cells.in("en"), 500, between(from, to)::at))
                .containsOnly(from, from.plusNanos(1_000), from.plusNanos(2_000), to);
        assertThat(times("2025-03-01T11:00:00+01:00", "2025-03-01T10:00:00Z").at(Cells.in("en")))
                .isEqualTo(from);
        assertThat(between(from, from).at(Cells.in("en"))).isEqualTo(from);
        java.time.LocalDateTime local = java.time.LocalDateTime.ofInstant(from, java.time.ZoneOffset.UTC);
        assertThat(between(local, local).at(Cells.in("en"))).isEqualTo(from);
        assertThat(between(local, from).at(Cells.in("en"))).isEqualTo(from);
        Instant old = Instant.parse("1850-01-01T00:00:00Z");
        assertThat(Cells.values(Cells.in("en"), 500, times(old, old.plusSeconds(9))::at))
                .allMatch(instant -> !instant.isBefore(old) && !instant.isAfter(old.plusSeconds(9)));
    }

    @Test
    void rememberedTextsDoNotMixUp() {
        Cell cell = Cells.in("en");
        for (int year = 1900; year < 2100; year++) {
            for (int round = 0; round < 2; round++) {
                assertThat(times(year + "-01-01", year + "-12-31")
                                .at(cell)
                                .atZone(ZoneOffset.UTC)
                                .getYear())
                        .isEqualTo(year);
            }
        }
    }

    @Test
    void microsecondsAndInstantsAgree() {
        Cell cell = Cells.in("en");
        TimeGen gen = times("1960-01-01", "2030-01-01");
        for (int row = 0; row < 500; row++) {
            Cells.row(cell, row);
            assertThat(gen.at(cell))
                    .isEqualTo(Instant.ofEpochSecond(Math.floorDiv(gen.microsAt(cell), 1_000_000))
                            .plusNanos(Math.floorMod(gen.microsAt(cell), 1_000_000) * 1_000L));
        }
    }

    @Test
    void recentAndUpcomingAreCountedFromThePlansInstant() {
        Cell cell = Cells.in("en");
        assertThat(now().at(cell)).isEqualTo(Cells.NOW);
        assertThat(Cells.values(cell, 500, recent(30)::at))
                .allMatch(instant ->
                        !instant.isAfter(Cells.NOW) && !instant.isBefore(Cells.NOW.minus(Duration.ofDays(30))))
                .anyMatch(instant -> instant.isBefore(Cells.NOW.minus(Duration.ofDays(28))));
        assertThat(Cells.values(cell, 500, upcoming(7)::at))
                .allMatch(instant ->
                        !instant.isBefore(Cells.NOW) && !instant.isAfter(Cells.NOW.plus(Duration.ofDays(7))));
    }

    @Test
    void birthdaysGiveTheAgeAtThePlansInstant() {
        Cell cell = Cells.in("en");
        LocalDate today = LocalDate.of(2026, 1, 1);
        List<LocalDate> days = Cells.values(cell, 5_000, birthday(18, 20)::at);
        assertThat(days).allMatch(day -> {
            int age = Period.between(day, today).getYears();
            return age >= 18 && age <= 20;
        });
        UniqueGen<LocalDate> newborn = birthday(0, 0);
        assertThat(newborn.nth(cell, 0)).isEqualTo(today);
        assertThat(newborn.nth(cell, newborn.capacity(cell) - 1)).isEqualTo("2025-01-02");
    }

    @Test
    void daysAndTimesOfDayIncludeBothEnds() {
        Cell cell = Cells.in("en");
        assertThat(Cells.values(cell, 200, dates("2024-02-28", "2024-03-01")::at))
                .containsOnly(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1));
        assertThat(Cells.values(cell, 200, dates(LocalDate.EPOCH, LocalDate.EPOCH)::at))
                .containsOnly(LocalDate.EPOCH);
        assertThat(Cells.values(cell, 200, timeOfDay("08:00:00", "08:00:01")::at))
                .containsOnly(LocalTime.of(8, 0), LocalTime.of(8, 0, 1));
        assertThat(timeOfDay().capacity(cell)).isEqualTo(86_400);
        assertThat(Cells.values(cell, 200, durations(Duration.ofSeconds(1), Duration.ofSeconds(2))::at))
                .containsOnly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void whatIsNoTimeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> times("2025-13-01", "2025-12-31"))
                .withMessageContaining("\"2025-13-01\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> times("2025-01-01T10:00", "2025-12-31"))
                .withMessageContaining("neither a date");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> times("2025-01-02", "2025-01-01"))
                .withMessageContaining("2025-01-02T00:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> between(Cells.NOW, Cells.NOW.minusSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> dates("2025-01-02", "2025-01-01"));
        assertThatIllegalArgumentException().isThrownBy(() -> dates("yesterday", "today"));
        assertThatIllegalArgumentException().isThrownBy(() -> recent(0));
        assertThatIllegalArgumentException().isThrownBy(() -> upcoming(0));
        assertThatIllegalArgumentException().isThrownBy(() -> birthday(20, 18));
        assertThatIllegalArgumentException().isThrownBy(() -> timeOfDay("10:00", "09:00"));
    }
}
