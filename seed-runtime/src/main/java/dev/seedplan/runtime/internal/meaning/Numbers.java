package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** Numbers as rows have them: small ones frequent, prices that end as prices do. */
final class Numbers {

    private static final long[] ENDINGS = {99, 99, 95, 50, 0, 0, 49, 90};
    private static final List<String> LARGE =
            List.of("salary", "income", "wage", "budget", "revenue", "turnover", "quota", "sales");
    private static final long[] ROUND = {5, 10, 20, 25, 50, 100, 100, 250, 500, 1_000};

    private Numbers() {}

    /** {@return an amount with two decimals} */
    static BigDecimal money(ColumnMeaning column, Draws row) {
        return BigDecimal.valueOf(cents(column, row), 2);
    }

    /** {@return an amount in cents: 0.49 to some thousands, or a year's money} */
    static long cents(ColumnMeaning column, Draws row) {
        Draws draws = row.of("money:" + column.column());
        if (LARGE.stream().anyMatch(column::says)) {
            return 100_00 * (240 + draws.below(1_200));
        }
        long whole = skewed(draws.of("whole"), 60);
        return 100 * whole + ENDINGS[(int) draws.of("end").below(ENDINGS.length)] + (whole == 0 ? 49 : 0);
    }

    /** {@return 0 to 1 with four decimals for a share, 0 to 100 for a percentage, to 10,000 for basis points} */
    static BigDecimal percentage(ColumnMeaning column, Draws row) {
        long points = row.of("percentage:" + column.column()).below(101);
        boolean usual = column.says("tax") || column.says("vat") || column.says("taxes");
        // Rates of taxes in use, so that one looks like a rate.
        points = usual ? new long[] {0, 5, 7, 10, 19, 20, 21}[(int) (points % 7)] : points;
        points = column.says("discount") ? points % 31 : points;
        if (column.says("bps")) {
            return BigDecimal.valueOf(points * 100);
        }
        return isShare(column) ? BigDecimal.valueOf(points, 2) : BigDecimal.valueOf(points);
    }

    /** {@return 1 to 5, good ones frequent; with one decimal where the type has decimals} */
    static BigDecimal rating(ColumnMeaning column, Draws row) {
        Draws draws = row.of("rating:" + column.column());
        double high = 1 - Math.pow(draws.unit(), 2);
        boolean whole = TypeClass.of(column.type()) == TypeClass.INT;
        return BigDecimal.valueOf(1 + high * 4).setScale(whole ? 0 : 1, RoundingMode.HALF_EVEN);
    }

    static BigDecimal score(ColumnMeaning column, Draws row) {
        Draws draws = row.of("score:" + column.column());
        return TypeClass.of(column.type()) == TypeClass.INT
                ? BigDecimal.valueOf(draws.below(101))
                : BigDecimal.valueOf(draws.below(10_001), 4);
    }

    static long count(ColumnMeaning column, Draws row) {
        return skewed(row.of("count:" + column.column()), 12);
    }

    static long quantity(ColumnMeaning column, Draws row) {
        boolean stock = column.says("stock") || column.says("inventory") || column.says("units") || column.says("hand");
        return stock
                ? row.of("stock:" + column.column()).below(200)
                : 1 + skewed(row.of("quantity:" + column.column()), 3);
    }

    static long limit(ColumnMeaning column, Draws row) {
        return ROUND[(int) row.of("limit:" + column.column()).below(ROUND.length)];
    }

    static long fileSize(ColumnMeaning column, Draws row) {
        // From a kilobyte to some ten megabytes, each order of magnitude as frequent as another.
        return (long) Math.pow(10, 3 + 4.3 * row.of("size:" + column.column()).unit());
    }

    static long dimension(ColumnMeaning column, Draws row) {
        long[] usual = {100, 240, 320, 480, 600, 640, 720, 768, 800, 1_024, 1_080, 1_200, 1_280, 1_920};
        return TypeClass.of(column.type()) == TypeClass.INT
                ? usual[(int) row.of("dimension:" + column.column()).below(usual.length)]
                : 1 + row.of("dimension:" + column.column()).below(200);
    }

    /** {@return 150 to 199, the middle frequent} */
    static long bodyHeight(Draws row) {
        return 150 + row.of("height").below(30) + row.of("more height").below(20);
    }

    /** {@return 48 to 112, the middle frequent} */
    static long bodyWeight(Draws row) {
        return 48 + row.of("weight").below(35) + row.of("more weight").below(30);
    }

    static BigDecimal weight(ColumnMeaning column, Draws row) {
        Draws draws = row.of("weight:" + column.column());
        return BigDecimal.valueOf(10 + skewed(draws, 250), 2).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** {@return seconds, minutes and so on as the name says, or a {@link Duration} for an interval} */
    static Object duration(ColumnMeaning column, Draws row) {
        Draws draws = row.of("duration:" + column.column());
        if (TypeClass.of(column.type()) == TypeClass.INTERVAL) {
            return Duration.ofMinutes(5 * (1 + draws.below(96)));
        } else if (column.says("ms") || column.says("milliseconds") || column.says("millis")) {
            return 10 + skewed(draws, 1_000);
        } else if (column.says("minutes") || column.says("time") || column.says("preptime")) {
            return 5 * (1 + draws.below(24));
        } else if (column.says("hours") || column.says("days")) {
            return 1 + draws.below(30);
        } else if (column.says("weeks") || column.says("months") || column.says("years") || column.says("term")) {
            return 1 + draws.below(12);
        }
        return 60 * (1 + draws.below(60));
    }

    /** {@return 0 or more around a mean: an exponential distribution, cut at ten times the mean} */
    private static long skewed(Draws draws, double mean) {
        return (long) Math.min(10 * mean, -mean * Math.log(1 - draws.unit()));
    }

    private static boolean isShare(ColumnMeaning column) {
        if (column.says("percent") || column.says("percentage")) {
            return false;
        }
        SqlType type = column.type().base();
        if (type instanceof SqlType.Scalar s && s.is("numeric") && s.modifier() >= 4) {
            int precision = ((s.modifier() - 4) >> 16) & 0xffff;
            int scale = (s.modifier() - 4) & 0x7ff;
            return precision - scale < 2 || scale > 2;
        }
        return TypeClass.of(type) != TypeClass.INT;
    }
}
