package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Asset;
import dev.seedplan.Assets;
import dev.seedplan.Body;
import dev.seedplan.CsvRow;
import dev.seedplan.Markdown;
import dev.seedplan.Named;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @TempDir
    Path directory;

    private Path file(String path, String text) {
        return new Content().with(path, text).directory(directory);
    }

    record Tag(String slug, int order) {}

    // JSON

    @Test
    void linesOfJsonAreAssets() {
        Path path = file("a.jsonl", "{\"slug\":\"x\",\"order\":1}\n\n{\"slug\":\"y\",\"order\":2}\r\n");
        Assets<Tag> assets = Assets.json("a.jsonl", Tag.class);
        assertThat(Content.all(assets, path)).containsExactly(new Tag("x", 1), new Tag("y", 2));
        assertThat(Content.ids(assets, path)).containsExactly("a.jsonl:1", "a.jsonl:3");
    }

    @Test
    void badLineOfJsonIsNamedAndTheOthersToo() {
        Path path = file("a.ndjson", "{\"slug\":1}\n{\n[]\n{} {}\n");
        assertThat(Content.refusal(Assets.json("a.ndjson", Tag.class), path)
                        .lines()
                        .skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("  [SEED-5152] a.ndjson:1: "),
                        line -> assertThat(line).startsWith("  [SEED-5151] a.ndjson:1: "),
                        line -> assertThat(line).startsWith("  [SEED-5141] a.ndjson:2: "),
                        line -> assertThat(line).startsWith("  [SEED-5142] a.ndjson:3: there is a list in place"),
                        line -> assertThat(line).startsWith("  [SEED-5151] a.ndjson:4: "),
                        line -> assertThat(line).startsWith("  [SEED-5142] a.ndjson:4: there is more after"));
    }

    @Test
    void jsonIsReadWithoutARecordToo() {
        Path path =
                file("a.json", "{\"title\": \"T\", \"seo\": {\"title\": \"S\"}, \"tags\": [\"a\", 1], \"no\": null}");
        Asset asset = Content.all(Assets.json("a.json"), path).get(0);
        assertThat(asset.text("title")).isEqualTo("T");
        assertThat(asset.text("json.seo.title")).isEqualTo("S");
        assertThat(asset.text("no")).isNull();
        assertThat(asset.text("missing.field")).isNull();
        assertThat(asset.list("tags")).containsExactly("a", "1");
        assertThat(asset.list("title")).containsExactly("T");
        assertThat(asset.fields()).containsExactly("title", "seo", "tags", "no");
        assertThatThrownBy(() -> asset.text("seo"))
                .hasMessageStartingWith("[SEED-5152] a.json: field \"seo\" is an object, and was asked for as a text");
    }

    // YAML

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "slug: x\\norder: 1 | a.yaml",
                "- slug: x\\n  order: 1\\n- {slug: y, order: 2} | a.yaml#0,a.yaml#1",
                "slug: x\\norder: 1\\n---\\nslug: y\\norder: 2\\n | a.yaml#0,a.yaml#1",
            })
    void yamlHoldsOneOrSeveral(String text, String ids) {
        Path path = file("a.yaml", text.replace("\\n", "\n"));
        Assets<Tag> assets = Assets.yaml("*.yaml", Tag.class);
        assertThat(Content.ids(assets, path)).containsExactly(ids.split(",", -1));
        assertThat(Content.all(assets, path).get(0)).isEqualTo(new Tag("x", 1));
    }

    @Test
    void yamlOfAnotherShapeIsRefused() {
        assertThat(Content.refusal(Assets.yaml("a.yaml"), file("a.yaml", "- a\n- slug: x\n")))
                .startsWith(
                        "[SEED-5127] a.yaml:1: there is \"a\" in place of fields; write \"key: value\" on each line");
        assertThat(Content.refusal(Assets.yaml("a.yaml"), file("a.yaml", "a: [\n")))
                .startsWith("[SEED-5126] a.yaml:2: this is no YAML: ");
    }

    record Switches(boolean on, String no, String time, String version, double number) {}

    @Test
    void typesDecideWhatAScalarIs() {
        Path path = file("a.yaml", "on: true\nno: no\ntime: 12:30\nversion: 1.10\nnumber: 1.10\n");
        assertThat(Content.all(Assets.yaml("a.yaml", Switches.class), path))
                .containsExactly(new Switches(true, "no", "12:30", "1.10", 1.1));
    }

    // CSV

    @Test
    void csvHasOtherSeparatorsAndEncodingsAndNoHeader() {
        Path path = new Content()
                .with("a.csv", "é;1\n\"x;\ny\";2\n".getBytes(Charset.forName("windows-1252")))
                .directory(directory);
        Assets<Tag> assets = Assets.csv("a.csv", Tag.class)
                .separatedBy(';')
                .encodedAs(Charset.forName("windows-1252"))
                .columns("slug", "order");
        assertThat(Content.all(assets, path)).containsExactly(new Tag("é", 1), new Tag("x;\ny", 2));
        assertThat(Content.ids(assets, path)).containsExactly("a.csv:1", "a.csv:2");
    }

    @Test
    void wrongEncodingIsRefused() {
        Path path = new Content().with("a.txt", new byte[] {(byte) 0xE9}).directory(directory);
        assertThat(Content.refusal(Assets.text("a.txt").encodedAs(StandardCharsets.US_ASCII), path))
                .startsWith("[SEED-5111] a.txt: the file is not in the encoding the pool names, US-ASCII");
    }

    @Test
    void rowsAreToldApartByAKey() {
        Path path = file("a.csv", "slug,order\nx,1\ny,2\n");
        Assets<CsvRow> assets = Assets.csv("a.csv").keyedBy("slug");
        assertThat(Content.ids(assets, path)).containsExactly("a.csv#x", "a.csv#y");
        file("a.csv", "slug,order\nnew,0\nx,1\ny,2\n");
        assertThat(Content.ids(assets, path)).containsExactly("a.csv#new", "a.csv#x", "a.csv#y");
        file("a.json", "[{\"slug\": \"x\"}, {\"slug\": \"y\"}]");
        assertThat(Content.ids(Assets.json("a.json").keyedBy("slug"), path)).containsExactly("a.json#x", "a.json#y");
    }

    @Test
    void keysAreThereAndDifferent() {
        Path path = file("a.csv", "slug,order\nx,1\n,2\nx,3\n");
        assertThat(Content.refusal(Assets.csv("a.csv").keyedBy("slug"), path)
                        .lines()
                        .skip(1))
                .containsExactly(
                        "  [SEED-5151] a.csv:3: there is no single value of \"slug\", by which the pool is keyed; did you"
                                + " mean \"slug\"?; add the field to the file, or name the one that is meant with @Named.",
                        "  [SEED-5156] a.csv:4: the slug \"x\" is there already; give each its own, or name another field"
                                + " with keyedBy.");
    }

    @Test
    void optionsThatSayNothingAreRefused() {
        assertThatThrownBy(() -> Assets.text("a").separatedBy(';')).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Assets.markdown("a").keyedBy("x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Assets.json("a").encodedAs(StandardCharsets.UTF_16))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Assets.csv("a").separatedBy('x')).isInstanceOf(IllegalArgumentException.class);
    }

    // Text

    record Bio(
            @Named("$filename") String name,
            @Named("$size") long size,
            @Body String text) {}

    @Test
    void textIsABody() throws Exception {
        Path path = file("bios/anna.txt", "\uFEFFAnna\r\nwalks.\n");
        Files.setLastModifiedTime(path.resolve("bios/anna.txt"), FileTime.from(Instant.parse("2025-04-24T10:00:00Z")));
        assertThat(Content.all(Assets.text("bios/*.txt", Bio.class), path))
                .containsExactly(new Bio("anna", 16, "Anna\nwalks.\n"));
        Asset asset = Content.all(Assets.text("bios/*.txt"), path).get(0);
        assertThat(List.of(
                        String.valueOf(asset.text("$content")),
                        String.valueOf(asset.text("$extension")),
                        String.valueOf(asset.text("$mime")),
                        String.valueOf(asset.text("$type")),
                        String.valueOf(asset.text("$id")),
                        String.valueOf(asset.text("$filepath")),
                        String.valueOf(asset.text("$isvalid")),
                        String.valueOf(asset.text("$lastmodified"))))
                .containsExactly(
                        "Anna\nwalks.\n",
                        "txt",
                        "text/plain",
                        "text",
                        "bios/anna.txt",
                        "bios/anna.txt",
                        "true",
                        "2025-04-24T10:00:00Z");
        assertThat(asset.modified()).isEqualTo("2025-04-24T10:00:00Z");
        assertThatThrownBy(() -> asset.text("$foo"))
                .hasMessageContaining("there is no fact \"$foo\"; there are: $content, $excerpt");
    }

    // Markdown

    private static final String MARKDOWN = """
            ---
            title: "T"
            author: {name: Anna, links: [a, b]}
            ---
            Über *uns*
            ==========

            First paragraph, with [a link](https://example.com) and `code`
            on two lines.

            ## Don't-stop 東京

            * one
            * two
            """;

    @Test
    void bodyOfMarkdownIsTakenApart() {
        Markdown markdown =
                Content.all(Assets.markdown("a.md"), file("a.md", MARKDOWN)).get(0);
        assertThat(markdown.html())
                .startsWith(
                        "<h1>Über <em>uns</em></h1>\n<p>First paragraph, with <a href=\"https://example.com\">a link</a>");
        assertThat(markdown.headings())
                .containsExactly(new Markdown.Heading(1, "Über uns"), new Markdown.Heading(2, "Don't-stop 東京"));
        assertThat(markdown.excerpt(100)).isEqualTo("First paragraph, with a link and code on two lines.");
        assertThat(markdown.plainText())
                .isEqualTo("Über uns\nFirst paragraph, with a link and code on two lines.\nDon't-stop 東京\none\ntwo");
        assertThat(markdown.frontMatter())
                .isEqualTo(Map.of("title", "T", "author", Map.of("name", "Anna", "links", List.of("a", "b"))));
        assertThat(markdown.text("frontmatter.author.name")).isEqualTo("Anna");
        assertThat(markdown.list("author.links")).containsExactly("a", "b");
        assertThat(markdown.text("$words")).isEqualTo(String.valueOf(markdown.wordCount()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "one two three four | 13 | one two…",
                "one two three four | 14 | one two three…",
                "one two three four | 18 | one two three four",
                "onetwothree | 4 | one…",
                "one | 1 | …",
                "東京都は | 3 | 東京…",
                "😀😀😀 | 2 | 😀…",
            })
    void excerptsEndWithAWord(String text, int longest, String excerpt) {
        assertThat(Excerpt.of(text, longest)).isEqualTo(excerpt);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "a, 1", "don't stop, 2", "well-known - and - so, 3", "東京 is big, 4", "'3.5 km', 3", "a' b-, 2"
    })
    void wordsAreCounted(String text, int words) {
        assertThat(Excerpt.words(text)).isEqualTo(words);
    }
}
