package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.Assets;
import dev.seedplan.Body;
import dev.seedplan.Required;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The content of the example, which was written for readers and not for this parser. */
class ExampleContentTest {

    private static final Path RESOURCES = Path.of("../seed-maven-example/src/main/resources");

    record Article(
            @Required String title,
            @Required LocalDate date,
            @Required List<String> tags,
            @Required String category,
            @Required String summary,
            @Required @Body String body) {}

    record Tag(@Required String slug, @Required String label, int order) {}

    record Author(@Required String name, @Required String bio, String website, LocalDate joined) {}

    @Test
    void articlesTagsAndAuthorsAreRead() {
        List<Article> articles = Content.all(Assets.markdown("content/articles/**/*.md", Article.class), RESOURCES);
        List<Tag> tags = Content.all(Assets.csv("content/tags.csv", Tag.class), RESOURCES);
        List<Author> authors = Content.all(Assets.json("content/authors.json", Author.class), RESOURCES);
        assertThat(articles)
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(article ->
                        assertThat(article.body()).doesNotStartWith("\n").doesNotContain("\ncategory:"));
        assertThat(tags).isNotEmpty();
        assertThat(authors).isNotEmpty();
        Set<String> slugs = new HashSet<>();
        tags.forEach(tag -> slugs.add(tag.slug()));
        assertThat(slugs)
                .containsAll(articles.stream()
                        .flatMap(article -> article.tags().stream())
                        .toList());
    }
}
