package dev.seedplan.templates.shop;

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

/** The shop on a PostgreSQL of its own. */
class ShopDemoTest {

    private static final List<String> MIGRATIONS = List.of("V1__catalogue", "V2__orders");

    @Test
    void everyTableIsFilledAndTheFilesAreInIt() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start()) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(server.createDatabase("shop"));
            database.setUser(server.user());
            database.setPassword(server.password());
            try (Connection connection =
                    DriverManager.getConnection(database.getUrl(), server.user(), server.password())) {
                migrate(connection);
                Seedplan.plan(ShopDemo.class).to(database).run();
                assertThat(ask(connection, "select count(*)"
                                + " from products p join categories c on c.slug = p.category_slug"))
                        .isEqualTo("12");
                assertThat(ask(connection, "select summary || ' ' || price || ' ' || array_to_string(labels, '+') from products"
                                + " where slug = 'roasted-stem-hojicha'"))
                        .isEqualTo("Stems and late leaves, roasted over gas until they smell of chestnuts. Good in the"
                                + " evening, and with milk. 8.50 low caffeine+loose leaf");
                assertThat(ask(connection, "select description like '%<strong>Grassy and bright</strong>%' from products"
                                + " where sku = 'GT-101'"))
                        .isEqualTo("t");
                assertThat(ask(connection, "select bool_and(i.unit_price = p.price)"
                                + " from order_items i join products p on p.id = i.product_id"))
                        .isEqualTo("t");
                assertThat(ask(connection, "select count(*) filter (where note is null) > 0 and count(*) > 40"
                                + " from orders"))
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
                            ShopDemo.class.getClassLoader().getResourceAsStream("db/migration/" + migration + ".sql");
                    Statement statement = connection.createStatement()) {
                statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }
}
