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
                "a:\\n  b: c\\n  d: [e, {f: g}] | {a={b=c, d=[e, {f=g}]}}",
                "a: {b: c} | {a={b=c}}",
                "a: >\\n  one\\n  two\\n\\n  three\\nb: 1 | `{a=one two\\nthree\\n, b=1}`",
                "a: [b,\\n  c] | {a=[b, c]}",
                "a: [[b], [c]] | {a=[[b], [c]]}",
                "a:\\n- [b]\\n- c: d\\n  e: f | {a=[[b], {c=d, e=f}]}",
                "a:\\n- b\\n  - c | {a=[b - c]}",
                "a: \"b\\n  c\" | {a=b c}",
                "a: b\\n  c | {a=b c}",
                "{a: no, b: 12:30} | {a=no, b=12:30}",
                "? a\\n: b | {a=b}",
                "a: &x [1.10, 2025-04-24]\\nb: *x | {a=[1.10, 2025-04-24], b=[1.10, 2025-04-24]}",
                "a: [null] | {a=[nothing]}",
                "a:\\n- b\\n- | {a=[b, nothing]}",
                "a: !!str 1 | {a=1}",
            })
    void whateverElseYamlHasIsRead(String lines, String fields) {
        assertThat(fields(lines.replace("\\n", "\n"))).hasToString(fields.replace("\\n", "\n"));
    }

    @Test
    void literalBlockIsRead() {
        assertThat(fields("a: |-\n  one\n    two\nb: 1")).isEqualTo(Map.of("a", "one\n  two", "b", "1"));
    }

    /** The fast path and the YAML parser agree about whatever the fast path takes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: One # two\nb: C# and F#\nc: 12:30\nd: https://example.com/a?b=c#d\ne: -1\nf: it's \"so\"",
                "a: 'it''s: here'\nb: 'a # b' # c\nc: \"a: b, \\\"c\\\"\"\nd: \"\\u00e9 \\x41 \\U0001F600 \\\\ \\/\"",
                "tags: [a, 'b, c', \"d\"]\nmore: [ a ,'b, c' , d, ]\nlast:   # three\n  - a\n\n  # and\n  - 'b, c' # q\n  -   d",
                "a:\nb: ~\nc: null\nd: # nothing\ne: NULL\nf: []\n'g' : x\n\"h\": y\ni : z\nj: ~x",
            })
    void fastPathReadsAsYamlDoes(String lines) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        ((Value.Fields) YamlText.documents(lines, 1).get(0))
                .fields()
                .forEach((name, value) -> yaml.put(name, plain(value)));
        assertThat(fields(lines)).isEqualTo(yaml);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BAD_YAML | a:\\n\\tb | 3 | found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)",
                "BAD_YAML | - a | 2 | the front matter is a list, and has no fields",
                "BAD_YAML | a: b\\n- c | 3 | this is no YAML: expected <block end>, but found '-'",
                "BAD_YAML | just words | 2 | the front matter is \"just words\", and has no fields",
                "BAD_YAML | a:b | 2 | the front matter is \"a:b\", and has no fields",
                "BAD_YAML | 'a' b | 2 | this is no YAML: expected '<document start>', but found '<scalar>'",
                "BAD_YAML | a: [b # c] | 3 | this is no YAML: expected ',' or ']', but got <stream end>",
                "BAD_YAML | a: [b,,c] | 2 | this is no YAML: expected the node content, but found ','",
                "TOO_DEEP | a: &x\\n  b: *x | 2 | an alias stands for what it is within",
                "BAD_YAML | ? [a]\\n: b | 2 | this is no YAML: Non scalar key is detected but it is not configured to be allowed.",
                "DUPLICATE_FIELD | a:\\n  b: c\\n  \"b\": d | 4 | the field \"b\" is there already",
                "NUL | a: {b: \"\\0\"} | 2 | a text contains the character U+0000",
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
    void whatIsNoYamlIsRefusedWithItsLine(ContentError error, String lines, int line, String what) {
        Refused refused = refused("---\n" + lines.replace("\\n", "\n").replace("\\t", "\t") + "\n---\n");
        assertThat(refused).isNotNull();
        assertThat(refused.error()).isEqualTo(error);
        assertThat(refused.where("f")).isEqualTo("f:" + line);
        assertThat(refused.what()).endsWith(what);
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
                        "[SEED-5126] f.md:1: the front matter is TOML, between lines of +++; correct it; \"key: value\" on each"
                                + " line, with quotes around a value that contains \": \", is always YAML.");
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
        if (value instanceof Value.Fields nested) {
            Map<String, Object> shown = new LinkedHashMap<>();
            nested.fields().forEach((name, item) -> shown.put(name, plain(item)));
            return shown;
        }
        if (value instanceof Value.Scalar scalar) {
            return scalar.text();
        }
        return value instanceof Value.Items list
                ? list.items().stream().map(FrontMatterTest::plain).toList()
                : "nothing";
    }
}
