package dev.seedplan.runtime.introspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Index;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.TypeRef;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A database with everything a catalog can hold, read once for each class of tests. */
abstract class IntrospectedDatabase {

    static TestDatabase database;
    static Snapshot snapshot;

    @BeforeAll
    static void readTorture() throws IOException, SQLException {
        database = TestDatabase.create();
        database.execute(torture());
        snapshot = read(database);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    static void assertType(String element, String column, String sql, boolean array) {
        TypeRef type = column(column).type();
        assertThat(type.sql()).isEqualTo(sql);
        assertThat(type.element()).isEqualTo(pg(element));
        assertThat(type.array()).isEqualTo(array);
    }

    static Table users() {
        return table("public", "users");
    }

    static Table table(String schema, String name) {
        return snapshot.table(new QName(schema, name)).orElseThrow();
    }

    static Column column(String name) {
        return users().column(name).orElseThrow();
    }

    static Constraint constraint(Table table, String name) {
        return table.constraints().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Index index(String name) {
        return users().indexes().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static QName pub(String name) {
        return new QName("public", name);
    }

    static QName pg(String name) {
        return new QName("pg_catalog", name);
    }

    static Snapshot read(TestDatabase from) throws SQLException {
        try (Connection connection = from.connect()) {
            return Introspection.read(connection);
        }
    }

    /** Counts the statements that a reading makes. */
    static int queries(TestDatabase from) throws SQLException {
        AtomicInteger count = new AtomicInteger();
        try (Connection connection = from.connect()) {
            Introspection.read((Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                        count.addAndGet(method.getName().equals("createStatement") ? 1 : 0);
                        return method.invoke(connection, arguments);
                    }));
        }
        return count.get();
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    static String torture() throws IOException {
        try (InputStream in = IntrospectionTest.class.getResourceAsStream("torture.sql")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
