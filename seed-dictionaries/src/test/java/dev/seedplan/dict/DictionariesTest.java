package dev.seedplan.dict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.Dict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DictionariesTest {

    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void everyDictionaryIsTheFrozenOne() throws Exception {
        List<String> actual = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/main/frozen/dictionaries-" + Dict.VERSION + ".txt"))) {
            String resource = line.split(" ", -1)[0];
            byte[] bytes = Files.readAllBytes(CLASSES.resolve(resource));
            long lines = Stream.of(bytes)
                    .flatMapToInt(all -> new String(all, java.nio.charset.StandardCharsets.UTF_8).chars())
                    .filter(c -> c == '\n')
                    .count();
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            actual.add(resource + " " + lines + " " + digest);
        }
        assertThat(actual)
                .isEqualTo(Files.readAllLines(Path.of("src/main/frozen/dictionaries-" + Dict.VERSION + ".txt")));
    }

    @Test
    void thereIsNoFileThatNobodyFroze() throws Exception {
        Path root = CLASSES.resolve("dev/seedplan/dict/" + Dict.VERSION);
        try (Stream<Path> files = Files.walk(root)) {
            List<String> found = files.filter(Files::isRegularFile)
                    .map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            List<String> frozen =
                    Files.readAllLines(Path.of("src/main/frozen/dictionaries-" + Dict.VERSION + ".txt")).stream()
                            .map(line -> line.split(" ", -1)[0])
                            .sorted()
                            .toList();
            assertThat(found).isEqualTo(frozen);
        }
    }

    @Test
    void englishHasEveryDictionary() {
        for (Dict dictionary : Dict.values()) {
            assertThat(RealCells.lines(dictionary, "en")).as(dictionary.name()).isNotEmpty();
        }
    }

    @Test
    void everyLanguageHasItsOwnPeopleAndPlaces() {
        for (String locale : Dict.locales()) {
            for (Dict dictionary :
                    List.of(Dict.FIRST_NAME, Dict.LAST_NAME, Dict.CITY, Dict.STREET, Dict.STATE, Dict.COMPANY_SUFFIX)) {
                assertThat(RealCells.lines(dictionary, locale))
                        .as("%s in %s", dictionary, locale)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void wordsAreDifferentSortedAndWithoutPlaceholders() {
        forEach((dictionary, words) -> {
            assertThat(words).doesNotHaveDuplicates().isSorted();
            assertThat(words).allMatch(word -> !word.isBlank() && word.equals(word.strip()));
            assertThat(words).noneMatch(word -> word.contains("#{") || word.contains("##") || word.contains("??"));
            assertThat(words).noneMatch(word -> word.chars().anyMatch(Character::isISOControl));
        });
    }

    @Test
    void whatTextsAreMadeOfKeepsItsParts() {
        forEach((dictionary, words) -> {
            if (Set.of("FIRST_NAME_ASCII", "LAST_NAME_ASCII", "LOREM").contains(dictionary)) {
                assertThat(words).allMatch(word -> word.matches("[a-z]+"));
            } else if (dictionary.equals("FIRST_NAME")) {
                // A space stays a separator, so that no two pairs of names give one full name.
                assertThat(words).noneMatch(word -> word.contains(" "));
            } else if (dictionary.equals("ADJECTIVE") || dictionary.equals("NOUN")) {
                assertThat(words).allMatch(word -> word.matches("[a-z-]+"));
            } else if (dictionary.equals("COUNTRY_CODE")) {
                assertThat(words).allMatch(word -> word.matches("[A-Z]{2}"));
            }
        });
    }

    @Test
    void timeZonesAreKnown() {
        assertThat(RealCells.lines(Dict.TIME_ZONE, "en"))
                .allMatch(zone -> java.time.ZoneId.getAvailableZoneIds().contains(zone));
    }

    private static void forEach(BiConsumer<String, List<String>> test) {
        Map<String, Integer> seen = new HashMap<>();
        for (String locale : Dict.locales()) {
            for (Dict dictionary : Dict.values()) {
                List<String> words = RealCells.lines(dictionary, locale);
                if (words != null) {
                    test.accept(dictionary.name(), words);
                    seen.merge(locale, 1, Integer::sum);
                }
            }
        }
        assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(Dict.locales());
    }
}
