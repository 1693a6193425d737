package dev.seedplan.faker;

import static dev.seedplan.faker.FakerValues.faker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.Cell;
import dev.seedplan.Dict;
import dev.seedplan.Gen;
import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Surroundings;
import dev.seedplan.spi.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FakerValuesTest {

    private static final int ROWS = 500;
    private static final List<Gen<?>> GENS = List.of(
            faker(f -> f.name().fullName()),
            faker(f -> f.address().fullAddress()),
            faker(f -> f.finance().iban()),
            faker(f -> f.number().randomDouble(3, 0, 100)),
            faker(f -> f.regexify("[a-z]{3}-[0-9]{4}")),
            faker(f -> f.options().option("a", "b", "c")),
            faker(f -> f.random().getRandomInternal().nextGaussian()),
            faker(f -> f.lorem().paragraph()),
            faker(f -> f.internet().uuid()),
            faker(f -> f.expression("#{Company.name} #{numerify '###'}")));

    @Test
    void valuesDependOnNothingButTheAddress() throws Exception {
        for (String locale : Dict.locales()) {
            Map<Integer, List<Object>> inOrder = new TreeMap<>();
            Cell cell = cell(locale);
            for (int row = 0; row < ROWS; row++) {
                inOrder.put(row, valuesAt(cell, row));
            }
            assertThat(shuffledOnFourThreads(locale)).isEqualTo(inOrder);
        }
    }

    @Test
    void rowsDiffer() {
        Cell cell = cell("en");
        Gen<String> names = faker(f -> f.name().fullName());
        assertThat(java.util.stream.IntStream.range(0, 100)
                        .mapToObj(row -> {
                            cell.moveToRow(row, row);
                            return names.at(cell);
                        })
                        .distinct()
                        .count())
                .isGreaterThan(90);
    }

    @Test
    void theLanguageIsThePlans() {
        Gen<String> country = faker(f -> f.address().country());
        assertThat(country.at(cell("de"))).isNotEqualTo(country.at(cell("en")));
    }

    @Test
    void theVersionIsDatafakers() {
        assertThat(FakerValues.version()).matches("\\d+\\.\\d+\\.\\d+");
    }

    private static Map<Integer, List<Object>> shuffledOnFourThreads(String locale) throws Exception {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(row);
        }
        Collections.shuffle(rows, new Random(42));
        Map<Integer, List<Object>> values = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int first = thread;
                running.add(threads.submit(() -> {
                    Cell cell = cell(locale);
                    for (int i = first; i < rows.size(); i += 4) {
                        values.put(rows.get(i), valuesAt(cell, rows.get(i)));
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return new TreeMap<>(values);
    }

    private static List<Object> valuesAt(Cell cell, int row) {
        List<Object> values = new ArrayList<>();
        cell.moveToRow(Mix.mix(row), row);
        for (int i = 0; i < GENS.size(); i++) {
            cell.moveToColumn(Mix.combine(7, i), 0, -1);
            values.add(GENS.get(i).at(cell));
        }
        return values;
    }

    private static Cell cell(String locale) {
        return new Cell(new Surroundings() {
            @Override
            public long nowMicros() {
                return 0;
            }

            @Override
            public String locale() {
                return locale;
            }

            @Override
            public Words words(Dict dictionary, String language) {
                throw new UnsupportedOperationException("Datafaker has its own words");
            }
        });
    }
}
