package dev.seedplan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenTestServerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            jdbc:postgresql://h:5433/db?user=u&password=p          | u    | p    | db   | jdbc:postgresql://h:5433/new
            jdbc:postgresql://h/db?user=u                          | u    | ~~   | db   | jdbc:postgresql://h/new
            jdbc:postgresql://[::1]:5/db?user=u&password=p%26q+r   | u    | p&q r| db   | jdbc:postgresql://[::1]:5/new
            jdbc:postgresql://a:1,b:2/db?user=u&sslmode=require    | u    | ~~   | db   | jdbc:postgresql://a:1,b:2/new?sslmode=require
            postgresql://u:p@h:5433/db                             | u    | p    | db   | jdbc:postgresql://h:5433/new
            postgres://u@h/d%20b?sslmode=disable                   | u    | ~~   | d b  | jdbc:postgresql://h/new?sslmode=disable
            postgresql://u%40x:p%2Fq+r@h/db                        | u@x  | p/q+r| db   | jdbc:postgresql://h/new
            postgresql://h/db?user=u&password=p                    | u    | p    | db   | jdbc:postgresql://h/new
            """)
    void urlsOfBothKindsAreRead(String url, String user, String password, String database, String fresh) {
        GivenTestServer server = GivenTestServer.parse(url);
        assertThat(server.user()).isEqualTo(user);
        assertThat(server.password()).isEqualTo(password);
        assertThat(server.maintenanceDatabase()).isEqualTo(database);
        assertThat(server.jdbcUrl("new")).isEqualTo(fresh);
    }

    @ParameterizedTest
    @CsvSource({"mysql://u:secret@h/db", "jdbc:postgresql:db", "postgresql://u:secret@h", "nonsense"})
    void othersAreRefusedWithoutShowingThePassword(String url) {
        assertThatThrownBy(() -> GivenTestServer.parse(url))
                .hasMessageContaining("SEEDPLAN_TEST_URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aUrlWithoutAUserIsRefused() {
        assertThatThrownBy(() -> GivenTestServer.parse("jdbc:postgresql://h/db"))
                .hasMessageContaining("no user");
    }
}
