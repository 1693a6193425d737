package dev.seedplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MigrationTest {

    @Test
    void onlyTheUpPartIsKeptAndEveryLineStaysWhereItIs() {
        Migration migration = Migration.of("1.sql", """
                -- head
                -- migrate:up transaction:false
                CREATE TABLE a ();
                -- migrate:down
                DROP TABLE a;
                -- migrate:up
                CREATE TABLE b ();
                """);
        assertThat(migration.sql().lines().map(String::strip))
                .containsExactly(
                        "",
                        "-- migrate:up transaction:false",
                        "CREATE TABLE a ();",
                        "",
                        "",
                        "-- migrate:up",
                        "CREATE TABLE b ();");
        assertThat(migration.lineOfOffset(migration.sql().indexOf("CREATE TABLE b")))
                .isEqualTo(7);
    }

    @Test
    void gooseAndSqlMigrateMarkTheirPartsToo() {
        for (String mark : new String[] {"-- +goose ", "-- +migrate ", "--migrate:"}) {
            String sql = Migration.of("1.sql", mark + "Up\nCREATE 1;\n" + mark + "Down\nDROP 1;")
                    .sql();
            assertThat(sql).contains("CREATE 1;").doesNotContain("DROP");
        }
    }

    @Test
    void textWithoutPartsIsKeptButForTheByteOrderMark() {
        assertThat(Migration.of("1.sql", "\uFEFFSELECT 1;\r\n").sql()).isEqualTo("SELECT 1;\r\n");
    }

    @Test
    void positionsCountCharactersAsTheServerDoes() {
        Migration migration = Migration.of("1.sql", "-- 😀😀\nSELECT x");
        assertThat(migration.lineOfPosition(5)).isEqualTo(1);
        assertThat(migration.lineOfPosition(7)).isEqualTo(2);
        assertThat(migration.lineOfPosition(999)).isEqualTo(2);
    }
}
