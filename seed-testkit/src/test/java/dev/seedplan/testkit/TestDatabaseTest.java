package dev.seedplan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void aFreshDatabaseIsEmptyAndApartFromOthers() {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase two = TestDatabase.create()) {
            one.execute("CREATE TABLE t (i int, s text); INSERT INTO t VALUES (1, 'a'), (2, NULL)");
            assertThat(one.query("SELECT * FROM t ORDER BY i"))
                    .containsExactly(List.of("1", "a"), Arrays.asList("2", null));
            assertThat(two.query("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                    .containsExactly(List.of("0"));
        }
    }

    @Test
    void aDataSourceLeadsToIt() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.getCatalog()).isEqualTo(database.name());
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(database.serverMajorVersion());
        }
    }

    @Test
    void closingDropsItAlthoughSomebodyIsConnected() throws Exception {
        TestDatabase database = TestDatabase.create();
        try (Connection connection = database.connect()) {
            database.close();
            assertThat(connection.isValid(5)).isFalse();
        }
        database.close();
        try (TestDatabase other = TestDatabase.create()) {
            assertThat(other.query("SELECT 1 FROM pg_database WHERE datname = '" + database.name() + "'"))
                    .isEmpty();
        }
    }

    @Test
    void aRoleMayLogInAndDoLittleAndGoesWithTheDatabase() throws Exception {
        TestRole role;
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("CREATE TABLE secret (i int)");
            role = database.createRole("NOINHERIT");
            database.execute("CREATE TABLE theirs (i int); ALTER TABLE theirs OWNER TO " + role.name());
            try (Connection connection = database.connect(role);
                    var statement = connection.createStatement()) {
                assertThat(connection.getMetaData().getUserName()).isEqualTo(role.name());
                assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM secret"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
        try (TestDatabase other = TestDatabase.create()) {
            assertThat(other.query("SELECT 1 FROM pg_roles WHERE rolname = '" + role.name() + "'"))
                    .isEmpty();
        }
    }

    @Test
    void whatTheServerRefusesIsToldInItsWords() {
        try (TestDatabase database = TestDatabase.create()) {
            assertThatThrownBy(() -> database.execute("SELECT no_such_column"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("column \"no_such_column\" does not exist")
                    .hasCauseInstanceOf(SQLException.class);
        }
    }

    @Test
    void aServerGivenByUrlServesAsWell() {
        TestServer shared = SharedServer.get();
        String url = shared.jdbcUrl(shared.maintenanceDatabase()) + "?user=" + shared.user() + "&password="
                + shared.password() + "&ApplicationName=given";
        GivenTestServer given = GivenTestServer.parse(url);
        assertThat(SharedServer.describe(given))
                .startsWith("Tests run on PostgreSQL ")
                .contains("given by URL");
        try (TestDatabase database = TestDatabase.createOn(given)) {
            assertThat(database.query("SELECT current_database(), current_setting('application_name')"))
                    .containsExactly(List.of(database.name(), "given"));
        }
    }
}
