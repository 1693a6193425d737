package dev.seedplan;

import static dev.seedplan.Values.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlaceholderTextTest {

    private static final Map<String, TextGen> TEXTS = new TreeMap<>(Map.of(
            "words",
            words(5),
            "title",
            title(),
            "sentence",
            sentence(),
            "sentences",
            sentences(4),
            "paragraph",
            paragraph(),
            "paragraphs",
            paragraphs(3),
            "html",
            htmlParagraphs(2),
            "markdown",
            markdown()));

    @Test
    void whatIsWrittenIsWhatIsRead() {
        for (int length : new int[] {-1, 40, 8}) {
            Cell cell = Cells.in("en", length);
            TEXTS.forEach((name, gen) -> {
                for (int row = 0; row < 300; row++) {
                    Cells.row(cell, row);
                    assertThat(Cells.written(gen, cell)).as(name).isEqualTo(gen.at(cell));
                }
            });
        }
    }

    @Test
    void textsFitTheirColumnAndAreNeverEmpty() {
        for (int length = 1; length <= 200; length++) {
            Cell cell = Cells.in("en", length);
            for (String name : List.of("words", "title", "sentence", "sentences", "paragraph", "paragraphs")) {
                int room = length;
                assertThat(Cells.values(cell, 50, TEXTS.get(name)::at))
                        .as("%s in %d characters", name, length)
                        .allMatch(text -> text.length() <= room && !text.isEmpty() && text.equals(text.strip()));
            }
        }
    }

    @Test
    void textsHaveTheirForm() {
        Cell cell = Cells.in("en");
        assertThat(Cells.values(cell, 200, words(5)::at)).allMatch(text -> text.split(" ", -1).length == 5);
        assertThat(Cells.values(cell, 200, title()::at)).allMatch(text -> text.matches("([A-Z]\\S* ?){3,7}"));
        assertThat(Cells.values(cell, 200, sentence()::at)).allMatch(text -> text.matches("[A-Z]\\S*( \\S+){5,13}\\."));
        assertThat(Cells.values(cell, 200, sentences(4)::at)).allMatch(text -> text.split("\\. ", -1).length == 4);
        assertThat(Cells.values(cell, 200, paragraphs(3)::at)).allMatch(text -> text.split("\n\n", -1).length == 3);
        assertThat(Cells.values(cell, 200, htmlParagraphs(2)::at))
                .allMatch(text -> text.matches("<p>.*\\.</p>\n<p>.*\\.</p>"));
        assertThat(Cells.values(cell, 200, markdown()::at))
                .allMatch(text -> text.startsWith("# ")
                        && text.contains("\n\n## ")
                        && text.contains("\n- ")
                        && text.endsWith("\n"));
    }

    @Test
    void numbersBelowOneAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> words(0));
        assertThatIllegalArgumentException().isThrownBy(() -> sentences(0));
        assertThatIllegalArgumentException().isThrownBy(() -> paragraphs(0));
        assertThatIllegalArgumentException().isThrownBy(() -> htmlParagraphs(0));
    }
}
