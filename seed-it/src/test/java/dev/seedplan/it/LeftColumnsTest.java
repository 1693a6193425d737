package dev.seedplan.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan leaves gets the values that a fill would choose: every constraint holds, whatever the row methods set. */
class LeftColumnsTest {

    private static final String TABLES = """
            create type level as enum ('junior', 'senior', 'lead');
            create domain percentage as int check (value between 0 and 100);
            create table firms (id bigint generated always as identity primary key, name text not null);
            create table people (
                id bigint generated always as identity primary key,
                firm_id bigint not null references firms,
                first_name text not null,
                email text not null unique check (email like '%@%'),
                code char(6) not null unique check (code ~ '^[A-Z]{2}[0-9]{4}$'),
                level level not null,
                status text not null check (status in ('active', 'asleep')),
                hired date not null,
                leaves date not null,
                load percentage not null,
                shift interval not null,
                tags text[] not null,
                place inet not null,
                phone text,
                fax text,
                note text check (length(note) < 20),
                slot smallint not null check (slot between 1 and 9),
                check (hired < leaves),
                check (num_nonnulls(phone, fax) = 1),
                unique (firm_id, slot));
            """;

    @TempDir
    private Path directory;

    private int number;

    @Test
    void everyConstraintHoldsBesideWhatTheMethodSets() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(TABLES);
            run(database, """
                    @Rows(30) protected void firms(FirmsRow f) {}
                    protected void people(PeopleRow p, @Per(min = 3, max = 9) FirmsRow firm, Draw d) {
                        p.hired(java.time.LocalDate.of(2020, 1, 1).plusDays(d.row()));
                        if (d.row() % 2 == 0) { p.phone("+49 30 123"); }
                    }
                    """);
            assertThat(
                            database.query(
                                    "select count(*) >= 90, count(distinct first_name) > 20, count(note),"
                                            + " count(phone) > 20 and count(fax) > 20, count(distinct level), bool_and(email like lower(first_name) || '%') from people"))
                    .isEqualTo(List.of(List.of("t", "t", "0", "t", "3", "t")));
        }
    }

    @Test
    void whatTheMethodReadsOfThemIsWhatIsWritten() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(
                    "create table logins (id bigint generated always as identity primary key,"
                            + " name text not null, shown text not null, size int not null check (size > 3), twice int not null)");
            run(
                    database,
                    "@Rows(40) protected void logins(LoginsRow l)"
                            + " { l.shown(l.name() + \"!\"); l.twice(2 * l.size()); }");
            assertThat(database.query("select bool_and(shown = name || '!' and twice = 2 * size) from logins"))
                    .isEqualTo(List.of(List.of("t")));
        }
    }

    @Test
    void sameRowsAgainAndTheOthersAsTheyWere() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            database.execute(TABLES);
            other.execute(TABLES);
            String plan = "@Rows(%d) protected void firms(FirmsRow f) {}\n"
                    + "protected void people(PeopleRow p, @Per(min = 2, max = 2) FirmsRow firm) {}";
            run(database, plan.formatted(5));
            run(other, plan.formatted(9));
            String people = "select email, code, hired, fax from people order by id limit 10";
            assertThat(other.query(people)).isEqualTo(database.query(people));
        }
    }

    @Test
    void valuesThatContradictAConstraintAreNamedWithIt() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(
                    "create table spans (id bigint generated always as identity primary key,"
                            + " first int not null check (first > 0), last int not null, constraint forwards check (first < last))");
            assertThatThrownBy(() -> run(database, "@Rows(3) protected void spans(SpansRow s) { s.last(0); }"))
                    .isInstanceOf(SeedException.class)
                    .hasMessageContaining("SEED-4308")
                    .hasMessageContaining("public.spans.first")
                    .hasMessageContaining("forwards");
        }
    }

    @Test
    void fewerValuesThanRowsAreRefusedBeforeTheFirst() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("create table seats (id bigint generated always as identity primary key,"
                    + " number int not null unique check (number between 1 and 12))");
            assertThatThrownBy(() -> run(database, "@Rows(13) protected void seats(SeatsRow s) {}"))
                    .hasMessageContaining("SEED-4304")
                    .hasMessageContaining("12");
            run(database, "@Rows(12) protected void seats(SeatsRow s) {}");
            assertThat(database.query("select count(distinct number) from seats"))
                    .isEqualTo(List.of(List.of("12")));
        }
    }

    private void run(TestDatabase database, String methods) throws Exception {
        try (Plans plans = Plans.in(directory.resolve("plan" + ++number), database)) {
            Seedplan.plan(plans.plan("", methods)).to(database.dataSource()).run();
        }
    }
}
