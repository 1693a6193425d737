package dev.seedplan.dict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seedplan.Cell;
import dev.seedplan.Dict;
import dev.seedplan.DoubleGen;
import dev.seedplan.Gen;
import dev.seedplan.IntGen;
import dev.seedplan.LocalizedText;
import dev.seedplan.LongGen;
import dev.seedplan.OptionalGen;
import dev.seedplan.TextGen;
import dev.seedplan.TimeGen;
import dev.seedplan.UniqueGen;
import dev.seedplan.Values;
import dev.seedplan.dict.Catalogue.Entry;
import dev.seedplan.spi.TextOut;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CatalogueTest {

    private static final int ROWS = 200;
    private static final List<Entry> ENTRIES = Catalogue.entries();

    @Test
    void everyValueIsInTheCatalogue() {
        Set<String> factories = new TreeSet<>();
        for (Method method : Values.class.getMethods()) {
            if (Modifier.isStatic(method.getModifiers())
                    && OptionalGen.class.isAssignableFrom(method.getReturnType())) {
                factories.add(method.getName());
            }
        }
        Set<String> listed = new TreeSet<>();
        ENTRIES.forEach(entry -> listed.add(entry.call().replaceFirst("\\(.*", "")));
        assertThat(listed).isEqualTo(factories).hasSizeGreaterThan(100);
    }

    @TestFactory
    Stream<DynamicTest> valuesHaveTheirFormInEveryLanguage() {
        return each((entry, cell) ->
                assertThat(print(entry.gen().valueAt(cell))).as(entry.call()).matches(entry.form()));
    }

    @TestFactory
    Stream<DynamicTest> aCellGivesTheSameValueAgainAndInAnyOrder() {
        return ENTRIES.stream()
                .map(entry -> DynamicTest.dynamicTest(entry.call(), () -> {
                    for (String locale : Dict.locales()) {
                        List<String> forwards = new ArrayList<>();
                        List<String> backwards = new ArrayList<>();
                        Cell cell = RealCells.in(locale, entry.call());
                        Cell other = RealCells.in(locale, entry.call());
                        for (int i = 0; i < ROWS; i++) {
                            forwards.add(print(entry.gen().valueAt(RealCells.row(cell, i))));
                            backwards.add(0, print(entry.gen().valueAt(RealCells.row(other, ROWS - 1 - i))));
                        }
                        assertThat(backwards).isEqualTo(forwards);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> bothFacesOfAValueAgree() {
        return each((entry, cell) -> {
            Object value = entry.gen().valueAt(cell);
            if (entry.gen() instanceof TextGen gen) {
                Bytes bytes = new Bytes();
                gen.write(cell, bytes);
                assertThat(bytes.toString()).isEqualTo(value);
            } else if (entry.gen() instanceof IntGen gen) {
                assertThat(gen.intAt(cell)).isEqualTo(value);
            } else if (entry.gen() instanceof LongGen gen) {
                assertThat(gen.longAt(cell)).isEqualTo(value);
            } else if (entry.gen() instanceof DoubleGen gen) {
                assertThat(gen.doubleAt(cell)).isEqualTo(value);
            } else if (entry.gen() instanceof TimeGen gen) {
                assertThat(Instant.EPOCH.plus(gen.microsAt(cell), ChronoUnit.MICROS))
                        .isEqualTo(value);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> uniqueValuesOfRealDictionariesComeOnce() {
        return ENTRIES.stream()
                .filter(entry -> entry.gen() instanceof UniqueGen<?>)
                .map(entry -> DynamicTest.dynamicTest(entry.call(), () -> {
                    UniqueGen<?> gen = (UniqueGen<?>) entry.gen();
                    for (String locale : Dict.locales()) {
                        Cell cell = RealCells.in(locale, entry.call());
                        Gen<?> unique = gen.unique();
                        long rows = Math.min(5_000, gen.capacity(cell));
                        Set<Object> seen = new java.util.HashSet<>();
                        for (long row = 0; row < rows; row++) {
                            Object value = unique.at(RealCells.row(cell, row));
                            assertThat(seen.add(value))
                                    .as("row %d in %s: %s", row, locale, value)
                                    .isTrue();
                        }
                    }
                }));
    }

    @Test
    void aTextInALanguageIsThatOfAPlanInIt() {
        for (Entry entry : ENTRIES) {
            if (entry.gen() instanceof LocalizedText text) {
                for (String locale : Dict.locales()) {
                    Cell english = RealCells.in("en", entry.call());
                    Cell native_ = RealCells.in(locale, entry.call());
                    for (int row = 0; row < 50; row++) {
                        assertThat(text.in(locale).at(RealCells.row(english, row)))
                                .isEqualTo(text.at(RealCells.row(native_, row)));
                    }
                }
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> text.in("xx"))
                        .withMessageContaining("\"xx\"; choose one of en, de, fr, es");
            }
        }
    }

    @Test
    void valuesWithoutArgumentsAreMadeOnce() throws Exception {
        for (Method method : Values.class.getMethods()) {
            if (Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == 0
                    && OptionalGen.class.isAssignableFrom(method.getReturnType())) {
                assertThat(method.invoke(null)).as(method.getName()).isSameAs(method.invoke(null));
            }
        }
    }

    @Test
    void valuesAreFrozen() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String locale : Dict.locales()) {
            for (Entry entry : ENTRIES) {
                if (!locale.equals("en") && !(entry.gen() instanceof LocalizedText)) {
                    continue;
                }
                Cell cell = RealCells.in(locale, entry.call());
                for (int row = 0; row < 3; row++) {
                    String value = print(entry.gen().valueAt(RealCells.row(cell, row)));
                    lines.add(locale + " " + entry.call() + " " + row + ": " + value.replace("\n", "\\n"));
                }
            }
        }
        check(Path.of("src/test/resources/golden/values.txt"), lines);
    }

    @Test
    void theTableInTheDocumentsIsThis() throws IOException {
        check(Path.of("../docs/values.md"), ValuesPage.lines(ENTRIES));
    }

    private static void check(Path file, List<String> lines) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
        }
        assertThat(lines)
                .as("%s; -Dgolden.update=true writes it, but a changed value changes seeded databases", file)
                .isEqualTo(Files.readAllLines(file));
    }

    private interface Check {
        void at(Entry entry, Cell cell);
    }

    private static Stream<DynamicTest> each(Check check) {
        return ENTRIES.stream()
                .map(entry -> DynamicTest.dynamicTest(entry.call(), () -> {
                    for (String locale : Dict.locales()) {
                        Cell cell = RealCells.in(locale, entry.call());
                        for (int row = 0; row < ROWS; row++) {
                            check.at(entry, RealCells.row(cell, row));
                        }
                    }
                }));
    }

    static String print(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    /** Collects bytes as the encoder of the runtime does. */
    private static final class Bytes implements TextOut {

        private byte[] bytes = new byte[16];
        private int length;

        @Override
        public void utf8(byte[] source, int offset, int count) {
            while (length + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            System.arraycopy(source, offset, bytes, length, count);
            length += count;
        }

        @Override
        public void ascii(char character) {
            assertThat(character).isLessThan('\u0080');
            utf8(new byte[] {(byte) character}, 0, 1);
        }

        @Override
        public void text(CharSequence text) {
            byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
            utf8(encoded, 0, encoded.length);
        }

        @Override
        public String toString() {
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
    }
}
