package dev.seedplan.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.PoolHealth;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.SeedRun;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.runtime.Summary;
import dev.seedplan.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pools of content in a run: what is wrong with them, what draws from them are keyed by, and why a row is as it is. */
class ContentRunTest {

    private static final String TEXTS = """
            record Text(@Required String title) {}
            static final Assets<Text> TEXTS = Assets.markdown("texts/*.md", Text.class);
            """;

    @TempDir
    private Path directory;

    private TestDatabase database;

    @BeforeEach
    void createTables() {
        database = TestDatabase.create();
        database.execute("create table users (id bigint generated always as identity primary key, name text not null);"
                + " create table pages (id bigint generated always as identity primary key, a text not null, b text,"
                + " user_id bigint references users)");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private static void texts(Plans plans, int right, int wrong) throws Exception {
        for (int i = 0; i < right; i++) {
            plans.resource("texts/right" + (char) ('a' + i) + ".md", "---\ntitle: Right " + i + "\n---\n");
        }
        for (int i = 0; i < wrong; i++) {
            plans.resource("texts/wrong" + i + ".md", "---\nname: Wrong " + i + "\n---\n");
        }
    }

    private SeedRun run(Plans plans, String members) throws Exception {
        return Seedplan.plan(plans.plan("", members)).to(database.dataSource());
    }

    @Test
    void aBadFileIsLeftOutAndListedAndStrictRefusesIt() throws Exception {
        String plan = TEXTS + "@Rows(from = \"TEXTS\") void pages(PagesRow p, Text text) { p.a(text.title()); }";
        try (Plans plans = Plans.in(directory, database)) {
            texts(plans, 3, 2);
            SeedRun run = run(plans, plan);
            assertThatThrownBy(() -> run(plans, plan).strict().run())
                    .isInstanceOfSatisfying(SeedException.class, e -> {
                        assertThat(e.code()).isEqualTo("SEED-4324");
                        assertThat(e.exitCode()).isEqualTo(SeedException.REFUSED);
                    })
                    .hasMessageContaining("texts/wrong0.md")
                    .hasMessageContaining("texts/wrong1.md");
            Summary summary = run.run();
            assertThat(database.query("select a from pages order by 1"))
                    .containsExactly(List.of("Right 0"), List.of("Right 1"), List.of("Right 2"));
            PoolHealth health = summary.pools().get(0);
            assertThat(health.name()).isEqualTo("TEXTS");
            assertThat(health.assets()).isEqualTo(3);
            assertThat(health.problems()).isEqualTo(2);
            assertThat(health.rejected().get(0)).contains("texts/wrong0.md:1", "there is no field \"title\"");
            assertThat(summary.notes()).anyMatch(note -> note.startsWith("content of TEXTS: 3 assets; 2 problems"));
        }
    }

    @Test
    void aPoolOfWhichNothingIsLeftStopsTheRun() throws Exception {
        try (Plans plans = Plans.in(directory, database)) {
            texts(plans, 0, 2);
            SeedRun run = run(
                    plans, TEXTS + "@Rows(from = \"TEXTS\") void pages(PagesRow p, Text text) { p.a(text.title()); }");
            assertThatThrownBy(run::run).hasMessageContaining("[SEED-5101]").hasMessageContaining("2 problems");
        }
    }

    @Test
    void twoSelectionsOfOneFolderDrawEachForItselfAndAnotherFieldMovesNeither() throws Exception {
        String pages = """
                static final Assets<Text> OTHERS = TEXTS.where(text -> true);
                @Rows(40) void pages(PagesRow p, Draw d) { p.a(d.pick(TEXTS).title()).b(d.pick(OTHERS).title()); }
                """;
        String all = "select string_agg(a || '/' || b, ',' order by id) from pages";
        String first;
        try (Plans plans = Plans.in(directory.resolve("one"), database)) {
            texts(plans, 9, 0);
            run(plans, TEXTS + pages).run();
            first = String.valueOf(database.query(all).get(0).get(0));
        }
        assertThat(database.query("select count(*) from pages where a <> b")
                        .get(0)
                        .get(0))
                .isNotIn("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        database.execute("drop schema seedplan cascade; truncate pages restart identity");
        try (Plans plans = Plans.in(directory.resolve("two"), database)) {
            texts(plans, 9, 0);
            run(plans, "static final Assets<Markdown> ANOTHER = Assets.markdown(\"texts/*.md\");" + TEXTS + pages)
                    .run();
        }
        assertThat(database.query(all).get(0).get(0)).isEqualTo(first);
    }

    @Test
    void aRowIsExplainedByItsAssetItsTargetAndTheRules() throws Exception {
        try (Plans plans = Plans.in(directory, database)) {
            texts(plans, 3, 0);
            SeedRun run = run(plans, TEXTS + """
                    @Rows(2) void users(UsersRow u) { u.name("somebody"); }
                    @Rows(from = "TEXTS") void pages(PagesRow p,
                        @Distribute(min = 2, strategy = Strategy.ROUND_ROBIN)
                        @Quota(field = "title", is = "Right 0", max = 0.5) UsersRow user, Text text) {
                        p.a(text.title());
                    }
                    """);
            assertThat(run.explain("pages", 1))
                    .containsExactly(
                            "row 1 of public.pages is made by pages(…)",
                            "  from the asset texts/rightb.md",
                            "  given to row 1 of public.users, which has 2 of 4",
                            "  by round robin, min 2",
                            "    quota title Right 0: 0 to 50 %");
            assertThat(run.explain("public.pages", 3)).anyMatch(line -> line.contains("which was made, since TEXTS"));
            assertThat(run.explain("users", 0)).containsExactly("row 0 of public.users is made by users(…)");
            assertThatThrownBy(() -> run.explain("pages", 4))
                    .hasMessageContaining("the plan makes no row 4 of public.pages");
        }
    }
}
