package dev.seedplan;

import static dev.seedplan.Values.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.spi.Bounded;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedTextTest {

    private static final String CODE = "[0-9a-hj-km-np-tv-z]{6}";

    @Test
    void anAddressIsMadeOfTheName() {
        Cell cell = Cells.in("en");
        assertThat(emailOf("Ada Lovelace").at(cell)).isEqualTo("ada.lovelace@example.com");
        assertThat(emailOf("Łukasz O'Brien-Müller").at(cell)).isEqualTo("lukasz.obrien.muller@example.com");
        assertThat(emailOf("Юрий Гагарин").at(cell)).isEqualTo("iurii.gagarin@example.com");
        assertThat(emailOf("山田").at(cell)).matches("user\\." + CODE + "@example\\.com");
        assertThat(emailOf("").at(cell)).matches("user\\." + CODE + "@example\\.com");
    }

    @Test
    void theCodeIsAlwaysThereAndNeverTwice() {
        Cell cell = Cells.in("en");
        List<String> emails = Cells.values(cell, 20_000, emailOf("Ada Lovelace").unique()::at);
        assertThat(emails)
                .doesNotHaveDuplicates()
                .allMatch(email -> email.matches("ada\\.lovelace\\." + CODE + "@example\\.com"));
        List<String> slugs = Cells.values(cell, 20_000, uniqueOf("on-numbers")::at);
        assertThat(slugs).doesNotHaveDuplicates().allMatch(slug -> slug.matches("on-numbers-" + CODE));
    }

    @Test
    void whatIsWrittenIsWhatIsRead() {
        Cell cell = Cells.in("en", 40);
        for (TextGen gen : List.of(
                emailOf("Ada"),
                emailOf("Ada").unique(),
                uniqueOf("größe"),
                urlOf("A title"),
                urlOf("A").unique())) {
            for (int row = 0; row < 100; row++) {
                Cells.row(cell, row);
                assertThat(Cells.written(gen, cell)).isEqualTo(gen.at(cell));
            }
        }
    }

    @Test
    void theBaseIsCutToFitTheColumnTheCodeNever() {
        for (int length = 6; length < 40; length++) {
            Cell cell = Cells.in("en", length);
            List<String> slugs = Cells.values(cell, 200, uniqueOf("a-fairly-long-title-of-an-article")::at);
            int room = length;
            assertThat(slugs)
                    .doesNotHaveDuplicates()
                    .allMatch(slug -> slug.matches("(.*[a-z]-)?" + CODE) && slug.length() <= room);
        }
        assertThat(uniqueOf("größe").at(Cells.in("en", 10))).matches("grö-" + CODE);
        assertThat(uniqueOf("😀😀😀😀").at(Cells.in("en", 9))).matches("😀😀-" + CODE);
        assertThat(emailOf("Maximiliane Mustermann").unique().at(Cells.in("en", 22)))
                .matches("max\\." + CODE + "@example\\.com");
    }

    @Test
    void theLocalPartOfAnAddressHasAtMost64Characters() {
        Cell cell = Cells.in("en");
        assertThat(emailOf("a".repeat(100)).at(cell)).hasSize(64 + "@example.com".length());
        assertThat(emailOf("a".repeat(100)).unique().at(cell)).hasSize(64 + "@example.com".length());
    }

    @Test
    void aColumnTooShortForTheCodeIsAnError() {
        assertThatThrownBy(() -> uniqueOf("title").at(Cells.in("en", 5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs 6 characters")
                .hasMessageContaining("the column holds 5");
        assertThatThrownBy(() -> emailOf("Ada").unique().at(Cells.in("en", 17)))
                .hasMessageContaining("needs 18 characters for its code and \"@example.com\"");
    }

    @Test
    void thereAreCodesFor2To30Rows() {
        Cell cell = Cells.in("en");
        TextGen unique = uniqueOf("title");
        assertThat(((Bounded) unique).capacity(cell)).isEqualTo(1L << 30);
        assertThat(unique.at(Cells.row(cell, (1L << 30) - 1))).matches("title-" + CODE);
        assertThatThrownBy(() -> unique.at(Cells.row(cell, 1L << 30)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("codes for 1073741824 rows");
    }
}
