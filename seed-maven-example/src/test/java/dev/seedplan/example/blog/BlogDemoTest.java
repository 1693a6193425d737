package dev.seedplan.example.blog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.example.blog.db.PostsRow;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.runtime.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example plan, from code and as a process of its own. */
class BlogDemoTest {

    private static BlogDatabase database;
    private static Summary summary;

    @BeforeAll
    static void fillFromCode() throws SQLException {
        database = new BlogDatabase();
        summary = Seedplan.plan(BlogDemo.class).to(database.dataSource()).run();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static String ask(BlogDatabase of, String query) throws SQLException {
        try (Connection connection = of.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String checksums(BlogDatabase of) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (String table : List.of("comments", "post_tags", "posts", "tags", "users")) {
            // COLLATE "C" and the session's UTC make the text the same on every server.
            text.append(table).append(' ').append(ask(of, "select md5(string_agg(t::text, '|' order by t::text collate \"C\")) "
                    + "from " + table + " t, (select set_config('timezone', 'UTC', false)) z")).append('\n');
        }
        return text.toString();
    }

    @Test
    void everyTableHoldsWhatThePlanAsksFor() {
        assertThat(summary.tables()).extracting(Summary.TableSummary::table)
                .containsExactly("public.users", "public.tags", "public.posts", "public.post_tags", "public.comments");
        assertThat(summary.tables()).allSatisfy(t -> assertThat(t.written()).isEqualTo(t.asked()).isPositive());
    }

    @Test
    void theRowsAreTheFrozenOnes() throws SQLException, IOException {
        try (InputStream in = BlogDemoTest.class.getResourceAsStream("/checksums.txt")) {
            assertThat(checksums(database)).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyArticleIsAnEssayOfSomebodyWithAWebsite() {
        assertThat(summary.distributed()).singleElement().satisfies(essays -> {
            assertThat(essays.unused()).isEmpty();
            assertThat(essays.made()).isZero();
            assertThat(essays.relaxed()).isEmpty();
            assertThat(essays.targets()).allMatch(number -> number <= 4);
        });
    }

    @Test
    void repliesBelongToTheSamePostAndComeLater() throws SQLException {
        assertThat(ask(database, "select count(*) from comments c join comments p on p.id = c.parent_id "
                        + "where p.post_id <> c.post_id or p.created_at > c.created_at"))
                .isEqualTo("0");
        assertThat(ask(database, "select count(*) from comments where parent_id is not null")).isNotEqualTo("0");
    }

    @Test
    void postsAreWrittenAfterTheirAuthorJoined() throws SQLException {
        assertThat(ask(database, "select count(*) from posts p join users u on u.id = p.author_id "
                        + "where p.created_at < u.joined_at or p.published_at < p.created_at"))
                .isEqualTo("0");
    }

    @Test
    void thePlansOwnMainFillsAnotherDatabaseWithTheSameRows() throws Exception {
        try (BlogDatabase other = new BlogDatabase()) {
            Process process = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"),
                            BlogDemoSeed.class.getName(), "--url", other.url(), "--user", other.server().user())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(output).isEqualTo(1);
            assertThat(output).contains("[SEED-4102]").doesNotContain("at dev.seedplan");

            ProcessBuilder withPassword = new ProcessBuilder(
                    System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"),
                    BlogDemoSeed.class.getName(), "--url", other.url(), "--user", other.server().user());
            withPassword.environment().put("PGPASSWORD", other.server().password());
            Process second = withPassword.redirectErrorStream(true).start();
            String summaryText = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(second.exitValue()).as(summaryText).isZero();
            assertThat(summaryText).contains("Filled by BlogDemo: ").contains("seed 2026");
            assertThat(checksums(other)).isEqualTo(checksums(database));
        }
    }

    @Test
    void aPreviewNeedsNoDatabase() {
        List<Map<String, Object>> posts = Seedplan.plan(BlogDemo.class).preview(PostsRow.class).limit(3);
        assertThat(posts).hasSize(3).allSatisfy(post -> assertThat(post).containsKeys("id", "title", "slug", "status"));
    }
}
