package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.Strategy;
import dev.seedplan.runtime.program.DistributeSpec;
import dev.seedplan.runtime.program.ParentSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Content distributed over a parent: what compiles, and what does not. */
class DistributionErrorsTest {

    private static final String SCHEMA = """
            table users
              id bigint ! always
              name text
              pk id
            table posts
              id bigint ! always
              author_id bigint !
              editor_id bigint
              title text
              pk id
              fk posts_author_id_fkey author_id users id
              fk posts_editor_id_fkey editor_id users id
            """;

    private static final String POOL = """
            record Article(String title, String category, java.time.LocalDate date, java.util.List<String> tags) {}
            static final Assets<Article> ARTICLES = Assets.markdown("a/*.md", Article.class);
            @Rows(3) void users(UsersRow u) {}
            """;

    @TempDir
    Path directory;

    private Scenario scenario(Compiler compiler) {
        return Scenario.of(directory, compiler, SCHEMA);
    }

    private static String posts(String name, String annotations) {
        return "@Rows(from = \"ARTICLES\") void " + name + "(PostsRow p, @Via(\"author_id\") " + annotations
                + " UsersRow author, Article a) {}\n";
    }

    @ParameterizedTest
    @EnumSource
    void rulesBecomeASpecAndTheProgramAnswersTheirQuestions(Compiler compiler) throws Exception {
        Compiled compiled =
                scenario(compiler).plan(POOL + """
                protected double weight(UsersRow u) { return 2.5; }
                boolean meant(UsersRow u) { return true; }
                static boolean fits(UsersRow u, Article a) { return a.title().isEmpty(); }
                boolean isLong(Article a) { return a.title().length() > 3; }
                """ + posts("posts", """
                @Distribute(strategy = Strategy.WEIGHTED_RANDOM, min = 1, max = 4, total = 9, perAsset = 2,
                    weight = "weight", allows = "fits", tooFew = TooFew.RELAX, strict = true, maxPriority = 7)
                @Quota(field = "category", is = {"a", "b"}, min = 0.25, max = 0.5, priority = 3)
                @Quota(field = "date", within = "6 months", min = 0.7)
                @Quota(where = "isLong", max = 0.5)
                @Restrict(targets = "meant", required = "x", any = {"y", "z"}, excluded = "w")
                """)).compile();
        assertThat(compiled.errors()).isEmpty();
        Running plan = Running.of(compiled, "app.PlanSeed");
        ParentSpec parent = plan.program().spec().steps().get(1).parents().get(0);
        assertThat(parent.role()).isEqualTo(ParentSpec.Role.DISTRIBUTE);
        assertThat(parent.distribute())
                .isEqualTo(new DistributeSpec(
                        Strategy.WEIGHTED_RANDOM,
                        new DistributeSpec.Rule(1, 0),
                        new DistributeSpec.Rule(4, 7),
                        new DistributeSpec.Rule(9, 0),
                        2,
                        false,
                        true,
                        5,
                        6,
                        List.of(
                                new DistributeSpec.QuotaSpec("category a or b", 0, List.of("a", "b"), "", 0.25, 0.5, 3),
                                new DistributeSpec.QuotaSpec(
                                        "date within 6 months", 1, List.of(), "6 months", 0.7, 1, 0),
                                new DistributeSpec.QuotaSpec("isLong", 2, List.of(), "", 0, 0.5, 0)),
                        List.of(new DistributeSpec.RestrictSpec(3, 4, List.of("x"), List.of("y", "z"), List.of("w")))));
        Object article = article(plan.plan().getClass().getClassLoader());
        assertThat(plan.plan().ask(1, 0, null, article)).isEqualTo("tech");
        assertThat(plan.plan().ask(1, 2, null, article)).isEqualTo(true);
        assertThat(plan.plan().ask(1, 4, null, article)).isEqualTo(List.of("x"));
        assertThat(plan.plan().ask(1, 5, null, null)).isEqualTo(2.5);
        assertThat(plan.plan().ask(1, 6, null, article)).isEqualTo(false);
    }

    private static Object article(ClassLoader loader) throws ReflectiveOperationException {
        var constructor =
                Objects.requireNonNull(loader).loadClass("app.Plan$Article").getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance("title", "tech", null, List.of("x"));
    }

