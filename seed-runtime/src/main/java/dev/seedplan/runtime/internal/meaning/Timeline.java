package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.runtime.internal.types.Draws;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The times of a row, all told from one life: it came to be after its parents did, was published, last changed and was given
 * up in this order, and no later than now; what starts ends later; what runs out does so after the last change.
 */
final class Timeline {

    private static final Duration PAST = Duration.ofDays(730);
    // Things happen to a row mostly in its first weeks; the steps of words.csv share them out.
    private static final Duration BUSY = Duration.ofDays(30);
    private static final Duration BEFORE_START = Duration.ofDays(20);
    private static final int STEPS = 6;
    private static final int MIDDLE = 3;

    private final Meanings meanings;
    private final Instant now;

    Timeline(Meanings meanings, Instant now) {
        this.meanings = meanings;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    Instant created(Draws row, RowView view) {
        ColumnMeaning column = meanings.first(Meaning.CREATED_AT, "");
        if (column != null && view.has(column.column())) {
            Instant decided = instant(view.get(column.column()));
            if (decided != null) {
                return decided;
            }
        }
        Instant earliest = now.minus(PAST);
        Instant parents = view.notBefore();
        if (parents != null && parents.isAfter(earliest)) {
            // Rounded up: a parent of the same millisecond must not be younger by its microseconds.
            earliest = parents.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        }
        double recent = 1 - Math.pow(row.of("created").unit(), 1.5);
        return earliest.isAfter(now) ? earliest : between(earliest, now, recent);
    }

    Instant updated(Draws row, RowView view) {
        Instant created = created(row, view);
        return between(created, later(created, now), row.of("updated").unit());
    }

    Instant published(Draws row, RowView view) {
        return between(
                created(row, view), updated(row, view), row.of("published").unit());
    }

    Instant deleted(Draws row, RowView view) {
        Instant updated = updated(row, view);
        return between(updated, later(updated, now), row.of("deleted").unit());
    }

    Instant event(ColumnMeaning column, Draws row, RowView view) {
        int known = Vocabulary.shared().stepOf(column.words());
        int step = known == 0 ? MIDDLE : known;
        Instant created = created(row, view);
        // Most things that happen to a row change it.
        Instant end = updated(row, view);
        Instant busy = created.plus(BUSY);
        double share = (step - 1 + row.of("event:" + column.column()).unit()) / STEPS;
        return between(created, busy.isBefore(end) ? busy : end, share);
    }

    Instant start(ColumnMeaning column, Draws row, RowView view) {
        double share = row.of("start:" + column.group()).unit();
        return created(row, view)
                .plusSeconds((long) (share * BEFORE_START.toSeconds()))
                .truncatedTo(ChronoUnit.MINUTES)
                .plus(Duration.ofMinutes(1));
    }

    Instant end(ColumnMeaning column, Draws row, RowView view) {
        Draws length = row.of("length:" + column.group());
        boolean days = TypeClass.of(column.type()) == TypeClass.DATE || column.says("period") || column.says("trial");
        Duration duration =
                days ? Duration.ofDays(1 + length.below(60)) : Duration.ofMinutes(15 * (1 + length.below(32)));
        return start(column, row, view).plus(duration);
    }

    Instant expires(ColumnMeaning column, Draws row, RowView view) {
        Draws draws = row.of("expires:" + column.column());
        Instant earliest =
                later(updated(row, view), created(row, view).plus(BEFORE_START)).plus(Duration.ofDays(1));
        Instant current =
                later(earliest, now).plus(Duration.ofDays(1 + draws.of("days").below(365)));
        return draws.of("over").chance(0.15) ? earliest : current;
    }

    Instant future(ColumnMeaning column, Draws row) {
        return now.plusSeconds(3_600 + row.of("future:" + column.column()).below(90L * 86_400))
                .truncatedTo(ChronoUnit.MINUTES);
    }

    LocalDate birth(Draws row) {
        long age = 18L * 365 + row.of("birth").below(60L * 365);
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(age + 5);
    }

    LocalTime opens(ColumnMeaning column, Draws row) {
        return LocalTime.of(7, 0)
                .plusMinutes(15 * row.of("opens:" + column.group()).below(24));
    }

    LocalTime closes(ColumnMeaning column, Draws row) {
        return opens(column, row)
                .plusMinutes(60 + 15 * row.of("closes:" + column.group()).below(24));
    }

    private static Instant between(Instant from, Instant to, double share) {
        return from.plusMillis((long) (share * Duration.between(from, to).toMillis()));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant;
        } else if (value instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC);
        } else if (value instanceof LocalDate date) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return null;
    }
}
