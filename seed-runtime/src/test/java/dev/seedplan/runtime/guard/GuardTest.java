package dev.seedplan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.testkit.TestDatabase;
import dev.seedplan.testkit.TestRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which environment a database is taken for, and what may be done there. */
class GuardTest {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    private Verdict check(Guard guard, Action action) {
        try (Connection connection = database.connect()) {
            return guard.check(connection, "seedplan", action);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Environment environment() {
        // The test database's own name begins with "test".
        return check(Guard.USUAL, Action.WRITE).environment();
    }

    private static TargetFacts facts(String host, String name, String marker, long rows) {
        return new TargetFacts(List.of(host), name, "", marker, rows);
    }

    private static Environment verdict(Guard guard, TargetFacts facts) {
        return guard.verdict(facts).environment();
    }

    @Test
    void namesOfHostAndDatabaseCount() {
        assertThat(verdict(Guard.USUAL, facts("localhost", "app", "", 0))).isEqualTo(Environment.DEVELOPMENT);
        assertThat(verdict(Guard.USUAL, facts("localhost", "app_test", "", 0))).isEqualTo(Environment.TEST);
        assertThat(verdict(Guard.USUAL, facts("db.staging.example.com", "app", "", 0)))
                .isEqualTo(Environment.STAGING);
        assertThat(verdict(Guard.USUAL, facts("db-prod1.example.com", "app_test", "", 0)))
                .isEqualTo(Environment.PRODUCTION);
        assertThat(verdict(Guard.USUAL, facts("localhost", "APP-LIVE", "", 0))).isEqualTo(Environment.PRODUCTION);
        assertThat(verdict(Guard.USUAL, facts("localhost", "products", "", 0))).isEqualTo(Environment.DEVELOPMENT);
        assertThat(verdict(Guard.USUAL, new TargetFacts(List.of("localhost"), "app", "eu-prod", "", 0)))
                .isEqualTo(Environment.PRODUCTION);
    }

    @Test
    void theMostCautiousWins() {
        Guard test = Guard.USUAL.declaredAs("test", "--env");
        assertThat(verdict(test, facts("localhost", "app", "", 0))).isEqualTo(Environment.TEST);
        assertThat(verdict(test, facts("localhost", "app_prod", "", 0))).isEqualTo(Environment.PRODUCTION);
        assertThat(verdict(test.declaredAs("staging", "SEEDPLAN_ENV"), facts("localhost", "app", "", 0)))
                .isEqualTo(Environment.STAGING);
        assertThat(verdict(test, facts("localhost", "app", "development", 1001)))
                .isEqualTo(Environment.STAGING);
        assertThat(verdict(test, facts("localhost", "app", "nonsense", 0))).isEqualTo(Environment.PRODUCTION);
        assertThat(Guard.USUAL.verdict(facts("localhost", "app_prod", "", 2000)).text())
                .isEqualTo("production: it is called app_prod");
    }

    @Test
    void onlyAFileLoosens() {
        Guard guard = Guard.USUAL.rules(EnvironmentRules.parse(Map.of(
                "development", Map.of("targets", List.of("localhost/*_prod_copy")),
                "production", Map.of("targets", List.of("*.example.com/*")))));
        assertThat(verdict(guard, facts("localhost", "app_prod_copy", "", 5000)))
                .isEqualTo(Environment.DEVELOPMENT);
        assertThat(verdict(guard, facts("localhost", "app_prod", "", 0))).isEqualTo(Environment.PRODUCTION);
        assertThat(verdict(guard, facts("db.example.com", "x", "", 0))).isEqualTo(Environment.PRODUCTION);
        // What the target's owner or the command says is not undone by it.
        assertThat(verdict(guard, facts("localhost", "app_prod_copy", "staging", 0)))
                .isEqualTo(Environment.STAGING);
        assertThat(verdict(guard.declaredAs("production", "--env"), facts("localhost", "a_prod_copy", "", 0)))
                .isEqualTo(Environment.PRODUCTION);
    }

    @Test
    void theDatabaseCanBeMarked() {
        assertThat(environment()).isEqualTo(Environment.TEST);
        database.execute("do $$ begin execute format('alter database %I set seedplan.environment = ''staging''',"
                + " current_database()); end $$");
        assertThat(environment()).isEqualTo(Environment.STAGING);
        database.execute(
                "do $$ begin execute format('comment on database %I is ''the shop, seedplan.environment=production''',"
                        + " current_database()); end $$");
        assertThatThrownBy(this::environment)
                .hasMessageContaining("[SEED-4601]")
                .hasMessageContaining("it is marked seedplan.environment = production");
    }

    @Test
    void rowsOfOthersMakeItStagingAndOurOwnDoNot() {
        database.execute(ShopPlanSeed.DDL);
        Execution.run(
                new ShopPlanSeed(),
                database::connect,
                new RunOptions(null, Map.of("customers", 1500L), false, ""),
                state -> {});
        assertThat(environment()).isEqualTo(Environment.TEST);
        database.execute("create table theirs as select generate_series(1, 1000) as i");
        assertThat(environment()).isEqualTo(Environment.TEST);
        database.execute("insert into theirs values (1001)");
        assertThat(environment()).isEqualTo(Environment.STAGING);
    }

    @Test
    void rowsThatMayNotBeReadAreEstimatedAndThoseOfPartitionsCountOnce() throws SQLException {
        database.execute("create table parts (i int) partition by range (i);"
                + "create table low partition of parts for values from (0) to (600);"
                + "create table high partition of parts for values from (600) to (2000);"
                + "insert into parts select generate_series(1, 900)");
        assertThat(environment()).isEqualTo(Environment.TEST);
        database.execute("create schema hidden; create table hidden.rows as select generate_series(1, 5000) as i;"
                + " analyze hidden.rows");
        TestRole role = database.createRole("");
        try (Connection connection = database.connect(role)) {
            assertThat(Guard.USUAL.check(connection, "seedplan", Action.WRITE).environment())
                    .isEqualTo(Environment.STAGING);
        }
    }

    @Test
    void aLockedTableIsEstimatedInsteadOfWaitedFor() throws SQLException {
        database.execute("create table busy as select generate_series(1, 5000) as i");
        database.execute("analyze busy");
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table busy in access exclusive mode");
            assertThat(environment()).isEqualTo(Environment.STAGING);
        }
    }

