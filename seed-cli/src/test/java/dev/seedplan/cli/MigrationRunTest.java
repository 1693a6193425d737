package dev.seedplan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.connect.DatabaseUrl;
import dev.seedplan.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationRunTest {

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void connect() {
        database = TestDatabase.create();
        connection = DatabaseUrl.parse(database.jdbcUrl())
                .withUser(database.user())
                .withPassword(database.password())
                .withParameter("preferQueryMode", "simple")
                .connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void filesOfSeveralStatementsAreApplied() throws SQLException {
        apply("""
                -- a comment; with a semicolon
                CREATE TABLE a (id int DEFAULT 1, t text DEFAULT '{ts ''x''} ?');
                CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
                SET LOCAL search_path = pg_catalog;
                INSERT INTO public.a DEFAULT VALUES;
                """, "", "-- nothing\n", "INSERT INTO a DEFAULT VALUES");
        assertThat(one("SELECT count(*) || min(t) FROM a")).isEqualTo("2{ts 'x'} ?");
    }

    @Test
    void statementsThatMustStandOutsideATransactionDo() throws SQLException {
        apply(
                "CREATE TABLE a (id int); CREATE INDEX CONCURRENTLY ON a (id);",
                "CREATE TYPE mood AS ENUM ('a');",
                "ALTER TYPE mood ADD VALUE 'b'; CREATE TABLE m (mood mood DEFAULT 'b');");
        assertThat(one("SELECT count(*) FROM pg_indexes WHERE tablename = 'a'")).isEqualTo("1");
        assertThat(one("SELECT count(*) FROM m")).isEqualTo("0");
    }

    @Test
    void syntaxErrorIsReportedAtItsLine() {
        assertThatThrownBy(() -> apply("SELECT 1;", "CREATE TABLE ü (id int);\n\n-- 😀\nCREATE TABEL b (id int);\n"))
                .hasMessage(
                        "[SEED-1103] 2.sql, line 4: syntax error at or near \"TABEL\"; correct the migration; nothing"
                                + " was written.");
    }

    @Test
    void refusedStatementIsReportedAtItsLine() {
        assertThatThrownBy(() -> apply("""
                        CREATE TABLE a (id int PRIMARY KEY);
                        INSERT INTO a VALUES (1);

                        -- the same again
                        INSERT INTO a
                          VALUES (1);
                        """))
                .hasMessageStartingWith("[SEED-1103] 1.sql, line 5: duplicate key value violates unique constraint"
                        + " \"a_pkey\" (Key (id)=(1) already exists.);");
        assertThatThrownBy(() -> apply("CREATE TABLE b (id int);\nCREATE TABLE b (id int);"))
                .hasMessageStartingWith("[SEED-1103] 1.sql, line 2: relation \"b\" already exists;");
    }

    @Test
    void refusedStatementOutsideATransactionIsReportedAtItsLine() {
        assertThatThrownBy(() -> apply("CREATE TABLE a (id int);\nVACUUM a;\nCREATE TABLE a (id int);"))
                .hasMessageStartingWith("[SEED-1103] 1.sql, line 3: relation \"a\" already exists;");
    }

    @Test
    void commandsOfPsqlAreRefusedAtTheirLine() {
        assertThatThrownBy(() -> apply("SELECT 1;\n\\connect other\n"))
                .hasMessageStartingWith("[SEED-1103] 1.sql, line 2: syntax error at or near \"\\\";");
    }

    private void apply(String... files) {
        List<Migration> migrations = new ArrayList<>();
        for (String sql : files) {
            migrations.add(Migration.of(migrations.size() + 1 + ".sql", sql));
        }
        MigrationRun.apply(migrations, connection);
    }

    private String one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
