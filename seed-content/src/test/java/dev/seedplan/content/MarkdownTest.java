package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Assets;
import dev.seedplan.Body;
import dev.seedplan.Markdown;
import dev.seedplan.spi.ContentException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    @TempDir
    Path directory;

    private Markdown read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Markdown read(byte[] bytes) {
        new Content().with("content/a-file.md", bytes).directory(directory);
        return Content.all(Assets.markdown("content/*.md"), directory).get(0);
    }

    @Test
    void frontMatterAndBodyAreRead() {
        Markdown file = read("---\ntitle: T\ntags: [a, b]\nnone:\n---\n\nText\n---\nmore\n");
        assertThat(file.path()).isEqualTo("content/a-file.md");
        assertThat(file.title()).isEqualTo("T");
        assertThat(file.frontMatter()).isEqualTo(Map.of("title", "T", "tags", List.of("a", "b")));
        assertThat(file.text("title")).isEqualTo("T");
        assertThat(file.text("none")).isNull();
        assertThat(file.text("absent")).isNull();
        assertThat(file.list("tags")).containsExactly("a", "b");
        assertThat(file.list("title")).containsExactly("T");
        assertThat(file.list("absent")).isEmpty();
        assertThat(file.body()).isEqualTo("Text\n---\nmore\n");
    }

    @Test
    void listAskedForAsTextIsRefused() {
        Markdown file = read("---\ntags: [a, b]\n---\n");
        assertThatThrownBy(() -> file.text("tags"))
                .isInstanceOf(ContentException.class)
                .hasMessage(
                        "[SEED-5152] content/a-file.md: field \"tags\" is a list, and was asked for as a text; correct"
                                + " the file, or change the type.");
    }

    @Test
    void lineEndsAndByteOrderMarkChangeNothing() {
        String text = "---\ntitle: \"é 😀\"\ntags:\n- a\n---\n\n# One\n\nTwo\n";
        Markdown plain = read(text);
        for (String other : List.of(text.replace("\n", "\r\n"), "\uFEFF" + text, text.replace("\n", "\r"))) {
            Markdown file = read(other);
            assertThat(file.frontMatter()).isEqualTo(plain.frontMatter());
            assertThat(file.body()).isEqualTo(plain.body()).isEqualTo("# One\n\nTwo\n");
            assertThat(file.title()).isEqualTo("é 😀");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "# One | One",
                "text\\n\\n## Two ##\\n | Two",
                "#no heading\\n\\n# C# ## | C#",
                "#\\n\\n# Three | Three",
                "####### no\\n | a-file",
                "^    # code^ | a-file",
                "```\\n# code\\n```\\n# After | After",
                "~~~~ x\\n# code\\n~~~\\n~~~~\\n# After | After",
                "```\\n# never closed | a-file",
                "Setext\\n=== | Setext",
                "Setext\\n--- | Setext",
                "text\\nof two lines\\n--- | a-file",
                "text\\nof three\\nlines\\n--- | a-file",
                "- item\\n--- | a-file",
                "> quote\\n--- | a-file",
                "text\\n\\n--- | a-file",
                "^^ | a-file",
            })
    void titleIsTheFirstHeadingElseTheFilesName(String body, String title) {
        assertThat(read(body.replace("\\n", "\n")).title()).isEqualTo(title);
    }

    record Article(
            String title,
            LocalDate date,
            List<String> tags,
            String subTitle,
            @Body String body) {}

    @Test
    void recordTakesFieldsAndBody() {
        new Content()
                .with("content/a.md", "---\ntitle: T\ndate: 2025-04-24\ntags: one\nsub-title: S\nother: x\n---\nText")
                .with("content/b.md", "Only text")
                .directory(directory);
        assertThat(Content.all(Assets.markdown("content/*.md", Article.class), directory))
                .containsExactly(
                        new Article("T", LocalDate.of(2025, 4, 24), List.of("one"), "S", "Text"),
                        new Article(null, null, List.of(), null, "Only text"));
    }
}
