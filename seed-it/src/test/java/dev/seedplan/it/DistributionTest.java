package dev.seedplan.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.Distributed;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.SeedRun;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.runtime.Summary;
import dev.seedplan.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content distributed over parents, from the annotation to the rows and the summary. */
class DistributionTest {

    private static final String ARTICLE = """
            static final Assets<Article> ARTICLES = Assets.json("content/articles.json", Article.class).keyedBy("title");
            record Article(String title, String category, java.time.LocalDate date, java.util.List<String> tags) {}
            @Rows(%d) protected void users(UsersRow u, Draw d) { u.name("u" + d.row()); }
            """;

    private static final String POSTS = """
            @Rows(from = "ARTICLES")
            protected void posts(PostsRow p, %s UsersRow author, Article a) {
                p.title(a.title()).category(a.category());
            }
            """;

    @TempDir
    private Path directory;

    private TestDatabase database;

    @BeforeEach
    void createTables() {
        database = TestDatabase.create();
        database.execute("""
                create table users (id bigint generated always as identity primary key, name text not null);
                create table posts (id bigint generated always as identity primary key,
                                    author_id bigint not null references users, title text not null, category text);
                """);
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    /** Articles 0 to n-1: every third is technical, each a month older than the one before, tagged even or odd. */
    private static String articles(int count) {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            json.append(i == 0 ? "" : ",\n")
                    .append("{\"title\": \"Article number ")
                    .append(i)
                    .append("\", \"category\": \"")
                    .append(i % 3 == 0 ? "technical" : "life")
                    .append("\", \"date\": \"")
                    .append(java.time.LocalDate.of(2026, 1, 1).minusDays(1).minusMonths(i))
                    .append("\", \"tags\": [\"")
                    .append(i % 2 == 0 ? "even" : "odd")
                    .append("\"]}");
        }
        return json.append("]").toString();
    }

    private Summary run(int users, int articles, String members) throws Exception {
        try (Plans plans = Plans.in(directory, database)) {
            plans.resource("content/articles.json", articles(articles));
            return prepared(plans, users, members).run();
        }
    }

    private SeedRun prepared(Plans plans, int users, String members) throws Exception {
        return Seedplan.plan(plans.plan("", ARTICLE.formatted(users) + members)).to(database.dataSource());
    }

    private List<Integer> perUser() {
        return database
                .query("select count(p.id) from users u left join posts p on p.author_id = u.id group by u.id"
                        + " order by u.id")
                .stream()
                .map(row -> Integer.valueOf(Objects.requireNonNull(row.get(0))))
                .toList();
    }

    private String one(String query) {
        return Objects.requireNonNull(database.query(query).get(0).get(0));
    }

    @Test
    void boundsHoldInTheDatabaseAndTheSummarySaysWhatWasUsed() throws Exception {
        Summary summary =
                run(10, 24, POSTS.formatted("@Distribute(strategy = Strategy.WEIGHTED_RANDOM, min = 1, max = 4)"));
        assertThat(perUser()).hasSize(10).allMatch(posts -> posts >= 1 && posts <= 4);
        assertThat(one("select count(distinct title) from posts")).isEqualTo("24");
        Distributed distributed = summary.distributed().get(0);
        assertThat(distributed.targets()).isEqualTo(perUser());
        assertThat(distributed.made()).isZero();
        assertThat(distributed.unused()).isEmpty();
        assertThat(distributed.relaxed()).isEmpty();
        assertThat(summary.notes()).anyMatch(note -> note.startsWith("posts: 24 assets of ARTICLES over 10 rows"));
    }

    @Test
    void fiveArticlesForTenUsersAreFiveRealAndFiveMade() throws Exception {
        Summary summary = run(10, 5, POSTS.formatted("@Distribute(min = 1)"));
        assertThat(perUser()).containsOnly(1).hasSize(10);
        assertThat(summary.distributed().get(0).made()).isEqualTo(5);
        assertThat(summary.notes()).anyMatch(note -> note.contains("5 were made"));
        assertThat(one("select count(distinct title) from posts")).isEqualTo("10");
        assertThat(one("select count(*) from posts where category not in ('technical', 'life')"))
                .isEqualTo("0");
    }

    @Test
    void tenArticlesForThreeUsersOfWhomEachWantsFiveRelaxTheMinimumToThree() throws Exception {
        Summary summary = run(3, 10, POSTS.formatted("@Distribute(min = 5, tooFew = TooFew.RELAX)"));
        assertThat(perUser()).containsExactlyInAnyOrder(3, 3, 4);
        assertThat(summary.distributed().get(0).relaxed()).containsExactly(new Distributed.Relaxed("min", 5, 3));
        assertThat(summary.notes()).anyMatch(note -> note.contains("relaxed: min from 5 to 3"));
    }

