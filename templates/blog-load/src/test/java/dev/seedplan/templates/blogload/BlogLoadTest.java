package dev.seedplan.templates.blogload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The inherited plan through its own main, in a process of its own. */
class BlogLoadTest {

    private static final List<String> MIGRATIONS = List.of(
            "V1__users", "V2__posts", "V3__tags", "V4__comments", "V5__post_labels_and_meta", "V6__subscribers",
            "V7__editors", "V8__profiles", "V9__reading_time", "V10__archive", "V11__indexes");

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void overriddenNumbersAndRowsCountAndTheRestIsInherited() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            String url = server.createDatabase("blog");
            try (Connection connection = DriverManager.getConnection(url, server.user(), server.password())) {
                migrate(connection);
                assertThat(run(server, url)).contains("Filled by BlogLoad: ").contains("seed 7");
                assertThat(ask(connection, "select count(*) from users")).isEqualTo("2012");
                assertThat(ask(connection, "select count(*) from tags where label = upper(label)")).isEqualTo("16");
                assertThat(ask(connection, "select count(*) from posts p left join users u on u.id = p.author_id "
                                + "where u.id is null"))
                        .isEqualTo("0");
                assertThat(Integer.parseInt(ask(connection, "select count(*) from comments"))).isGreaterThan(2_000);
            }
        }
    }

    private static void migrate(Connection connection) throws SQLException, IOException {
        for (String migration : MIGRATIONS) {
            try (InputStream in =
                            BlogLoad.class.getClassLoader().getResourceAsStream("db/migration/" + migration + ".sql");
                    Statement statement = connection.createStatement()) {
                statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private static String run(EmbeddedServer server, String url) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"),
                BlogLoadSeed.class.getName(), "--url", url, "--user", server.user());
        builder.environment().put("PGPASSWORD", server.password());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
