package dev.seedplan.runtime.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

    @Test
    void semicolonsPartStatements() {
        assertThat(statements("SELECT 1; SELECT 2 ;; SELECT 3")).containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
        assertThat(statements(" -- nothing; here\n /* nor; /* here; */ ; */ ;")).isEmpty();
    }

    @Test
    void quotesAndCommentsKeepTheirSemicolons() {
        for (String one : List.of(
                "SELECT 'a;b'",
                "SELECT 'it''s; fine'",
                "SELECT E'a\\';b'",
                "SELECT E'it''s \\';x'",
                "SELECT 'back\\'",
                "SELECT \"a;b\"",
                "SELECT \"a\"\";b\"",
                "SELECT $$ a; b $$",
                "SELECT $x$ a; $$ b; $x$",
                "SELECT $größe$;$größe$",
                "SELECT 1 -- a;b\n + 2",
                "SELECT 1 /* a; /* ; */ b; */ + 2",
                "CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b)")) {
            assertThat(statements(one + "; SELECT 2")).containsExactly(one, "SELECT 2");
        }
    }

    @Test
    void parametersAndNamesWithDollarsAreNoQuotes() {
        assertThat(statements("SELECT $1; SELECT a$b; SELECT $2")).hasSize(3);
    }

    @Test
    void bodiesOfSqlFunctionsStayWhole() {
        String function = """
                CREATE OR REPLACE FUNCTION f() RETURNS int
                BEGIN ATOMIC
                  SELECT CASE WHEN true THEN 1 ELSE 2 END;
                  SELECT 2;
                END""";
        assertThat(statements(function + "; SELECT 1")).containsExactly(function, "SELECT 1");
        assertThat(statements("BEGIN; SELECT 1; END; COMMIT")).hasSize(4);
    }

    @Test
    void unterminatedQuotesEndTheText() {
        for (String text : List.of("SELECT 'a;", "SELECT \"a;", "SELECT $$a;", "SELECT E'a\\", "SELECT /* a;")) {
            assertThat(SqlScript.split(text)).hasSize(1);
        }
    }

    @Test
    void statementsKnowWhereTheyBegin() {
        String sql = "-- first\nSELECT 1;\n  /* second */ SELECT 2";
        List<SqlScript.Statement> statements = SqlScript.split(sql);
        assertThat(statements.get(0).start()).isEqualTo(sql.indexOf("SELECT 1"));
        assertThat(statements.get(1).start()).isEqualTo(sql.indexOf("SELECT 2"));
    }

    private static List<String> statements(String sql) {
        return SqlScript.split(sql).stream().map(SqlScript.Statement::text).toList();
    }
}