    @Test
    void strictRefusesWhatWouldHaveToBeRelaxedOrMade() throws Exception {
        try (Plans plans = Plans.in(directory, database)) {
            plans.resource("content/articles.json", articles(10));
            SeedRun run =
                    prepared(plans, 3, POSTS.formatted("@Distribute(min = 5, tooFew = TooFew.RELAX, strict = true)"));
            assertThatThrownBy(run::run)
                    .isInstanceOfSatisfying(SeedException.class, e -> {
                        assertThat(e.code()).isEqualTo("SEED-4321");
                        assertThat(e.exitCode()).isEqualTo(SeedException.REFUSED);
                    })
                    .hasMessageContaining("min")
                    .hasMessageContaining("min from 5 to 3");
        }
        try (Plans plans = Plans.in(directory.resolve("second"), database)) {
            plans.resource("content/articles.json", articles(10));
            SeedRun run =
                    prepared(plans, 12, POSTS.formatted("@Distribute(min = 1)")).strict();
            assertThatThrownBy(run::run)
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.code()).isEqualTo("SEED-4322"))
                    .hasMessageContaining("ARTICLES has 10 assets, and 2 more");
        }
        assertThat(one("select count(*) from users")).isEqualTo("0");
    }

    @Test
    void anAnswerThatIsNoneNamesItsRuleAndWhatWasAsked() throws Exception {
        assertThatThrownBy(() -> run(
                        3,
                        6,
                        """
                        double weight(UsersRow u) { return -1; }
                        """ + POSTS.formatted("@Distribute(strategy = Strategy.WEIGHTED_RANDOM, weight = \"weight\")")))
                .isInstanceOfSatisfying(
                        SeedException.class, e -> assertThat(e.code()).isEqualTo("SEED-4323"))
                .hasMessageContaining("weight cannot be decided for row 0 of public.users: -1.0 is no weight");
    }

    @Test
    void quotasByCategoryAndDateHold() throws Exception {
        run(8, 24, POSTS.formatted("""
                @Distribute(strategy = Strategy.RANDOM, min = 1, total = 12)
                @Quota(field = "category", is = "technical", min = 0.4, max = 0.5)
                @Quota(field = "date", within = "6 months", min = 0.4)"""));
        assertThat(one("select count(*) from posts")).isEqualTo("12");
        assertThat(Integer.parseInt(one("select count(*) from posts where category = 'technical'")))
                .isBetween(5, 6);
        assertThat(Integer.parseInt(one("select count(*) from posts where substring(title, 16)::int < 6")))
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void methodsOfThePlanWeighTargetsAndSayWhoMayHaveWhat() throws Exception {
        run(6, 24, """
                double weight(UsersRow u) { return u.name().equals("u2") ? 1 : 0; }
                boolean even(UsersRow u) { return Integer.parseInt(u.name().substring(1)) % 2 == 0; }
                boolean fits(UsersRow u, Article a) { return !u.name().equals("u5") || a.title().endsWith("3"); }
                boolean early(Article a) { return a.title().length() < "Article number 10".length(); }
                """ + POSTS.formatted("""
                @Distribute(strategy = Strategy.WEIGHTED_RANDOM, weight = "weight", allows = "fits", min = 1)
                @Restrict(targets = "even", required = "even")
                @Quota(where = "early", max = 0.5)"""));
        assertThat(one(
                        "select count(*) from posts p join users u on u.id = author_id where u.name in ('u0', 'u2', 'u4')"
                                + " and substring(title, 16)::int % 2 = 1"))
                .isEqualTo("0");
        assertThat(one("select count(*) from posts p join users u on u.id = author_id where u.name = 'u5'"
                        + " and title not like '%3'"))
                .isEqualTo("0");
        assertThat(perUser()).allMatch(posts -> posts >= 1);
        assertThat(perUser().get(2)).isGreaterThan(5);
    }

    @Test
    void anAssetMayBeUsedForSeveralTargetsButOnceForEach() throws Exception {
        Summary summary = run(4, 3, POSTS.formatted("@Distribute(min = 2, perAsset = 3)"));
        assertThat(perUser()).allMatch(posts -> posts >= 2);
        assertThat(one("select count(*) - count(distinct (author_id, title)) from posts"))
                .isEqualTo("0");
        assertThat(summary.distributed().get(0).assets()).allMatch(use -> use.times() <= 3);
    }

    @Test
    void anotherRunWritesNothingAndARollbackTakesAllBack() throws Exception {
        try (Plans plans = Plans.in(directory, database)) {
            plans.resource("content/articles.json", articles(24));
            SeedRun run = prepared(plans, 10, POSTS.formatted("@Distribute(min = 1, max = 4)"));
            run.run();
            String before = one("select md5(string_agg(p::text, ',' order by id)) from posts p");
            assertThat(run.run().written()).isZero();
            assertThat(one("select md5(string_agg(p::text, ',' order by id)) from posts p"))
                    .isEqualTo(before);
        }
    }
}
