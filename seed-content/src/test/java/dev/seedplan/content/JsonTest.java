package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.Assets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    record Link(String url, List<Link> more) {}

    record Author(String name, List<String> tags, Link link, Map<String, String> labels, Integer born) {}

    private static final Assets<Author> AUTHORS = Assets.json("content/*.json", Author.class);

    @TempDir
    Path directory;

    private Path file(String text) {
        return new Content().with("content/a.json", text).directory(directory);
    }

    @Test
    void arrayIsOneAssetEach() {
        Path path = file("[{\"name\":\"A\"},\n{\"name\":\"\", \"other\":[1,{}]}, {}]");
        assertThat(Content.all(AUTHORS, path)).extracting(Author::name).containsExactly("A", "", null);
        assertThat(Content.ids(AUTHORS, path))
                .containsExactly("content/a.json#0", "content/a.json#1", "content/a.json#2");
    }

    @Test
    void elementsKeepTheirOrderBeyondTen() {
        Path path = file("[" + "{},".repeat(11) + "{}]");
        assertThat(Content.ids(AUTHORS, path)).hasSize(12).endsWith("content/a.json#10", "content/a.json#11");
    }

    @Test
    void objectIsOneAsset() {
        Path path = file("\uFEFF{\r\n\"name\": \"\\u00e9 \\ud83d\\ude00\"}\n");
        assertThat(Content.all(AUTHORS, path)).extracting(Author::name).containsExactly("é 😀");
        assertThat(Content.ids(AUTHORS, path)).containsExactly("content/a.json");
    }

    @Test
    void emptyArrayIsAnEmptyPool() {
        assertThat(Content.open(AUTHORS, file("[]")).size()).isZero();
    }

    @Test
    void recordsNest() {
        Path path = file("""
                {"name": "A", "tags": ["x", "y"], "labels": {"b": "1", "a": "2"}, "born": 1970,
                 "link": {"url": "u", "more": [{"url": "v"}]}}
                """);
        Author author = Content.all(AUTHORS, path).get(0);
        assertThat(author)
                .isEqualTo(new Author(
                        "A",
                        List.of("x", "y"),
                        new Link("u", List.of(new Link("v", List.of()))),
                        Map.of("a", "2", "b", "1"),
                        1970));
        assertThat(author.labels().keySet()).containsExactly("b", "a");
    }

    @Test
    void absentAndNullAreNullOrEmpty() {
        assertThat(Content.all(AUTHORS, file("[{}, {\"name\":null,\"tags\":null,\"link\":null,\"labels\":null}]")))
                .containsOnly(new Author(null, List.of(), null, Map.of(), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": 12} | field \"name\" is 12, but component name of record Author takes a text",
                "{\"name\": true} | field \"name\" is true, but component name of record Author takes a text",
                "{\"name\": [\"a\"]} | field \"name\" is a list, but component name of record Author takes a text",
                "{\"name\": {}} | field \"name\" is an object, but component name of record Author takes a text",
                "{\"born\": \"1970\"} | field \"born\" is \"1970\", but component born of record Author takes a whole number from -2147483648 to 2147483647",
                "{\"born\": 1970.5} | field \"born\" is 1970.5, but component born of record Author takes a whole number from -2147483648 to 2147483647",
                "{\"born\": 3000000000} | field \"born\" is 3000000000, but component born of record Author takes a whole number from -2147483648 to 2147483647",
                "{\"tags\": \"a\"} | field \"tags\" is \"a\", but component tags of record Author takes a list, each of them a text",
                "{\"tags\": [\"a\", null]} | field \"tags[1]\" is nothing, but component tags of record Author takes a text",
                "{\"tags\": [\"a\", 1]} | field \"tags[1]\" is 1, but component tags of record Author takes a text",
                "{\"link\": \"u\"} | field \"link\" is \"u\", but component link of record Author takes an object",
                "{\"link\": {\"more\": [{\"url\": 1}]}} | field \"link.more[0].url\" is 1, but component url of record Link takes a text",
                "{\"labels\": {\"a\": 1}} | field \"labels.a\" is 1, but component labels of record Author takes a text",
                "{\"labels\": {\"a\": null}} | field \"labels.a\" is nothing, but component labels of record Author takes a text",
                "{\"labels\": []} | field \"labels\" is a list, but component labels of record Author takes texts by name",
            })
    void valuesOfAnotherTypeAreRefused(String json, String what) {
        assertThat(Content.refusal(AUTHORS, file("[{},\n" + json + "]")))
                .isEqualTo("[SEED-5152] content/a.json:2: " + what + "; correct the file, or change the type.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | [SEED-5141] content/a.json: the file is empty; correct the file.",
                "12 | [SEED-5142] content/a.json:1: there is 12 in place of an object; write one object { … }, or an array of them [{ … }, { … }].",
                "[{},\\n[]] | [SEED-5142] content/a.json:2: there is a list in place of an object; write one object { … }, or an array of them [{ … }, { … }].",
                "[null] | [SEED-5142] content/a.json:1: there is nothing in place of an object; write one object { … }, or an array of them [{ … }, { … }].",
                "{}\\n{} | [SEED-5142] content/a.json:2: there is more after the end of the first value; write one object { … }, or an array of them [{ … }, { … }].",
                "{\"a\": 1,\\n\"a\": 2} | [SEED-5125] content/a.json:2: the field \"a\" is there already; remove one of them.",
                "{\"a\": \"\\u0000\"} | [SEED-5112] content/a.json:1: a text contains \\u0000; remove the character.",
                "{\"a\": \"\\ud83d\"} | [SEED-5141] content/a.json:1: a text contains half a surrogate pair; correct the file.",
            })
    void filesOfAnotherShapeAreRefused(String json, String message) {
        assertThat(Content.refusal(AUTHORS, file(json.replace("\\n", "\n")))).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\\n  1,} | 2 | 5",
                "{\"a\": 1\\n\\n | 3 | 1",
                "{'a': 1} | 1 | 2",
                "[{}\\n, // no\\n{}] | 2 | 3",
                "{\"a\": NaN} | 1 | 10",
                "{\"a\": 01} | 1 | 8",
            })
    void whatDoesNotParseIsRefusedWithLineAndColumn(String json, int line, int column) {
        assertThat(Content.refusal(AUTHORS, file(json.replace("\\n", "\n"))))
                .startsWith("[SEED-5141] content/a.json:" + line + ": column " + column + ": ")
                .endsWith("; correct the file.");
    }
}
