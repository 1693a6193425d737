package dev.seedplan.runtime.internal.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Dict;
import dev.seedplan.spi.TextOut;
import dev.seedplan.spi.Words;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DictionariesTest {

    private final Dictionaries dictionaries = Dictionaries.shared();

    @Test
    void wordsAreTheLinesOfTheResource() throws Exception {
        for (String locale : Dict.locales()) {
            for (Dict dictionary : Dict.values()) {
                Words words = dictionaries.words(dictionary, locale);
                List<String> lines = lines(dictionary, locale);
                assertThat(words.size()).as("%s in %s", dictionary, locale).isEqualTo(lines.size());
                for (int i = 0; i < lines.size(); i++) {
                    assertThat(words.text(i)).isEqualTo(lines.get(i));
                    assertThat(written(words, i)).isEqualTo(lines.get(i));
                }
            }
        }
    }

    @Test
    void aLanguageWithoutAListHasTheEnglishOne() {
        assertThat(dictionaries.words(Dict.HOBBY, "fr")).isSameAs(dictionaries.words(Dict.HOBBY, "en"));
        assertThat(dictionaries.words(Dict.CITY, "fr")).isNotSameAs(dictionaries.words(Dict.CITY, "en"));
    }

    @Test
    void aTextIsMadeOnce() {
        Words words = dictionaries.words(Dict.FIRST_NAME, "de");
        assertThat(words.text(17)).isSameAs(words.text(17));
    }

    @Test
    void aLanguageIsKnownByItsContent() {
        String locale = String.valueOf(new char[] {'d', 'e'});
        assertThat(dictionaries.words(Dict.CITY, locale)).isSameAs(dictionaries.words(Dict.CITY, "de"));
    }

    @Test
    void anUnknownLanguageIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> dictionaries.words(Dict.CITY, "xx"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "[SEED-4061] there are no dictionaries in the language \"xx\"; choose one of en, de, fr, es");
    }

    @Test
    void threadsThatAskAtOnceGetOneList() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Words>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                answers.add(threads.submit(() -> dictionaries.words(Dict.VERB, "es")));
            }
            for (Future<Words> answer : answers) {
                assertThat(answer.get()).isSameAs(dictionaries.words(Dict.VERB, "en"));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> lines(Dict dictionary, String locale) throws Exception {
        for (String language : List.of(locale, "en")) {
            try (InputStream in = DictionariesTest.class.getResourceAsStream("/" + dictionary.resource(language))) {
                if (in != null) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
                }
            }
        }
        throw new AssertionError(dictionary);
    }

    private static String written(Words words, int index) {
        StringBuilder text = new StringBuilder();
        words.write(index, new TextOut() {
            @Override
            public void utf8(byte[] bytes, int offset, int length) {
                text.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
            }

            @Override
            public void ascii(char character) {
                text.append(character);
            }

            @Override
            public void text(CharSequence piece) {
                text.append(piece);
            }
        });
        return text.toString();
    }
}
