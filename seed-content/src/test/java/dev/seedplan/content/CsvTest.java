package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Assets;
import dev.seedplan.CsvRow;
import dev.seedplan.Required;
import dev.seedplan.spi.ContentException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    private static final Assets<CsvRow> TAGS = Assets.csv("content/tags.csv");

    @TempDir
    Path directory;

    private Path file(String text) {
        return new Content().with("content/tags.csv", text).directory(directory);
    }

    @Test
    void quotesLineBreaksAndCommasInCellsAreRead() {
        Path path = file("slug,label,n\r\na,\"say \"\"hi\"\"\",1\r\nb,\"one\r\n\r\ntwo, three\",2\r\n\r\nc,,3");
        List<CsvRow> rows = Content.all(TAGS, path);
        assertThat(rows).extracting(row -> row.text("label")).containsExactly("say \"hi\"", "one\n\ntwo, three", "");
        assertThat(rows).extracting(row -> row.text("slug")).containsExactly("a", "b", "c");
        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 3L, 7L);
        assertThat(Content.ids(TAGS, path))
                .containsExactly("content/tags.csv:2", "content/tags.csv:3", "content/tags.csv:7");
        assertThat(rows.get(2).isEmpty("label")).isTrue();
        assertThat(rows.get(0).isEmpty("label")).isFalse();
    }

    @Test
    void lineEndsAndByteOrderMarkChangeNothing() {
        String text = "slug,label\na,\"1\n2\"\n\nb,é😀\n";
        List<String> plain = rows(text);
        assertThat(plain).containsExactly("2 a 1\n2", "5 b é😀");
        assertThat(rows("\uFEFF" + text)).isEqualTo(plain);
        assertThat(rows(text.replace("\n", "\r\n"))).isEqualTo(plain);
        assertThat(rows(text.stripTrailing())).isEqualTo(plain);
        assertThat(rows("\n\n" + text)).containsExactly("4 a 1\n2", "7 b é😀");
    }

    private List<String> rows(String text) {
        return Content.all(TAGS, file(text)).stream()
                .map(row -> row.line() + " " + row.text("slug") + " " + row.text("label"))
                .toList();
    }

    @Test
    void headerAloneIsAnEmptyPool() {
        assertThat(Content.open(TAGS, file("slug,label\n")).size()).isZero();
    }

    @Test
    void cellsAreTypedWhenAskedFor() {
        CsvRow row = Content.all(TAGS, file("i,n,t,f\n-12,12.50,TRUE,false\n")).get(0);
        assertThat(row.integer("i")).isEqualTo(-12);
        assertThat(row.number("n")).isEqualTo(new BigDecimal("12.50"));
        assertThat(row.bool("t")).isTrue();
        assertThat(row.bool("f")).isFalse();
    }

    @Test
    void cellOfAnotherTypeIsRefused() {
        CsvRow row = Content.all(TAGS, file("x,y\n12abc,\n")).get(0);
        assertThatThrownBy(() -> row.integer("x"))
                .isInstanceOf(ContentException.class)
                .hasMessage(
                        "[SEED-5152] content/tags.csv:2: column \"x\" is \"12abc\", but was asked for as a whole number"
                                + " from -2147483648 to 2147483647; correct the file, or change the type.");
        assertThatThrownBy(() -> row.number("x")).hasMessageContaining("was asked for as a number such as 12.50");
        assertThatThrownBy(() -> row.bool("y"))
                .hasMessageContaining("column \"y\" is empty, but was asked for as true or false");
    }

    @Test
    void unknownColumnIsRefusedWithThoseThereAre() {
        CsvRow row = Content.all(TAGS, file("slug,label\na,A\n")).get(0);
        assertThatThrownBy(() -> row.text("lable"))
                .isInstanceOf(ContentException.class)
                .hasMessage(
                        "[SEED-5135] content/tags.csv: there is no column \"lable\", which the plan asks for; did you"
                                + " mean \"label\"?; correct the name in the plan or in the header.");
        assertThatThrownBy(() -> row.text("colour")).hasMessageContaining("; there are: slug, label;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | [SEED-5131] content/tags.csv: the file has no header, because it is empty; give it a header line with the names of its columns.",
                "\\n\\n | [SEED-5131] content/tags.csv: the file has no header, because it is empty; give it a header line with the names of its columns.",
                "a,,b\\n | [SEED-5132] content/tags.csv:1: column 2 has no name; give each column a different name, without white space around it, and separate them with commas, or say what separates them with separatedBy.",
                "a,b,a\\n | [SEED-5132] content/tags.csv:1: there are two columns \"a\"; give each column a different name, without white space around it, and separate them with commas, or say what separates them with separatedBy.",
                "a, b\\n | [SEED-5132] content/tags.csv:1: column \" b\" begins or ends with white space; give each column a different name, without white space around it, and separate them with commas, or say what separates them with separatedBy.",
                "\\na;b\\n1;2 | [SEED-5132] content/tags.csv:2: the columns are separated by semicolons; give each column a different name, without white space around it, and separate them with commas, or say what separates them with separatedBy.",
                "a,b\\n1,2\\n3\\n | [SEED-5133] content/tags.csv:3: the line has 1 cell, but the header has 2 cells; add or remove commas, or put a cell that contains a comma into double quotes.",
                "a,b\\n1,\"x\\ny\"\\n3,4,5\\n | [SEED-5133] content/tags.csv:4: the line has 3 cells, but the header has 2 cells; add or remove commas, or put a cell that contains a comma into double quotes.",
            })
    void unusableFilesAreRefused(String text, String message) {
        assertThat(Content.refusal(TAGS, file(text.replace("\\n", "\n")))).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b\\n1,\"x\\ny\"\\n2,\"open\\n3,4\\n | 4",
                "a,b\\n1,2\\n3,\"x\"y\\n5,6\\n | 3",
                "\"a,b\\n1,2 | 1",
            })
    void wrongQuotesAreRefusedWithTheLineTheyBeginAt(String text, int line) {
        assertThat(Content.refusal(TAGS, file(text.replace("\\n", "\n"))))
                .startsWith("[SEED-5134] content/tags.csv:" + line + ": the row that begins here has wrong quotes: ")
                .endsWith("; close the quotes, and double those inside a quoted cell.");
    }

    record Tag(@Required String slug, String label, int order) {}

    @Test
    void recordTakesCells() {
        assertThat(Content.all(Assets.csv("content/tags.csv", Tag.class), file("order,slug,label,x\n1,a,A,\n2,b,,y\n")))
                .containsExactly(new Tag("a", "A", 1), new Tag("b", null, 2));
    }

    @Test
    void columnARecordNeedsIsMissedOnce() {
        assertThat(Content.refusal(Assets.csv("content/tags.csv", Tag.class), file("slug,label,odrer\na,A,1\nb,B,2\n")))
                .isEqualTo(
                        "[SEED-5151] content/tags.csv:1: there is no field \"order\", but component order of record Tag"
                                + " needs it: it is of type int, which cannot be null; did you mean \"odrer\"?; add the field to the"
                                + " file, or name the one that is meant with @Named.");
    }

    @Test
    void everyBadLineIsReported() {
        assertThat(Content.refusal(Assets.csv("content/tags.csv", Tag.class), file("slug,order\na,1\n,x\nb\n")))
                .isEqualTo(
                        "[SEED-5101] csv(content/tags.csv): there are 3 problems; mend them all; nothing was written.\n"
                                + "  [SEED-5151] content/tags.csv:3: field \"slug\" has no value, but component slug of record Tag"
                                + " needs it: it is @Required; add the field to the file, or name the one that is meant with"
                                + " @Named.\n"
                                + "  [SEED-5152] content/tags.csv:3: field \"order\" is \"x\", but component order of record Tag"
                                + " takes a whole number from -2147483648 to 2147483647; correct the file, or change the type.\n"
                                + "  [SEED-5133] content/tags.csv:4: the line has 1 cell, but the header has 2 cells; add or remove"
                                + " commas, or put a cell that contains a comma into double quotes.");
    }
}
