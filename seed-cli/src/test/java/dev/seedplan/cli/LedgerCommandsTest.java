package dev.seedplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.testkit.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about a database's ledger, which need no plan. */
class LedgerCommandsTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
        environment.put("PGPASSWORD", database.password());
        environment.put("SEEDPLAN_URL", database.jdbcUrl());
        environment.put("SEEDPLAN_USER", database.user());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return SeedplanCommand.commandLine(environment, Path.of(""))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void productionIsWrittenIntoOnlyWithItsNameConfirmed() {
        seed();
        assertThat(run("rollback", "--yes", "--env", "production")).isEqualTo(5);
        assertThat(err.toString()).startsWith("[SEED-4601]");
        assertThat(run("fill", "--env", "production")).isEqualTo(5);
        environment.put("SEEDPLAN_ENV", "production");
        assertThat(run("fill")).isEqualTo(5);
        assertThat(run("fill", "--env", "production", "--confirm", database.name(), "--tables", "users"))
                .as(err.toString())
                .isZero();
        assertThat(run("fill", "--env", "prod")).isEqualTo(2);
        assertThat(err.toString()).startsWith("[SEED-4606]");
    }

    /** A run as a program records it: three rows in a transaction of their own. */
    private void seed() {
        assertThat(run("status", "--ddl")).isZero();
        database.execute(out.toString());
        database.execute("create table users (id bigint generated always as identity primary key, name text);"
                + "insert into users (name) values ('Ada'), ('Bob'), ('Eve');"
                + "insert into seedplan.run (name, version, contract, contract_hash, seed, size, atomic, state, origin)"
                + " values ('dev.example.Blog', '1', '', '', 7, '', true, 'done', 'ada@laptop:1');"
                + "insert into seedplan.step (run, number, step, schema_name, table_name, first_row, row_count, key_column,"
                + " firsts, counts, increment, row_hash, xids) values (1, 1, 'users', 'public', 'users', 0, 3, 'id', '{1}', '{3}',"
                + " 1, 0, array[txid_current() % 4294967296])");
    }

    @Test
    void repairAddsAgainWhatAStoppedRunHasDropped() {
        assertThat(run("repair")).isZero();
        assertThat(out.toString()).isEqualTo("nothing is missing\n");
        seed();
        database.execute(
                "create table notes (user_id bigint); insert into seedplan.waiting (run, number, statement) values"
                        + " (1, 1, 'ALTER TABLE ONLY public.notes ADD CONSTRAINT by_whom FOREIGN KEY (user_id) REFERENCES users (id)')");
        assertThat(run("repair")).isZero();
        assertThat(out.toString()).isEqualTo("restored 1 foreign key\n");
        assertThat(database.query(
                        "select conname from pg_constraint where contype = 'f' and conrelid = 'notes'::regclass"))
                .hasSize(1);
        assertThat(run("repair")).isZero();
        assertThat(out.toString()).isEqualTo("nothing is missing\n");
    }

    @Test
    void statusShowsRunsAndWhatBecameOfTheirRows() {
        assertThat(run("status")).isZero();
        assertThat(out.toString()).isEqualTo("no ledger: nothing was written here with one\n");
        seed();
        database.execute("update users set name = 'Adam' where id = 1; delete from users where id = 2");
        assertThat(run("status")).isZero();
        assertThat(out.toString())
                .contains("run 1: dev.example.Blog, seed 7: done\n")
                .contains("from ada@laptop:1\n")
                .contains("  public.users: 3 written, 1 there, 1 changed by somebody, 1 gone\n")
                .contains("  the same plan now would: nothing, unless");
        assertThat(run("status", "--json")).isZero();
        assertThat(out.toString())
                .startsWith("{\"version\":1,\"command\":\"status\",\"exit\":0,\"ledger\":true,\"runs\":[{\"id\":1,")
                .contains("{\"name\":\"public.users\",\"written\":3,\"there\":1,\"changed\":1,\"gone\":1}")
                .endsWith("\"atWork\":[]}\n");
    }

    @Test
    void rollbackShowsAsksAndDeletes() throws Exception {
        seed();
        assertThat(run("rollback", "--dry-run")).isZero();
        assertThat(out.toString()).contains("run 1, dev.example.Blog: would delete 3 rows\n  public.users: 3\n");
        assertThat(run("rollback", "1")).isEqualTo(5);
        assertThat(err.toString()).startsWith("[SEED-1131] there is no terminal to ask on whether to delete 3 rows");
        assertThat(database.query("select count(*) from users").toString()).isEqualTo("[[3]]");
        Path audit = folder.resolve("audit.jsonl");
        assertThat(run("rollback", "1", "--yes", "--audit", audit.toString())).isZero();
        assertThat(out.toString()).contains("deleted 3 rows").contains("the deleted keys are in " + audit);
        assertThat(Files.readString(audit)).contains("\"keys\":[\"1-3\"]");
        assertThat(database.query("select count(*) from users").toString()).isEqualTo("[[0]]");
        assertThat(run("rollback", "1", "--yes")).isEqualTo(2);
        assertThat(err.toString()).startsWith("[SEED-4409]");
    }

    @Test
    void rowsThatStayAreListedAndExitIsSix() {
        seed();
        database.execute("update users set name = 'Adam' where id = 1");
        assertThat(run(
                        "rollback",
                        "--yes",
                        "--json",
                        "--audit",
                        folder.resolve("a").toString()))
                .isEqualTo(6);
        assertThat(out.toString())
                .contains("\"exit\":6")
                .contains(
                        "\"kept\":[{\"name\":\"public.users\",\"rows\":1,\"reason\":\"changed by somebody since\",\"keys\":[\"1\"]}]");
        assertThat(database.query("select id from users").toString()).isEqualTo("[[1]]");
    }

    @Test
    void unlockShowsTheHolderAndEndsIt() throws SQLException {
        assertThat(run("unlock")).isZero();
        assertThat(out.toString()).isEqualTo("nobody holds the lock\n");
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            statement.execute(
                    "set application_name = 'seedplan somebody'; select pg_advisory_lock(x'73656564706c616e'::bigint)");
            assertThat(run("unlock")).isZero();
            assertThat(out.toString())
                    .contains("at work: seedplan somebody, role " + database.user())
                    .contains("--yes ends it");
            seed();
            assertThat(run("rollback", "--yes")).isEqualTo(4);
            assertThat(err.toString()).startsWith("[SEED-4406]").contains("seedplan somebody");
            assertThat(run("unlock", "--yes")).isZero();
            assertThat(out.toString()).startsWith("ended: seedplan somebody");
        }
        assertThat(database.query("select count(*) from users").toString()).isEqualTo("[[3]]");
    }

    @Test
    void withoutADatabaseItIsAUsageError() {
        environment.remove("SEEDPLAN_URL");
        assertThat(run("status")).isEqualTo(2);
        assertThat(err.toString()).contains("give --url, or set SEEDPLAN_URL");
    }
}
