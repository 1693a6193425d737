package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seedplan.Assets;
import dev.seedplan.Body;
import dev.seedplan.Named;
import dev.seedplan.Required;
import dev.seedplan.spi.ContentException;
import dev.seedplan.spi.Labeled;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTest {

    enum Status {
        DRAFT,
        IN_REVIEW
    }

    enum Mood implements Labeled {
        HAPPY("so happy"),
        SAD_("sad!");

        private final String label;

        Mood(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    enum Twin {
        A,
        a
    }

    record All(
            Integer i,
            Long l,
            Double d,
            BigDecimal n,
            Boolean b,
            LocalDate date,
            LocalTime time,
            LocalDateTime moment,
            Instant instant,
            UUID uuid,
            Status status,
            Mood mood,
            Twin twin,
            List<Integer> numbers) {}

    @TempDir
    Path directory;

    private <A extends Record> A read(Class<A> type, String lines) {
        return Content.all(Assets.markdown("a.md", type), file(lines)).get(0);
    }

    private String refusal(Class<? extends Record> type, String lines) {
        return Content.refusal(Assets.markdown("a.md", type), file(lines));
    }

    private Path file(String lines) {
        return new Content().with("a.md", "---\n" + lines + "\n---\n").directory(directory);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "i | -2147483648 | -2147483648",
                "l | 9223372036854775807 | 9223372036854775807",
                "d | 1e3 | 1000.0",
                "d | -0.5 | -0.5",
                "n | 1.10 | 1.10",
                "n | 1e5 | 1E+5",
                "b | True | true",
                "date | 2024-02-29 | 2024-02-29",
                "time | 12:30 | 12:30",
                "moment | 2025-01-02T03:04 | 2025-01-02T03:04",
                "moment | 2025-01-02 03:04:05.6 | 2025-01-02T03:04:05.600",
                "instant | 2025-01-02T03:04:05Z | 2025-01-02T03:04:05Z",
                "instant | 2025-01-02 03:04:05+02:00 | 2025-01-02T01:04:05Z",
                "uuid | 123E4567-e89b-12d3-a456-426614174000 | 123e4567-e89b-12d3-a456-426614174000",
                "status | DRAFT | DRAFT",
                "status | draft | DRAFT",
                "status | in-review | IN_REVIEW",
                "status | In Review | IN_REVIEW",
                "mood | so happy | HAPPY",
                "mood | sad! | SAD_",
                "mood | happy | HAPPY",
                "twin | A | A",
                "twin | a | a",
                "numbers | [1, 2] | [1, 2]",
                "numbers | 3 | [3]",
            })
    void textsBecomeTheTypeWanted(String field, String text, String value) throws ReflectiveOperationException {
        All all = read(All.class, field + ": " + text);
        assertThat(All.class.getDeclaredMethod(field).invoke(all)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "i | 12abc | a whole number from -2147483648 to 2147483647",
                "i | 2147483648 | a whole number from -2147483648 to 2147483647",
                "i | +1 | a whole number from -2147483648 to 2147483647",
                "i | ١٢ | a whole number from -2147483648 to 2147483647",
                "i | 1_000 | a whole number from -2147483648 to 2147483647",
                "i | 1.0 | a whole number from -2147483648 to 2147483647",
                "l | 9223372036854775808 | a whole number from -9223372036854775808 to 9223372036854775807",
                "d | 0x1p3 | a number such as 12.5",
                "d | 1e999 | a number such as 12.5",
                "d | NaN | a number such as 12.5",
                "d | 1.5f | a number such as 12.5",
                "n | 1,5 | a number such as 12.50",
                "n | 1e999999 | a number such as 12.50",
                "n | 1e-999999 | a number such as 12.50",
                "b | yes | true or false",
                "b | 1 | true or false",
                "date | 2025-02-29 | a date such as 2025-12-31",
                "date | 2025-2-9 | a date such as 2025-12-31",
                "date | 2025-02-09T10:00 | a date such as 2025-12-31",
                "time | 25:00 | a time such as 18:30:00",
                "moment | 2025-01-02 | a date and time without offset such as 2025-12-31T18:30:00",
                "moment | 2025-01-02T03:04Z | a date and time without offset such as 2025-12-31T18:30:00",
                "instant | 2025-01-02T03:04:05 | a date and time with offset such as 2025-12-31T18:30:00Z",
                "uuid | 1-2-3-4-5 | a UUID",
                "status | done | one of DRAFT, IN_REVIEW",
                "mood | sad | one of so happy, sad!",
            })
    void otherTextsAreRefused(String field, String text, String wanted) {
        assertThat(refusal(All.class, field + ": " + text))
                .isEqualTo("[SEED-5152] a.md:2: field \"" + field + "\" is \"" + text + "\", but component " + field
                        + " of record All takes " + wanted + "; correct the file, or change the type.");
    }

    @Test
    void itemOfAnotherTypeIsRefusedWithItsPlace() {
        assertThat(refusal(All.class, "numbers:\n- 1\n- x"))
                .startsWith(
                        "[SEED-5152] a.md:4: field \"numbers[1]\" is \"x\", but component numbers of record All takes");
    }

    @Test
    void longTextsAreCutInMessages() {
        assertThat(refusal(All.class, "i: \"" + "😀".repeat(1000) + "\\n\""))
                .contains("\"" + "😀".repeat(30))
                .contains("…\"")
                .hasSizeLessThan(400);
        assertThat(refusal(All.class, "i: \"a\\n\\e\"")).contains("field \"i\" is \"a\\n\\u001b\", but");
    }

    record Names(
            String readTime,
            String pageURLPath,
            @Named("Read Time") String named,
            String line2Text) {}

    @Test
    void fieldsAreFoundByTheirUsualSpellings() {
        assertThat(read(Names.class, "readTime: 1\nread_time: 2\nread-time: 3\nRead Time: 4"))
                .isEqualTo(new Names("1", null, "4", null));
        assertThat(read(Names.class, "read_time: 2\nread-time: 3\npage_url_path: 5\nline2-text: 6"))
                .isEqualTo(new Names("2", "5", null, "6"));
        assertThat(read(Names.class, "read-time: 3\nnamed: 4")).isEqualTo(new Names("3", null, null, null));
    }

    record Needed(
            @Required String title,
            @Required List<String> tags,
            @Required @Body String body) {}

    @Test
    void whatIsRequiredMustBeThere() {
        assertThat(refusal(Needed.class, "titel: x\ntags:"))
                .isEqualTo("[SEED-5101] markdown(a.md): there are 3 problems; mend them all; nothing was written.\n"
                        + "  [SEED-5151] a.md:1: there is no field \"title\", but component title of record Needed needs it:"
                        + " it is @Required; did you mean \"titel\"?; add the field to the file, or name the one that is"
                        + " meant with @Named.\n"
                        + "  [SEED-5151] a.md:3: field \"tags\" has no value, but component tags of record Needed needs it:"
                        + " it is @Required; add the field to the file, or name the one that is meant with @Named.\n"
                        + "  [SEED-5151] a.md: the body is empty, but component body of record Needed is @Required; add the"
                        + " field to the file, or name the one that is meant with @Named.");
    }

    record Primitive(int minutes) {}

    @Test
    void primitiveCannotBeAbsent() {
        assertThat(refusal(Primitive.class, "# nothing"))
                .isEqualTo(
                        "[SEED-5151] a.md:1: there is no field \"minutes\", but component minutes of record Primitive"
                                + " needs it: it is of type int, which cannot be null; there are no other fields; add the field to the file, or"
                                + " name the one that is meant with @Named.");
    }

    record Picky(String title) {
        Picky {
            if (title == null) {
                throw new IllegalArgumentException("no title\nat all");
            }
        }
    }

    @Test
    void exceptionOfTheConstructorIsShown() {
        Path path = file("");
        ContentException refused = catchThrowableOfType(
                ContentException.class, () -> Content.open(Assets.markdown("a.md", Picky.class), path));
        assertThat(refused)
                .hasMessage(
                        "[SEED-5154] a.md:1: the constructor of record Picky threw"
                                + " java.lang.IllegalArgumentException: no title; correct the file, or the record's constructor.")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    record Wild(List<?> list) {}

    record Raw(Object any) {}

    record Nested(Picky inner) {}

    record Texts(Map<String, String> map) {}

    record Bodies(@Body String a, @Body String b) {}

    record WrongBody(@Body int body) {}

    record Lists(List<String> list) {}

    record OneBody(@Body String body) {}

    @Test
    void recordsNoFileFitsAreRefused() {
        file("");
        assertThat(refusal(Wild.class, ""))
                .isEqualTo(bad(
                        "markdown(a.md)",
                        "component list of record Wild is of type"
                                + " java.util.List<?>, which no value of markdown can be"));
        assertThat(refusal(Raw.class, "")).contains("component any of record Raw is of type java.lang.Object, which");
        assertThat(Content.refusal(Assets.csv("a.md", Nested.class), directory))
                .contains("component inner of record Nested is of type ");
        assertThat(Content.refusal(Assets.csv("a.md", Texts.class), directory))
                .contains("component map of record Texts is of type ");
        assertThat(refusal(Bodies.class, "")).isEqualTo(bad("markdown(a.md)", "record Bodies has more than one @Body"));
        assertThat(refusal(WrongBody.class, ""))
                .isEqualTo(bad("markdown(a.md)", "component body of record WrongBody is @Body, and is no String"));
        assertThat(Content.refusal(Assets.csv("a.md", Lists.class), directory))
                .isEqualTo(bad(
                        "csv(a.md)",
                        "component list of record Lists is of type java.util.List<java.lang.String>,"
                                + " which no value of csv can be"));
        assertThat(Content.refusal(Assets.json("a.md", OneBody.class), directory))
                .isEqualTo(bad("json(a.md)", "component body of record OneBody is @Body, but json has no body"));
    }

    private static String bad(String where, String what) {
        return "[SEED-5153] " + where + ": " + what + "; change the record.";
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 20, 21, 500})
    void twentyProblemsAreListedAtMost(int files) {
        Content content = new Content();
        for (int i = 0; i < files; i++) {
            content.with("c/" + (1000 + i) + ".md", "---\nminutes: x\n---\n");
        }
        String message = Content.refusal(Assets.markdown("c/*.md", Primitive.class), content.directory(directory));
        assertThat(message.lines()).hasSize(Math.min(files, 20) + (files > 20 ? 2 : 1));
        assertThat(message).contains("there are " + files + " problems");
        assertThat(message.lines().skip(1).limit(20)).isSorted();
        if (files > 20) {
            assertThat(message).endsWith("\n  and " + (files - 20) + " more");
        }
    }
}
