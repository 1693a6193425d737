package dev.seedplan;

import static dev.seedplan.Values.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextFunctionsTest {

    @Test
    void slugsOfLatinTextLoseTheirAccents() {
        assertThat(slugify("On Computable Numbers")).isEqualTo("on-computable-numbers");
        assertThat(slugify("  What's new, in 2026?! ")).isEqualTo("whats-new-in-2026");
        assertThat(slugify("Größe & Maß")).isEqualTo("grosse-mass");
        assertThat(slugify("Æsir, œuvre, Ørsted, Łódź, Đà Nẵng, Þór, İstanbul ıtır"))
                .isEqualTo("aesir-oeuvre-orsted-lodz-da-nang-thor-istanbul-itir");
        assertThat(slugify("crème brûlée / piñata")).isEqualTo("creme-brulee-pinata");
        assertThat(slugify("MASSE ẞ")).isEqualTo("masse-ss");
    }

    @Test
    void slugsOfCyrillicAndGreekAreSpelledInLatin() {
        assertThat(slugify("Щука и ёж")).isEqualTo("shchuka-i-ezh");
        assertThat(slugify("Київ, Україна")).isEqualTo("kiiv-ukraina");
        assertThat(slugify("Ψυχή και Ώρα")).isEqualTo("psychi-kai-ora");
    }

    @Test
    void lettersOfOtherScriptsStay() {
        assertThat(slugify("東京 タワー")).isEqualTo("東京-タワー");
        assertThat(slugify("हिन्दी भाषा")).isEqualTo("हिन्दी-भाषा");
        assertThat(slugify("서울 2026")).isEqualTo("서울-2026");
        assertThat(slugify("שלום עולם")).isEqualTo("שלום-עולם");
    }

    @Test
    void aSlugIsNeverEmptyAndTheSameEveryTime() {
        for (String text : List.of("", " ", "!!!", "😀", "—", "'", "ь")) {
            assertThat(slugify(text)).isNotEmpty().isEqualTo(slugify(text));
        }
        assertThat(slugify("!!!")).matches("n-[0-9a-z]{6}").isNotEqualTo(slugify("???"));
    }

    @Test
    void aSlugOfASlugIsTheSame() {
        for (String text : List.of("On Computable Numbers", "Größe & Maß", "東京 タワー", "Щука", "a--b", "हिन्दी", "I'm")) {
            assertThat(slugify(slugify(text))).isEqualTo(slugify(text));
        }
    }

    @Test
    void slugsDoNotDependOnTheDefaultLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(slugify("TITLE I")).isEqualTo("title-i");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void titlesHaveCapitals() {
        assertThat(titleCase("on computable numbers")).isEqualTo("On Computable Numbers");
        assertThat(titleCase("well-known éclair")).isEqualTo("Well-Known Éclair");
        assertThat(titleCase("")).isEmpty();
    }

    @Test
    void truncationCountsCodePoints() {
        assertThat(truncate("short", 5)).isEqualTo("short");
        assertThat(truncate("a longer text", 9)).isEqualTo("a longer…");
        assertThat(truncate("a longer text", 3)).isEqualTo("a…");
        assertThat(truncate("😀😀😀", 2)).isEqualTo("😀…");
        assertThat(truncate("😀😀", 2)).isEqualTo("😀😀");
        assertThat(truncate("text", 0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> truncate("text", -1));
    }

    @Test
    void readingTimeCountsWords() {
        assertThat(readMinutes("")).isEqualTo(1);
        assertThat(readMinutes("word ".repeat(238))).isEqualTo(1);
        assertThat(readMinutes("word\n".repeat(239))).isEqualTo(2);
        assertThat(readMinutes("  word ".repeat(2380))).isEqualTo(10);
    }
}
