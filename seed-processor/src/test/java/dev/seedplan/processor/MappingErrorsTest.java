package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines of a mapping that are wrong: reported at the annotation's value, with a caret under the character. */
class MappingErrorsTest {

    private static final String SCHEMA = """
            enum post_status draft published
            table posts
              id bigint ! always
              title varchar(20) !
              slug text !
              status public.post_status ! default 'draft'
              published_at timestamptz
              tags text[]
              read_minutes integer
              price numeric(6,2)
              rank smallint
              pk id
            """;

    @TempDir
    Path directory;

    private int compiled;

    private String error(Compiler compiler, ProcessorError error, String line) {
        Compiled result = Scenario.of(directory.resolve("n" + compiled++), compiler, SCHEMA)
                .plan("""
                record Article(String title, java.time.LocalDate date, java.util.List<String> tags, Seo seo,
                               @Body String text) {}
                record Seo(String title) {}
                static final Assets<Article> ARTICLES = Assets.markdown("*.md", Article.class);
                @Rows(from = "ARTICLES")
                @Mapping(«\"""
                    # a comment
                    %s
                    \""")
                void posts(PostsRow p, Article a) {}
                """.formatted(line))
                .fails(error);
        return result.ours().get(0).text();
    }

    @ParameterizedTest
    @EnumSource
    void fieldThatARecordDoesNotHaveIsReportedWithLineCaretAndTheNearest(Compiler compiler) {
        assertThat(error(compiler, ProcessorError.MAPPING_FIELD, "slug = slugify(frontmatter.titel)"))
                .contains("line 2 of the mapping: record Article has no component \"titel\"; did you mean \"title\"?")
                // javac indents the lines after the first by two more.
                .containsPattern("\n( +)slug = slugify\\(frontmatter.titel\\)\n\\1 {27}\\^");
    }

    @ParameterizedTest
    @EnumSource
    void textsThatAreNoMappingAreReported(Compiler compiler) {
        ProcessorError syntax = ProcessorError.MAPPING_SYNTAX;
        assertThat(error(compiler, syntax, "slug")).contains("has to be \"=\" in place of the end of the line");
        assertThat(error(compiler, syntax, "slug = title title")).contains("in place of \"title\"");
        assertThat(error(compiler, syntax, "slug = 'x")).contains("the quotes that begin here do not end");
        assertThat(error(compiler, syntax, "slug = title |")).contains("has to be a value");
        assertThat(error(compiler, syntax, "slug = slugify(title")).contains("has to be \",\"");
        assertThat(error(compiler, syntax, "published_at = ago(3 moons)")).contains("days or weeks");
        assertThat(error(compiler, syntax, "slug = title ?")).contains("no use for \"?\"");
        assertThat(error(compiler, syntax, "= title")).contains("a column's name");
        assertThat(error(compiler, syntax, "title = title where length(title, 3)"))
                .contains("a test takes texts");
    }

    @ParameterizedTest
    @EnumSource
    void columnsThatCannotBeSetAreReported(Compiler compiler) {
        ProcessorError column = ProcessorError.MAPPING_COLUMN;
        assertThat(error(compiler, column, "titel = title"))
                .contains("table posts has no column \"titel\"; did you mean \"title\"?");
        assertThat(error(compiler, column, "title = title\n    title = title")).contains("has a line already");
        assertThat(error(compiler, column, "id = 3")).contains("column id is filled by the server");
    }

    @ParameterizedTest
    @EnumSource
    void unknownFactsFunctionsAndTestsAreReportedWithTheNearest(Compiler compiler) {
        assertThat(error(compiler, ProcessorError.MAPPING_FIELD, "slug = $filenme"))
                .contains("did you mean \"$filename\"?");
        assertThat(error(compiler, ProcessorError.MAPPING_FIELD, "rank = $width"))
                .contains("only pictures");
        assertThat(error(compiler, ProcessorError.MAPPING_FIELD, "title = tags.name"))
                .contains("has no fields");
        assertThat(error(compiler, ProcessorError.MAPPING_FUNCTION, "slug = slugfy(title)"))
                .contains("there is no function \"slugfy\"; did you mean \"slugify\"");
        assertThat(error(compiler, ProcessorError.MAPPING_FUNCTION, "title = truncate(title)"))
                .contains("truncate(text, length)");
        assertThat(error(compiler, ProcessorError.MAPPING_FUNCTION, "title = faker.nme.fullName()"))
                .contains("seed-faker");
        assertThat(error(compiler, ProcessorError.MAPPING_FUNCTION, "price = 3 where mn(0)"))
                .contains("there is no test \"mn\"");
        assertThat(error(compiler, ProcessorError.MAPPING_FUNCTION, "price = 3 where min(0, 1)"))
                .contains("the test is min(least)");
        assertThat(error(compiler, ProcessorError.MAPPING_FUNCTION, "slug = unique(title)"))
                .contains("unique takes one of the values");
    }

    @ParameterizedTest
    @EnumSource
    void valuesThatAColumnNeverTakesAreReported(Compiler compiler) {
        ProcessorError type = ProcessorError.MAPPING_TYPE;
        assertThat(error(compiler, type, "title = tags"))
                .contains("tags is a list")
                .contains("join(");
        assertThat(error(compiler, type, "status = 'publishd'"))
                .contains("has no label \"publishd\"; did you mean \"published\"?");
        assertThat(error(compiler, type, "title = 'a title of more than twenty characters'"))
                .contains("column title takes 20");
        assertThat(error(compiler, type, "read_minutes = 'five'")).contains("leave the quotes out");
        assertThat(error(compiler, type, "read_minutes = 1.5")).contains("is no whole number");
        assertThat(error(compiler, type, "published_at = 'soon'")).contains("is not a date and time");
        assertThat(error(compiler, type, "price = date")).contains("date is a date, and a number is wanted");
        assertThat(error(compiler, type, "title = ['a']")).contains("a list stands where");
        assertThat(error(compiler, type, "tags = lists(title, 1, 2)")).contains("one of the values");
    }

    @ParameterizedTest
    @EnumSource
    void everyWrongLineIsReported(Compiler compiler) {
        Scenario.of(directory.resolve("n" + compiled++), compiler, SCHEMA)
                .plan("""
                        static final Assets<CsvRow> ROWS = Assets.csv("*.csv");
                        @Rows(from = "ROWS")
                        @Mapping(««"titel = csv.title\\nslug = slugfy(csv.title)\\nread_minutes = csv.minutes")
                        void posts(PostsRow p) {}
                        """)
                .fails(ProcessorError.MAPPING_COLUMN, ProcessorError.MAPPING_FUNCTION);
    }
}
