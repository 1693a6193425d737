package dev.seedplan.templates.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.embedded.EmbeddedServer;
import dev.seedplan.runtime.Seedplan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The knowledge base on a PostgreSQL of its own. */
class KnowledgeBaseTest {

    private static final List<String> MIGRATIONS = List.of("V1__articles", "V2__readers");

    @Test
    void everyTableIsFilledAndTheFilesAreInIt() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(server.createDatabase("knowledge"));
            database.setUser(server.user());
            database.setPassword(server.password());
            try (Connection connection =
                    DriverManager.getConnection(database.getUrl(), server.user(), server.password())) {
                migrate(connection);
                Seedplan.plan(KnowledgeBase.class).to(database).run();
                assertThat(ask(connection, "select count(*) from articles a join spaces s on s.slug = a.space_slug"))
                        .isEqualTo("8");
                assertThat(ask(connection, "select title || ' ' || id from articles"
                                + " where slug = 'start-keyboard-shortcuts'"))
                        .isEqualTo("Keyboard shortcuts 3334a734-e58a-5783-ad2b-d16aa0b49f8f");
                assertThat(ask(connection, "select array_to_string(keywords, '+') from articles"
                                + " where slug = 'billing-invoices-and-tax'"))
                        .isEqualTo("tax");
                assertThat(ask(connection, "select mime || ' ' || width || 'x' || height from pictures"
                                + " where name = 'invite'"))
                        .isEqualTo("image/svg+xml 320x180");
                assertThat(ask(connection, "select count(*) filter (where remark is null) > 0 and count(*) > 20"
                                + " from feedback"))
                        .isEqualTo("t");
            }
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void migrate(Connection connection) throws SQLException, IOException {
        for (String migration : MIGRATIONS) {
            try (InputStream in =
                            KnowledgeBase.class.getClassLoader().getResourceAsStream("db/migration/" + migration + ".sql");
                    Statement statement = connection.createStatement()) {
                statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }
}
