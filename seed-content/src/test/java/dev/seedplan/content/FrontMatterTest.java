package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title: One two | One two",
                "title:   One two   | One two",
                "title: One # a comment | One",
                "title: C# and F# | C# and F#",
                "title: no | no",
                "title: 12:30 | 12:30",
                "title: 1.10 | 1.10",
                "title: 2025-04-24 | 2025-04-24",
                "title: https://example.com/a?b=c#d | https://example.com/a?b=c#d",
                "title: -1 | -1",
                "title: it's \"so\" | it's \"so\"",
                "title: a, b [c] | a, b [c]",
                "title: 'it''s: here' | it's: here",
                "title: 'a # b' # c | a # b",
                "title: 'back\\slash' | back\\slash",
                "title: \"a: b, \\\"c\\\"\" | a: b, \"c\"",
                "title: \"\\u00e9 \\x41 \\U0001F600 \\\\ \\/\" | é A 😀 \\ /",
                "title: \"\\uD83D\\uDE00\" | 😀",
                "\"title\": x | x",
                "'title' : x | x",
                "title : x | x",
                "title: ~x | ~x",
            })
    void scalarsAreTexts(String line, String value) {
        assertThat(fields(line)).isEqualTo(Map.of("title", value));
    }

    @Test
    void escapesOfDoubleQuotesAreYamls() {
        assertThat(fields("a: \"\\a\\b\\t\\n\\v\\f\\r\\e\\ \\N\\_\\L\\P\""))
                .isEqualTo(Map.of("a", "\u0007\b\t\n\u000B\f\r\u001B \u0085\u00A0\u2028\u2029"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tags: [a, 'b, c', \"d\"]",
                "tags: [a, 'b, c', \"d\",]   # three",
                "tags: [ a ,'b, c' , d ]",
                "tags:\n- a\n- 'b, c'\n- d",
                "tags:   # three\n  - a\n\n  # and\n  - 'b, c' # quoted\n  -   d",
            })
    void listsAreInBracketsOrOnLines(String lines) {
        assertThat(fields(lines)).isEqualTo(Map.of("tags", List.of("a", "b, c", "d")));
    }

    @Test
    void emptyListIsAList() {
        assertThat(fields("tags: []")).isEqualTo(Map.of("tags", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:", "a: ", "a: # nothing", "a: ~", "a: null", "a: NULL", "a:\n\n# nothing"})
    void emptyValueIsNothing(String lines) {
        assertThat(fields(lines)).isEqualTo(Map.of("a", "nothing"));
    }

    @Test
    void fieldsKeepTheirOrderAndLine() {
        Value.Fields fields = split("# comment\nz: 1\n\na:\n- 2\nm: ''").fields();
        assertThat(fields.fields().keySet()).containsExactly("z", "a", "m");
        assertThat(fields.fields().values()).extracting(Value::line).containsExactly(3L, 5L, 7L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NOT_FLAT | a:\\n  b: c | 3 | the line is indented, as in a nested value or one of several lines",
                "NOT_FLAT | a: b\\n  c | 3 | the line is indented, as in a nested value or one of several lines",
                "NOT_FLAT | a:\\n\\tb | 3 | the line is indented with a tab",
                "NOT_FLAT | a: {b: c} | 2 | the line has a nested value",
                "NOT_FLAT | a: > | 2 | the line begins a text of several lines",
                "NOT_FLAT | a: [b, | 2 | the line begins a list that does not end on it",
                "NOT_FLAT | a: [b # c] | 2 | the line begins a list that does not end on it",
                "NOT_FLAT | a: [[b]] | 2 | the line has a list in a list",
                "NOT_FLAT | a: [b,,c] | 2 | the line has an empty item in its list",
                "NOT_FLAT | a: [null] | 2 | the line has an empty item in its list",
                "NOT_FLAT | a: ['b' c] | 2 | the line has a list in which no comma comes before \"c]\"",
                "NOT_FLAT | a:\\n- [b] | 3 | the line is an item of a list, and is a list",
                "NOT_FLAT | a:\\n- | 3 | the line is an item of a list, and is empty",
                "NOT_FLAT | a:\\n- b: c | 3 | the line is an item of a list, and has a field of its own",
                "NOT_FLAT | a:\\n- b\\n  - c | 4 | the line is an item of a nested list",
                "NOT_FLAT | - a | 2 | the line is an item of a list that no field above begins",
                "NOT_FLAT | a: b\\n- c | 3 | the line is an item of a list that no field above begins",
                "NOT_FLAT | just words | 2 | the line has no \"key: value\"",
                "NOT_FLAT | a:b | 2 | the line has no \"key: value\"",
                "NOT_FLAT | 'a' b | 2 | the line has no \"key: value\"",
                "NOT_FLAT | ? a: b | 2 | the line has no \"key: value\"",
                "NOT_FLAT | {a: b} | 2 | the line has no \"key: value\"",
                "NEEDS_QUOTES | &a: b | 2 | \"&a\" begins with &, which means something else in YAML",
                "NEEDS_QUOTES | a: b: c | 2 | \"b: c\" contains a colon before a space or at its end, which means something else in YAML",
                "NEEDS_QUOTES | a: b: | 2 | \"b:\" contains a colon before a space or at its end, which means something else in YAML",
                "NEEDS_QUOTES | a: @b | 2 | \"@b\" begins with @, which means something else in YAML",
                "NEEDS_QUOTES | a: *b | 2 | \"*b\" begins with *, which means something else in YAML",
                "NEEDS_QUOTES | a: !b c | 2 | \"!b c\" begins with !, which means something else in YAML",
                "NEEDS_QUOTES | a: - b | 2 | \"- b\" begins with -, which means something else in YAML",
                "NEEDS_QUOTES | a: [b [c] | 2 | \"b [c]\" contains [ in a list, which means something else in YAML",
                "BAD_QUOTES | a: \"b | 2 | a text in quotes does not end on its line",
                "BAD_QUOTES | a: 'b'' | 2 | a text in quotes does not end on its line",
                "BAD_QUOTES | a: \"b\" c | 2 | there is more after the value: \"c\"",
                "BAD_QUOTES | a: [b] c | 2 | there is more after the value: \"c\"",
                "BAD_QUOTES | a: \"\\q\" | 2 | \\q is no escape",
                "BAD_QUOTES | a: \"\\u12\" | 2 | \\u12\" is no escape",
                "BAD_QUOTES | a: \"\\UFFFFFFFF\" | 2 | \\UFFFFFFFF is no escape",
                "BAD_QUOTES | a: \"\\uD83D\" | 2 | a text in quotes has half a surrogate pair",
                "NUL | a: \"\\0\" | 2 | \\0 stands for the character U+0000",
                "NUL | a: \"\\x00\" | 2 | \\x00 stands for the character U+0000",
                "DUPLICATE_FIELD | a: b\\nc: d\\n\"a\": e | 4 | the field \"a\" is there already",
            })
    void whateverElseYamlHasIsRefusedWithItsLine(ContentError error, String lines, int line, String what) {
        Refused refused = refused("---\n" + lines.replace("\\n", "\n").replace("\\t", "\t") + "\n---\n");
        assertThat(refused.error()).isEqualTo(error);
        assertThat(refused.where("f")).isEqualTo("f:" + line);
        assertThat(refused.what()).endsWith(what);
    }

    @Test
    void literalBlockIsRefused() {
        assertThat(refused("---\na: |-\n  b\n---\n").message("f.md"))
                .isEqualTo(
                        "[SEED-5122] f.md:2: front matter is not flat: the line begins a text of several lines; write one"
                                + " \"key: value\" on each line, with a text, [a, b] or lines of \"- a\" as the value.");
    }

    @Test
    void missingEndIsRefused() {
        Refused refused = refused("---\ntitle: x\n\ntext\n----\n");
        assertThat(refused.message("f.md"))
                .isEqualTo("[SEED-5121] f.md:1: the front matter that begins here has no closing line of ---; close it"
                        + " with a line of three dashes, or, if the file has no front matter, begin it otherwise.");
    }

    @Test
    void tomlIsRefused() {
        assertThat(refused("+++\ntitle = 'x'\n+++\n").message("f.md"))
                .isEqualTo(
                        "[SEED-5122] f.md:1: the front matter is TOML, between lines of +++; write one \"key: value\" on"
                                + " each line, with a text, [a, b] or lines of \"- a\" as the value.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "---\\na: b\\n---\\n\\n \\nText\\n\\n---\\n\\nmore\\n | Text\\n\\n---\\n\\nmore\\n",
                "---\\na: b\\n---\\n    code\\n | `    code\\n`",
                "---\\na: b\\n--- \\nText | Text",
                "---\\n---\\nText | Text",
                "---\\na: b\\n--- | ``",
                "Text\\n---\\na: b\\n---\\n | Text\\n---\\na: b\\n---\\n",
                "----\\nText | ----\\nText",
                "` ---\\nText` | ` ---\\nText`",
                "`` | ``",
            })
    void bodyIsWhatFollows(String file, String body) {
        assertThat(FrontMatter.split(file.replace("\\n", "\n")).body()).isEqualTo(body.replace("\\n", "\n"));
    }

    private static Refused refused(String file) {
        return Assertions.catchThrowableOfType(Refused.class, () -> FrontMatter.split(file));
    }

    private static FrontMatter.Parts split(String lines) {
        return FrontMatter.split("---\n" + lines + "\n---\n");
    }

    private static Map<String, Object> fields(String lines) {
        Map<String, Object> shown = new LinkedHashMap<>();
        split(lines).fields().fields().forEach((name, value) -> shown.put(name, plain(value)));
        return shown;
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Scalar scalar) {
            return scalar.text();
        }
        return value instanceof Value.Items list
                ? list.items().stream().map(FrontMatterTest::plain).toList()
                : "nothing";
    }
}
