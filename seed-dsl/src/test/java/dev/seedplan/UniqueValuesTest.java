package dev.seedplan;

import static dev.seedplan.Values.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.spi.Bounded;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class UniqueValuesTest {

    private enum Tone {
        CALM,
        LOUD,
        BRIGHT
    }

    /** Values whose domain is small with dictionaries of three words. */
    private static final List<UniqueGen<?>> SMALL = List.of(
            firstName(),
            fullName(),
            formalName(),
            gender(),
            jobTitle(),
            domainName(),
            slug(),
            fileName(),
            city(),
            country(),
            companyName(),
            catchPhrase(),
            productName(),
            noun(),
            pattern("#-%"),
            pattern("?*"),
            pattern("\\#x"),
            percent(),
            rating(),
            age(),
            ints(-3, 96),
            ints(5, 5),
            longs(-10, 10),
            decimals("0.00", "1.00"),
            price(0.99, 1.50),
            oneOf("a", "b", "a"),
            enums(Tone.class),
            dates("2024-02-25", "2024-03-05"),
            birthday(18, 18),
            timeOfDay("00:00", "00:05"),
            times("2025-01-01T00:00:00Z", "2025-01-01T00:00:00.000099Z"),
            emoji(),
            httpMethod());

    @TestFactory
    Stream<DynamicTest> everyValueOfTheDomainComesOnce() {
        return SMALL.stream()
                .map(gen -> DynamicTest.dynamicTest(gen.toString(), () -> {
                    Cell cell = Cells.in("fr");
                    long capacity = gen.capacity(cell);
                    Gen<?> unique = gen.unique();
                    Set<Object> seen = new HashSet<>();
                    for (long row = 0; row < capacity; row++) {
                        assertThat(seen.add(unique.at(Cells.row(cell, row))))
                                .as("row %d", row)
                                .isTrue();
                    }
                    Set<Object> domain = new HashSet<>();
                    for (long index = 0; index < capacity; index++) {
                        domain.add(gen.nth(cell, index));
                    }
                    assertThat(seen).isEqualTo(domain);
                    assertThat(((Bounded) unique).capacity(cell)).isEqualTo(capacity);
                    assertThatThrownBy(() -> unique.at(Cells.row(cell, capacity)))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining(capacity + " different values")
                            .hasMessageContaining("row number " + (capacity + 1));
                }));
    }

    @TestFactory
    Stream<DynamicTest> aValueThatIsNotUniqueIsOfTheDomainToo() {
        return SMALL.stream()
                .map(gen -> DynamicTest.dynamicTest(gen.toString(), () -> {
                    Cell cell = Cells.in("de");
                    Set<Object> domain = new HashSet<>();
                    for (long index = 0; index < gen.capacity(cell); index++) {
                        domain.add(gen.nth(cell, index));
                    }
                    assertThat(domain).containsAll(Cells.values(cell, 300, gen::at));
                }));
    }

    @Test
    void largeDomainsGiveNoValueTwice() {
        for (UniqueGen<?> gen : List.<UniqueGen<?>>of(
                email(),
                username(),
                ipv4(),
                ipv6(),
                macAddress(),
                ean13(),
                isbn13(),
                creditCardNumber(),
                iban(),
                token(),
                passwordHash(),
                phone(),
                streetAddress(),
                postcode(),
                fullAddress(),
                sku(),
                bic(),
                ints(Integer.MIN_VALUE, Integer.MAX_VALUE),
                longs(0, (1L << 62) - 1),
                times("0001-01-01", "9999-12-31"))) {
            Cell cell = Cells.in("en");
            int rows = (int) Math.min(5_000, gen.capacity(cell));
            assertThat(Cells.values(cell, rows, gen.unique()::at))
                    .as(gen.toString())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void uniquenessDoesNotDependOnTheMethodOfTheRow() {
        Cell cell = Cells.in("en");
        Gen<Integer> unique = ints(0, 999).unique();
        List<Integer> first = Cells.values(cell, 500, unique::at);
        cell.moveToColumn(12345, cell.uniqueKey(), -1);
        assertThat(Cells.values(cell, 500, unique::at)).isEqualTo(first);
    }

    @Test
    void uniqueTypesStayUnboxed() {
        Cell cell = Cells.in("en");
        IntGen ints = ints(0, 99).unique();
        LongGen longs = longs(0, 99).unique();
        TimeGen times = times(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)).unique();
        TextGen text = fullName().unique();
        assertThat(ints.intAt(cell)).isEqualTo(ints.at(cell));
        assertThat(longs.longAt(cell)).isEqualTo(longs.at(cell));
        assertThat(times.microsAt(cell) / 1_000).isEqualTo(times.at(cell).toEpochMilli());
        assertThat(Cells.written(text, cell)).isEqualTo(text.at(cell));
    }
}