    @Test
    void productionNeedsItsNameConfirmedOrTyped() {
        Guard production = Guard.USUAL.declaredAs("production", "--env");
        assertThatThrownBy(() -> check(production, Action.WRITE))
                .hasMessageContaining("[SEED-4601]")
                .hasMessageContaining("production: --env says so");
        assertThatThrownBy(() -> check(production.confirmed("other"), Action.WRITE))
                .hasMessageContaining("[SEED-4604]");
        assertThatCode(() -> check(production.confirmed(database.name()), Action.WRITE))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(production.asking(question -> "yes"), Action.WRITE))
                .hasMessageContaining("[SEED-4601]");
        assertThatCode(() -> check(production.asking(question -> database.name() + "\n"), Action.REPLACE))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(production.confirmed(database.name()), Action.RESET))
                .hasMessageContaining("[SEED-4603]");
    }

    @Test
    void stagingKeepsItsRowsUnlessItIsNamed() {
        database.execute("create table theirs as select generate_series(1, 2000) as i");
        assertThat(environment()).isEqualTo(Environment.STAGING);
        assertThatThrownBy(() -> check(Guard.USUAL, Action.REPLACE)).hasMessageContaining("[SEED-4602]");
        assertThatCode(() -> check(Guard.USUAL.declaredAs("staging", "--env"), Action.REPLACE))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(Guard.USUAL.declaredAs("staging", "--env"), Action.RESET))
                .hasMessageContaining("[SEED-4603]");
    }

    @Test
    void rulesThatAreNotUnderstoodAreNamed() {
        assertThatThrownBy(() -> EnvironmentRules.parse(Map.of("prod", Map.of())))
                .hasMessageContaining("[SEED-4605]")
                .hasMessageContaining("production");
        assertThatThrownBy(() -> EnvironmentRules.parse(Map.of("production", Map.of("target", List.of()))))
                .hasMessageContaining("did you mean \"targets\"?");
        assertThatThrownBy(() -> EnvironmentRules.parse(Map.of("staging", Map.of("on-change", "replace"))))
                .hasMessageContaining("development and test only");
        assertThatThrownBy(() -> EnvironmentRules.parse(Map.of("staging", Map.of("targets", List.of("db")))))
                .hasMessageContaining("HOST/DATABASE");
        assertThatThrownBy(() -> EnvironmentRules.parse(Map.of("staging", Map.of("size", "huge"))))
                .hasMessageContaining("small, medium, large");
        assertThatThrownBy(() -> EnvironmentRules.parse(List.of())).hasMessageContaining("[SEED-4605]");
        assertThatThrownBy(() -> Guard.USUAL.declaredAs("prod", "--env")).hasMessageContaining("[SEED-4606]");
    }
}