    @ParameterizedTest
    @EnumSource
    void numbersThatCannotBeAreReportedAtTheirValues(Compiler compiler) {
        scenario(compiler)
                .plan(POOL
                        + posts("a", "@Distribute(min = 4, max = «2)")
                        + posts("b", "@Distribute(min = «-1)")
                        + posts("c", "@Distribute(max = «-2)")
                        + posts("d", "@Distribute(total = «-7)")
                        + posts("e", "@Distribute(perAsset = «0)")
                        + posts("f", "@Distribute(strategy = Strategy.ONE_TO_ONE, min = «2)")
                        + posts("g", "@Distribute @Quota(field = \"category\", is = \"a\", min = «1.5)")
                        + posts("h", "@Distribute @Quota(field = \"category\", is = \"a\", max = «-1.0)")
                        + posts("i", "@Distribute @Quota(field = \"category\", is = \"a\", min = 0.5, max = «0.4)")
                        + posts("j", "@Distribute @Quota(field = \"date\", within = «\"half a year\")"))
                .fails(
                        ProcessorError.MIN_ABOVE_MAX,
                        ProcessorError.BAD_DISTRIBUTION,
                        ProcessorError.BAD_DISTRIBUTION,
                        ProcessorError.BAD_DISTRIBUTION,
                        ProcessorError.BAD_DISTRIBUTION,
                        ProcessorError.BAD_DISTRIBUTION,
                        ProcessorError.BAD_SHARE,
                        ProcessorError.BAD_SHARE,
                        ProcessorError.MIN_ABOVE_MAX,
                        ProcessorError.BAD_DISTRIBUTION);
    }

    @ParameterizedTest
    @EnumSource
    void unknownFieldsAndMethodsAreReportedWithTheNearest(Compiler compiler) {
        Compiled compiled = scenario(compiler)
                .plan(POOL
                        + """
                        double weight(UsersRow u) { return 1; }
                        boolean weighty(UsersRow u) { return true; }
                        """
                        + posts("a", "@Distribute @Quota(field = «\"categry\", is = \"a\")")
                        + posts("b", "@Distribute @Restrict(field = «\"tag\", any = \"a\")")
                        + posts("c", "@Distribute(strategy = Strategy.WEIGHTED_RANDOM, weight = «\"wieght\")")
                        + posts("d", "@Distribute(allows = «\"weighty\")")
                        + posts("e", "@Distribute(weight = «\"weight\")"))
                .fails(
                        ProcessorError.RULE_FIELD,
                        ProcessorError.RULE_FIELD,
                        ProcessorError.RULE_METHOD,
                        ProcessorError.RULE_METHOD,
                        ProcessorError.BAD_DISTRIBUTION);
        assertThat(compiled.ours().toString())
                .contains("record Article has no component \"categry\"; did you mean \"category\"?")
                .contains("\"double wieght(UsersRow)\" that is not private; did you mean \"weight\"?")
                .contains("\"boolean weighty(UsersRow, Article)\"");
    }

    @ParameterizedTest
    @EnumSource
    void distributionsWhereThereIsNothingToDistributeAreReported(Compiler compiler) {
        scenario(compiler)
                .plan(POOL + """
                        @Rows(3) void a(PostsRow p, @Via("author_id") «@Distribute UsersRow author) {}
                        @Rows(from = "ARTICLES") void b(PostsRow p, @Via("author_id") «@Quota(field = "tags", is = "a") UsersRow author) {}
                        @Rows(from = "ARTICLES") void c(PostsRow p, @Via("author_id") «@Distribute @Pick(distinct = true) UsersRow author) {}
                        @Rows(from = "ARTICLES") void d(PostsRow p, @Via("author_id") @Distribute UsersRow author,
                            @Via(value = "editor_id", nulls = «0.5) @Distribute UsersRow editor) {}
                        @Rows(from = "ARTICLES") void e(PostsRow p, @Via("author_id") @Distribute «@Quota(max = 0.5) UsersRow author) {}
                        @Rows(from = "ARTICLES") void f(PostsRow p, @Via("author_id") @Distribute «@Restrict UsersRow author) {}
                        @Rows(from = "ARTICLES") void g(PostsRow p, @Via("author_id") @Distribute UsersRow author,
                            @Via("editor_id") @Distribute UsersRow «editor) {}
                        """)
                .fails(
                        ProcessorError.BAD_DISTRIBUTION,
                        ProcessorError.BAD_DISTRIBUTION,
                        ProcessorError.ROLES,
                        ProcessorError.NULLS,
                        ProcessorError.BAD_DISTRIBUTION,
                        ProcessorError.BAD_DISTRIBUTION,
                        ProcessorError.BAD_DISTRIBUTION);
    }
}
