package dev.seedplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.testkit.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FillCommandTest {

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void tablesAreFilledAndListed() {
        database.execute("""
                create table users (id int generated always as identity primary key, email text not null unique);
                create table posts (id int generated always as identity primary key, user_id int not null references users);
                create table schema_migrations (version text primary key)""");
        assertThat(run("--rows", "posts=30")).isZero();
        assertThat(out.toString())
                .contains("public.users     20     20  copy")
                .contains("public.posts     30     30  copy")
                .contains("public.schema_migrations: the history of a migration tool")
                .contains("Filled: 50 rows in 2 tables, seed 1, ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatCannotBeFilledIsExitCodeSixAndUnderStrictFiveWithNothingWritten() {
        database.execute("""
                create table open (id int primary key);
                create table closed (id int primary key);
                create function no() returns trigger language plpgsql as $$ begin raise exception 'closed'; end $$;
                create trigger no before insert on closed for each row execute function no()""");
        assertThat(run("--strict")).isEqualTo(5);
        assertThat(err.toString())
                .startsWith("[SEED-4210] ")
                .contains("public.closed")
                .contains("closed, in PL/pgSQL");
        assertThat(database.query("select count(*) from open")).containsExactly(List.of("0"));
        assertThat(run("--json")).isEqualTo(6);
        assertThat(out.toString())
                .startsWith("{\"version\":1,\"command\":\"fill\",\"exit\":6,")
                .contains("{\"name\":\"public.open\",\"asked\":20,\"written\":20,\"leftOut\":0,\"reason\":null,")
                .contains(
                        "{\"name\":\"public.closed\",\"asked\":20,\"written\":0,\"leftOut\":20,\"reason\":\"the server refuses");
    }

    @Test
    void columnsAreExplainedAndMayBeToldWhatTheyAreAbout() {
        database.execute("""
                create table users (id int generated always as identity primary key, email text not null unique, nick text not null,
                    since timestamptz not null default now());
                create table posts (user_id int not null references users, status text not null check (status in ('draft', 'live')))""");
        assertThat(run("explain", "users", "--row", "0", "--meaning", "users.nick=email"))
                .isZero();
        assertThat(out.toString())
                .contains("public.users: 20 of 20 rows, by copy")
                .contains("the next keys of sequence")
                .contains("different in each row, for unique index users_email_key; email: the name fits")
                .contains("email: \"users.nick\" says so");
        assertThat(run("explain", "users.since", "--row", "0", "--defaults", "server"))
                .isZero();
        assertThat(out.toString())
                .contains("left to the server: its default now()")
                .contains("= (computed by the server)");
        assertThat(run("explain", "posts.status")).isZero();
        assertThat(out.toString()).contains("meets posts_status_check CHECK").doesNotContain("user_id");
        assertThat(run("explain", "post")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no table or column post; there are: public.posts, public.users");
        assertThat(database.query("select count(*) from users")).containsExactly(List.of("0"));
        assertThat(run("fill", "--meaning", "users.nick=nickname")).isEqualTo(2);
    }

    @Test
    void aDryRunSaysWhatItWouldDoAndDoesNothing() {
        database.execute("create table t (id int primary key)");
        assertThat(run("--dry-run")).isZero();
        assertThat(out.toString()).contains("would add").contains("Dry run: 20 rows in 1 table");
        assertThat(database.query("select count(*) from t")).containsExactly(List.of("0"));
    }

    @Test
    void wrongNumbersAndNamesAreUsage() {
        database.execute("create table t (id int primary key)");
        assertThat(run("--default-rows", "-1")).isEqualTo(2);
        assertThat(run("--scale", "0")).isEqualTo(2);
        assertThat(run("--nulls", "few")).isEqualTo(2);
        assertThat(run("--defaults", "mine")).isEqualTo(2);
        assertThat(run("--rows", "t=-1")).isEqualTo(2);
        assertThat(run("--tables", "tt*")).isEqualTo(2);
        assertThat(run("--tabels", "t")).isEqualTo(2);
        assertThat(err.toString())
                .contains("[SEED-1102]")
                .contains("no table matches tt*")
                .contains("did you mean \"--tables\"?");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        environment.put("PGPASSWORD", database.password());
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.get(0).equals("explain") && !all.get(0).equals("fill")) {
            all.add(0, "fill");
        }
        all.addAll(1, List.of("--url", database.jdbcUrl() + "?user=" + database.user()));
        CommandLine command = SeedplanCommand.commandLine(environment, Path.of(""));
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(all.toArray(String[]::new));
    }
}
