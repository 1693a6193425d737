package dev.seedplan.runtime.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    private static final String SECRET = "s3cr3t";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "jdbc:postgresql://h/db,                                  jdbc:postgresql://h:5432/db, -, -",
                "jdbc:postgresql://h:1/db?user=u&password=p&ssl=true,     jdbc:postgresql://h:1/db?ssl=true, u, p",
                "jdbc:postgresql:db,                                      jdbc:postgresql://localhost:5432/db, -, -",
                "jdbc:postgresql:/,                                       jdbc:postgresql://localhost:5432/, -, -",
                "jdbc:postgresql://u:p@h/db,                              jdbc:postgresql://h:5432/db, u, p",
                "postgresql://h,                                          jdbc:postgresql://h:5432/, -, -",
                "postgres://u@h:1/db,                                     jdbc:postgresql://h:1/db, u, -",
                "postgresql:///db,                                        jdbc:postgresql://localhost:5432/db, -, -",
                "postgresql://u%40x:p%2F%20%3A@h/d%20b,                   jdbc:postgresql://h:5432/d%20b, u@x, `p/ :`",
                "postgresql://u:a@b/c@h/db,                               jdbc:postgresql://h:5432/db, u, a@b/c",
                "postgresql://u:50%@h/db,                                 jdbc:postgresql://h:5432/db, u, 50%",
                "postgresql://u:a+b@h/db,                                 jdbc:postgresql://h:5432/db, u, a+b",
                "postgresql://[::1]:6543/db,                              jdbc:postgresql://[::1]:6543/db, -, -",
                "`postgresql://a:1,b:2/db`,                               `jdbc:postgresql://a:1,b:2/db`, -, -",
                "postgresql://h/db?sslmode=require&channel_binding=require, jdbc:postgresql://h:5432/db?channelBinding=require&sslmode=require, -, -",
                "postgresql://h/db?pgbouncer=true&connection_limit=1,     jdbc:postgresql://h:5432/db, -, -",
                "postgresql://h/db?target_session_attrs=read-write,       jdbc:postgresql://h:5432/db?targetServerType=primary, -, -",
                "postgresql://?host=h&port=7&dbname=db&user=u&password=p, jdbc:postgresql://h:7/db, u, p",
                "`  postgresql://h/db  `,                                 jdbc:postgresql://h:5432/db, -, -",
            })
    void addressesAreUnderstood(String text, String jdbcUrl, String user, String password) {
        DatabaseUrl url = DatabaseUrl.parse(text);
        assertThat(url.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(url.user()).isEqualTo(user);
        assertThat(url.password()).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "mysql://u:s3cr3t@h/db",
                "jdbc:mysql://u:s3cr3t@h/db",
                "u:s3cr3t@h/db",
                "postgresql:/u:s3cr3t@h/db",
                "postgresql://u:s3cr3t@h:port/db",
                "postgresql://u:s3cr3t@h:99999/db",
                "postgresql://u:s3cr3t@%2Fvar%2Frun/db",
                "postgresql://u:s3cr3t@h h/db"
            })
    void whatIsNoAddressIsRefusedWithoutShowingIt(String text) {
        ConnectionException error = catchThrowableOfType(ConnectionException.class, () -> DatabaseUrl.parse(text));
        assertThat(error.error()).isEqualTo(ConnectionError.BAD_URL);
        assertThat(error.error().exitCode()).isEqualTo(2);
        assertThat(everythingAbout(error)).startsWith("dev.seedplan").doesNotContain(SECRET);
        assertThat(error).hasMessageStartingWith("[SEED-4105] the address is not understood: ");
    }

    @Test
    void passwordIsInNoText() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://u:" + SECRET + "@h/db?sslmode=disable");
        assertThat(url.toString()).isEqualTo("u@h:5432/db");
        assertThat(url.jdbcUrl()).doesNotContain(SECRET);
        assertThat(url.withDatabase("other").jdbcUrl()).isEqualTo("jdbc:postgresql://h:5432/other?sslmode=disable");
    }

    @Test
    void environmentFillsWhatTheAddressLeavesOut() {
        Map<String, String> environment = Map.of("PGUSER", "env", "PGPASSWORD", "pw");
        DatabaseUrl filled = DatabaseUrl.parse("postgresql://h/db").withDefaults(environment);
        assertThat(filled.user()).isEqualTo("env");
        assertThat(filled.password()).isEqualTo("pw");
        DatabaseUrl own = DatabaseUrl.parse("postgresql://u:p@h/db").withDefaults(environment);
        assertThat(own.user()).isEqualTo("u");
        assertThat(own.password()).isEqualTo("p");
    }

    @Test
    void connectsWithUserAndPassword() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = url(database).connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT current_user")) {
            result.next();
            assertThat(result.getString(1)).isEqualTo(database.user());
        }
    }

    @Test
    void wrongPasswordAndUnknownUserAreRefused() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            assumeFalse(letsInAnybody(database), "the server asks for no password");
            assertRefused(
                    url(database).withPassword(SECRET), ConnectionError.REFUSED, "password authentication failed");
            assertRefused(url(database).withUser("nobody_here"), ConnectionError.REFUSED, "nobody_here");
            DatabaseUrl without = DatabaseUrl.parse(database.jdbcUrl()).withUser(database.user());
            assertRefused(without, ConnectionError.REFUSED, "no password was provided");
        }
    }

    @Test
    void missingDatabaseAndMissingPrivilegeAreNamed() {
        try (TestDatabase database = TestDatabase.create()) {
            assertRefused(url(database).withDatabase("not_there"), ConnectionError.NO_DATABASE, "\"not_there\"");
            String name = url(database).database();
            database.execute(
                    "CREATE ROLE outsider LOGIN PASSWORD 'x'; REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
            try {
                assertRefused(
                        url(database).withUser("outsider").withPassword("x"),
                        ConnectionError.NO_PRIVILEGE,
                        "permission");
            } finally {
                database.execute("DROP ROLE outsider");
            }
        }
    }

    @Test
    void unreachableServersAreNamed() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertRefused(
                DatabaseUrl.parse("postgresql://u:" + SECRET + "@127.0.0.1:" + free + "/db"),
                ConnectionError.UNREACHABLE,
                "refused");
        assertRefused(
                DatabaseUrl.parse("postgresql://u:" + SECRET + "@no-such-host.invalid/db"),
                ConnectionError.UNREACHABLE,
                "there is no host no-such-host.invalid");
    }

    private static void assertRefused(DatabaseUrl url, ConnectionError error, String reason) {
        assertThatThrownBy(url::connect)
                .isInstanceOf(ConnectionException.class)
                .hasMessageStartingWith("[" + error.code() + "] cannot connect to " + url + ": ")
                .hasMessageContaining(reason)
                .hasMessageEndingWith("; " + error.remedy() + ".")
                .satisfies(e -> assertThat(everythingAbout(e)).doesNotContain(SECRET));
    }

    private static boolean letsInAnybody(TestDatabase database) throws SQLException {
        try (Connection connection = url(database).withPassword(SECRET).connect()) {
            return connection.isValid(0);
        } catch (ConnectionException e) {
            return false;
        }
    }

    private static DatabaseUrl url(TestDatabase database) {
        return DatabaseUrl.parse(database.jdbcUrl()).withUser(database.user()).withPassword(database.password());
    }

    private static String everythingAbout(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
