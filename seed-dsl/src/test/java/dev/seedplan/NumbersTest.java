package dev.seedplan;

import static dev.seedplan.Values.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private static final int ROWS = 40_000;

    @Test
    void rangesIncludeBothEnds() {
        Cell cell = Cells.in("en");
        assertThat(Cells.values(cell, 1_000, ints(-2, 2)::intAt)).containsOnly(-2, -1, 0, 1, 2);
        assertThat(Cells.values(cell, 1_000, longs(5_000_000_000L, 5_000_000_002L)::longAt))
                .containsOnly(5_000_000_000L, 5_000_000_001L, 5_000_000_002L);
        assertThat(Cells.values(cell, 1_000, decimals("0.1", "0.3")::at))
                .containsOnly(new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("0.3"));
        assertThat(Cells.values(cell, 1_000, price(1, 1.01)::at))
                .containsOnly(new BigDecimal("1.00"), new BigDecimal("1.01"));
        assertThat(Cells.values(cell, 1_000, decimals(BigDecimal.ONE, BigDecimal.TEN, 0)::at))
                .hasSize(1_000)
                .allMatch(
                        number -> number.scale() == 0 && number.signum() > 0 && number.compareTo(BigDecimal.TEN) <= 0);
        assertThat(Cells.values(cell, 1_000, decimals("1000", "2000")::at)).allMatch(number -> number.scale() == 0);
    }

    @Test
    void theWholeRangeOfIntsIsInReach() {
        List<Integer> values = Cells.values(Cells.in("en"), 1_000, ints(Integer.MIN_VALUE, Integer.MAX_VALUE)::intAt);
        assertThat(values).anyMatch(value -> value < -2_000_000_000).anyMatch(value -> value > 2_000_000_000);
    }

    @Test
    void doublesStayBelowTheirBound() {
        List<Double> values = Cells.values(Cells.in("en"), ROWS, doubles(-1, 3)::doubleAt);
        assertThat(values).allMatch(value -> value >= -1 && value < 3);
        assertThat(mean(values)).isCloseTo(1, within(0.02));
        assertThat(doubles(-Double.MAX_VALUE, Double.MAX_VALUE).at(Cells.in("en")))
                .isFinite();
    }

    @Test
    void degreesCoverTheGlobeToSixDigits() {
        List<Double> north = Cells.values(Cells.in("en"), ROWS, latitude()::doubleAt);
        List<Double> east = Cells.values(Cells.in("en"), ROWS, longitude()::doubleAt);
        assertThat(north)
                .allMatch(value -> value >= -90 && value <= 90)
                .anyMatch(value -> value > 89)
                .anyMatch(value -> value < -89);
        assertThat(east).allMatch(value -> value >= -180 && value <= 180).anyMatch(value -> value > 178);
        assertThat(north).allMatch(value -> BigDecimal.valueOf(value).scale() <= 6);
    }

    @Test
    void normalHasItsMeanAndDeviation() {
        List<Double> values = Cells.values(Cells.in("en"), ROWS, normal(170, 8)::doubleAt);
        double mean = mean(values);
        double variance = mean(
                values.stream().map(value -> (value - mean) * (value - mean)).toList());
        assertThat(mean).isCloseTo(170, within(0.2));
        assertThat(Math.sqrt(variance)).isCloseTo(8, within(0.15));
        double inside =
                values.stream().filter(value -> Math.abs(value - 170) < 8).count() / (double) ROWS;
        assertThat(inside).isCloseTo(0.6827, within(0.01));
    }

    @Test
    void exponentialHasItsMean() {
        List<Double> values = Cells.values(Cells.in("en"), ROWS, exponential(5)::doubleAt);
        assertThat(values).allMatch(value -> value >= 0);
        assertThat(mean(values)).isCloseTo(5, within(0.1));
    }

    @Test
    void zipfFavoursSmallNumbersAsItsFormulaSays() {
        Map<Integer, Long> counts = Cells.values(Cells.in("en"), ROWS, zipf(1, 1_000)::intAt).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(counts.keySet()).allMatch(value -> value >= 1 && value <= 1_000);
        for (int k : new int[] {1, 2, 3, 10}) {
            double expected = Math.log(1 + 1.0 / k) / Math.log(1_001);
            assertThat(counts.get(k) / (double) ROWS).as("share of %d", k).isCloseTo(expected, within(0.006));
        }
        assertThat(Cells.values(Cells.in("en"), 1_000, zipf(7, 9)::intAt)).containsOnly(7, 8, 9);
        assertThat(zipf(5, 5).intAt(Cells.in("en"))).isEqualTo(5);
        assertThat(Cells.values(Cells.in("en"), 1_000, zipf(Integer.MIN_VALUE, Integer.MAX_VALUE)::intAt))
                .isNotEmpty();
    }

    @Test
    void boolsKeepTheirShare() {
        assertThat(share(bools())).isCloseTo(0.5, within(0.01));
        assertThat(share(bools(0.2))).isCloseTo(0.2, within(0.01));
        assertThat(share(bools(0))).isZero();
        assertThat(share(bools(1))).isEqualTo(1);
    }

    @Test
    void sequencesCountTheRows() {
        assertThat(Cells.values(Cells.in("en"), 3, sequence()::at)).containsExactly(1, 2, 3);
        assertThat(Cells.values(Cells.in("en"), 3, sequence(100)::at)).containsExactly(100, 101, 102);
    }

    @Test
    void emptyRangesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ints(2, 1)).withMessageContaining("between 2 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> longs(2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> longs(Long.MIN_VALUE, Long.MAX_VALUE))
                .withMessageContaining("2^62");
        assertThatIllegalArgumentException().isThrownBy(() -> doubles(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> doubles(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> decimals("2", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> decimals("one", "2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decimals(new BigDecimal("0.123"), BigDecimal.ONE, 2))
                .withMessageContaining("2 digits");
        assertThatIllegalArgumentException().isThrownBy(() -> price(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> normal(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> exponential(0));
        assertThatIllegalArgumentException().isThrownBy(() -> zipf(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> bools(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> bools(Double.NaN));
    }

    private static double share(Gen<Boolean> gen) {
        return Cells.values(Cells.in("en"), ROWS, gen::at).stream()
                        .filter(value -> value)
                        .count()
                / (double) ROWS;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }
}
