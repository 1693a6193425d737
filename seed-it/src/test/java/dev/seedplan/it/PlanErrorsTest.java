package dev.seedplan.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.SeedRun;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that compile and cannot be run: each ends with its code, and the database is as it was. */
class PlanErrorsTest {

    private static TestDatabase database;

    @TempDir
    private Path directory;

    @BeforeAll
    static void createTables() {
        database = TestDatabase.create();
        database.execute("""
                create table things (id bigint generated always as identity primary key, label text not null,
                                     size int unique, maker text not null default current_user);
                create table spots (id bigint generated always as identity primary key,
                                    low int not null check (low > 9), high int not null, check (low < high));
                create table regions (country text, region text, primary key (country, region));
                create table brands (country text, brand text, primary key (country, brand));
                create table shops (id bigint generated always as identity primary key,
                                    country text not null, region text not null, brand text not null,
                                    foreign key (country, region) references regions,
                                    foreign key (country, brand) references brands);
                create table hens (id int not null unique, egg_id int);
                create table eggs (id int not null unique, hen_id int references hens (id));
                alter table hens add foreign key (egg_id) references eggs (id);
                """);
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void tooFewDifferentValues() throws Exception {
        refused("SEED-4304", 5, "", "@Rows(50) protected void things(ThingsRow t) { t.size(ints(1, 10).unique()); }");
    }

    @Test
    void columnOfTheServerSetInSomeRowsOnly() throws Exception {
        refused("SEED-4305", 5, "", """
                @Rows(50) protected void things(ThingsRow t, Draw d) {
                    if (d.row() % 2 == 0) { t.maker("me"); }
                }
                """);
    }

    @Test
    void rowMethodThatThrows() throws Exception {
        refused("SEED-4307", 1, "", """
                @Rows(50) protected void things(ThingsRow t, Draw d) {
                    if (d.row() == 40) { throw new IllegalStateException("no label left"); }
                }
                """);
    }

    @Test
    void columnThatNothingIsKnownToFill() throws Exception {
        refused("SEED-4308", 5, "", "@Rows(5) protected void spots(SpotsRow s) { s.high(1); }");
    }

    @Test
    void parentsThatDoNotAgreeOnAColumnTheyShare() throws Exception {
        refused("SEED-4309", 1, "", """
                @Rows(9) protected void regions(RegionsRow r) { r.country(uniqueOf("country")).region("north"); }
                @Rows(9) protected void brands(BrandsRow b) { b.country(uniqueOf("land")).brand("acme"); }
                @Rows(50) protected void shops(ShopsRow s, @Pick RegionsRow region, @Pick BrandsRow brand) {}
                """);
    }

    @Test
    void circleInATableWithoutAPrimaryKey() throws Exception {
        refused("SEED-4208", 1, "", """
                @Rows(3) protected void hens(
                        HensRow h, @Pick @org.jspecify.annotations.Nullable EggsRow egg, Draw d) {
                    h.id((int) d.row());
                }
                @Rows(3) protected void eggs(
                        EggsRow e, @Pick @org.jspecify.annotations.Nullable HensRow hen, Draw d) {
                    e.id((int) d.row());
                }
                """);
    }

    @Test
    void moreRowsThanATableCanHave() throws Exception {
        try (Plans plans = Plans.in(directory, database)) {
            Class<?> plan = plans.plan("", "@Rows(5) protected void things(ThingsRow t) {}");
            refused(
                    "SEED-4312",
                    5,
                    Seedplan.plan(plan).to(database.dataSource()).rows("things", 1L << 41));
        }
    }

    @Test
    void poolWithoutAssets() throws Exception {
        try (Plans plans = Plans.in(directory, database)) {
            plans.resource("content/none.csv", "name\n");
            Class<?> plan = plans.plan("", """
                    static final Assets<CsvRow> NAMES = Assets.csv("content/none.csv");
                    @Rows(5) protected void things(ThingsRow t, Draw d) { t.label(d.pick(NAMES).text("name")); }
                    """);
            refused("SEED-4316", 5, Seedplan.plan(plan).to(database.dataSource()));
        }
    }

    @Test
    void scriptThatIsNotThere() throws Exception {
        refused("SEED-4209", 5, "@SqlBefore(\"sql/nowhere.sql\")", "@Rows(5) protected void things(ThingsRow t) {}");
    }

    @Test
    void scriptTheServerRefuses() throws Exception {
        try (Plans plans = Plans.in(directory, database)) {
            plans.resource("sql/wrong.sql", "select 1 / 0;\n");
            Class<?> plan =
                    plans.plan("@SqlAfter(\"sql/wrong.sql\")", "@Rows(5) protected void things(ThingsRow t) {}");
            refused("SEED-4206", 1, Seedplan.plan(plan).to(database.dataSource()));
        }
    }

    private void refused(String code, int exit, String annotations, String members) throws Exception {
        try (Plans plans = Plans.in(directory, database)) {
            refused(code, exit, Seedplan.plan(plans.plan(annotations, members)).to(database.dataSource()));
        }
    }

    private static void refused(String code, int exit, SeedRun run) {
        assertThatThrownBy(run::run).isInstanceOfSatisfying(SeedException.class, e -> {
            assertThat(e.getMessage()).startsWith("[" + code + "] ");
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.exitCode()).isEqualTo(exit);
        });
        assertThat(database.query("select count(*) from things")).containsExactly(List.of("0"));
    }
}
