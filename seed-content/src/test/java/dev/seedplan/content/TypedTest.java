package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.Assets;
import dev.seedplan.Body;
import dev.seedplan.ConvertedBy;
import dev.seedplan.Default;
import dev.seedplan.Named;
import dev.seedplan.Required;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that take more than fields of their own names. */
class TypedTest {

    @TempDir
    Path directory;

    record Seo(@Required String title, @Default("5") int weight) {}

    record Article(
            @Required String title,
            Seo seo,
            @Named("seo.title") String seoTitle,
            List<Seo> more,
            Map<String, String> links,
            @Default("draft") String status,
            @Default("2025-01-01") LocalDate date,
            @Default("general") List<String> tags,
            @ConvertedBy(Cents.class) long price,
            @Named("$path") String path,
            @Named("$filename") String name,
            @Named("$words") int words,
            @Named("$excerpt") String excerpt,
            @Named("$html") String html,
            @Named("$headings") List<String> headings,
            @Body String body) {}

    static final class Cents implements Function<String, Long> {
        @Override
        public Long apply(String text) {
            return Long.parseLong(text.replace(".", ""));
        }
    }

    private static final String FILE = """
            ---
            title: Walking
            seo: {title: Walk, weight: 7}
            more:
              - title: one
              - {title: two, weight: 2}
            links:
              home: https://example.com
            price: 12.50
            ---
            # Begin

            Two *small* words.
            """;

    private Article article(String text) {
        return Content.all(
                        Assets.markdown("a/*.md", Article.class),
                        new Content().with("a/walk.md", text).directory(directory))
                .get(0);
    }

    private String refusal(String text) {
        return Content.refusal(
                Assets.markdown("a/*.md", Article.class),
                new Content().with("a/walk.md", text).directory(directory));
    }

    @Test
    void nestedFieldsAreRecords() {
        Article article = article(FILE);
        assertThat(article.seo()).isEqualTo(new Seo("Walk", 7));
        assertThat(article.more()).containsExactly(new Seo("one", 5), new Seo("two", 2));
        assertThat(article.links()).isEqualTo(Map.of("home", "https://example.com"));
    }

    @Test
    void pathsWithDotsLeadIntoNestedFields() {
        assertThat(article(FILE).seoTitle()).isEqualTo("Walk");
        assertThat(article(FILE.replace("seo: {", "seo.title: Other\nseo: {")).seoTitle())
                .isEqualTo("Other");
    }

    @Test
    void defaultsStandForWhatIsMissing() {
        Article article = article(FILE);
        assertThat(article.status()).isEqualTo("draft");
        assertThat(article.date()).isEqualTo("2025-01-01");
        assertThat(article.tags()).containsExactly("general");
        assertThat(article(FILE.replace("price:", "status: live\ntags: []\nprice:"))
                        .status())
                .isEqualTo("live");
        assertThat(article(FILE.replace("price:", "tags: []\nprice:")).tags()).isEmpty();
    }

    @Test
    void factsAboutTheFileAreFields() {
        Article article = article(FILE);
        assertThat(article.path()).isEqualTo("a/walk.md");
        assertThat(article.name()).isEqualTo("walk");
        assertThat(article.words()).isEqualTo(4);
        assertThat(article.excerpt()).isEqualTo("Two small words.");
        assertThat(article.html()).isEqualTo("<h1>Begin</h1>\n<p>Two <em>small</em> words.</p>\n");
        assertThat(article.headings()).containsExactly("Begin");
        assertThat(article.body()).startsWith("# Begin");
    }

    @Test
    void convertersMakeWhatTheyWill() {
        assertThat(article(FILE).price()).isEqualTo(1250);
        assertThat(refusal(FILE.replace("12.50", "dear")))
                .isEqualTo("[SEED-5155] a/walk.md:9: field \"price\" is \"dear\", for which the converter of component"
                        + " price of record Article threw java.lang.NumberFormatException: For input string: \"dear\";"
                        + " correct the file, or the converter.");
        assertThat(refusal(FILE.replace("price: 12.50\n", ""))).contains("it is of type long, which cannot be null");
    }

    @Test
    void nestedFieldsAreNamedByTheirPathInMessages() {
        assertThat(refusal(FILE.replace("weight: 2", "weight: heavy")))
                .startsWith("[SEED-5152] a/walk.md:6: field \"more[1].weight\" is \"heavy\", but component weight of"
                        + " record Seo takes a whole number");
        assertThat(refusal(FILE.replace("seo: {title", "seo: {titel")))
                .startsWith(
                        "[SEED-5151] a/walk.md:3: there is no field \"seo.title\", but component title of record Seo"
                                + " needs it: it is @Required; did you mean \"titel\"?");
    }

    record NoSuchFact(@Named("$word") String word) {}

    record BadDefault(@Default("many") int number) {}

    record Contradiction(@Required @Default("x") String text) {}

    record Inner(@Named("$path") String path) {}

    record Outer(Inner inner) {}

    record WrongConverter(@ConvertedBy(Cents.class) int cents) {}

    @Test
    void recordsThatCannotBeMeantAreRefused() {
        Path path = new Content().with("a.md", "---\ncents: 5\n---\n").directory(directory);
        assertThat(Content.refusal(Assets.markdown("a.md", NoSuchFact.class), path))
                .startsWith("[SEED-5151] a.md: there is no fact \"$word\"; did you mean \"$words\"?");
        assertThat(Content.refusal(Assets.markdown("a.md", BadDefault.class), path))
                .startsWith("[SEED-5153] markdown(a.md): field \"@Default\" is \"many\", but component number of record"
                        + " BadDefault takes a whole number");
        assertThat(Content.refusal(Assets.markdown("a.md", Contradiction.class), path))
                .contains("component text of record Contradiction is never without a value");
        assertThat(Content.refusal(Assets.markdown("a.md", Outer.class), path))
                .contains("component path of record Inner takes what belongs to the file");
        assertThat(Content.refusal(Assets.markdown("a.md", WrongConverter.class), path))
                .contains("the converter of component cents of record WrongConverter gave a Long for \"5\"");
    }
}
