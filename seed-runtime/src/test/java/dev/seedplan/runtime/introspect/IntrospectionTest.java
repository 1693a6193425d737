package dev.seedplan.runtime.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotHash;
import dev.seedplan.schema.SnapshotJson;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.UserType;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** How a catalog is read: whole or in part, always the same, and leaving the connection as it was. */
class IntrospectionTest extends IntrospectedDatabase {

    @Test
    void whatIsReadSurvivesTheFile() {
        assertThat(SnapshotJson.read(SnapshotJson.write(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void everyReadingGivesTheSameBytes() throws SQLException, IOException {
        String json = SnapshotJson.write(snapshot);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try (TestDatabase other = TestDatabase.create()) {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            other.execute(torture());
            try (Connection connection = other.connect()) {
                execute(
                        connection,
                        "SET search_path = public, auth; SET DateStyle = 'ISO, DMY'; SET IntervalStyle = 'iso_8601';"
                                + " SET quote_all_identifiers = on; SET bytea_output = 'escape'");
                assertThat(SnapshotJson.write(Introspection.read(connection))).isEqualTo(json);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void connectionIsLeftAsItWas() throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "SET search_path = auth");
            Introspection.read(connection);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(one(connection, "SHOW search_path")).isEqualTo("auth");
            assertThat(one(connection, "SHOW transaction_read_only")).isEqualTo("off");
        }
    }

    @Test
    void openTransactionStaysOpenAndItsTablesAreSeen() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            execute(connection, "CREATE TABLE public.only_here (id int)");
            execute(connection, "SET LOCAL search_path = auth");
            Snapshot inside = Introspection.read(connection);
            assertThat(inside.table(pub("only_here"))).isPresent();
            assertThat(one(connection, "SHOW search_path")).isEqualTo("auth");
            execute(connection, "INSERT INTO public.only_here VALUES (1)");
            connection.rollback();
        }
    }

    @Test
    void numberOfQueriesDoesNotGrowWithTheSchema() throws SQLException {
        try (TestDatabase small = TestDatabase.create()) {
            small.execute("CREATE TABLE t (id int)");
            assertThat(queries(small)).isEqualTo(queries(database)).isLessThan(30);
        }
    }

    @Test
    void schemasAreAllButTheSystemsAndOurs() {
        assertThat(snapshot.format()).isEqualTo(1);
        assertThat(snapshot.serverVersion()).matches("\\d+(\\.\\d+)?\\S*");
        assertThat(snapshot.defaultSchema()).isEqualTo("public");
        assertThat(snapshot.schemas()).containsExactly("My Schema", "auth", "public");
        assertThat(snapshot.extensions().stream().map(Snapshot.Extension::name))
                .containsExactly("btree_gist", "citext", "hstore", "pg_stat_statements", "pgcrypto");
        assertThat(snapshot.views()).containsExactly(pub("active_users"), pub("user_count"));
    }

    @Test
    void chosenSchemaComesWithTheTypesItNeedsFromOthers() throws SQLException {
        try (Connection connection = database.connect()) {
            Snapshot auth = Introspection.read(connection, Set.of("auth"));
            assertThat(auth.schemas()).containsExactly("auth");
            assertThat(auth.defaultSchema()).isEqualTo("auth");
            assertThat(auth.tables()).extracting(Table::name).containsExactly(new QName("auth", "users"));
            assertThat(auth.types())
                    .extracting(UserType::name)
                    .containsExactly(new QName("auth", "level"), pub("citext"), pub("email"));
        }
    }

    @Test
    void unknownSchemaIsRefusedWithWhatThereIs() throws SQLException {
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> Introspection.read(connection, Set.of("autth")))
                    .isInstanceOf(IntrospectionException.class)
                    .hasMessage("[SEED-1101] there is no schema \"autth\"; did you mean \"auth\"?; correct --schema, or"
                            + " leave it out.");
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void updatedExtensionDoesNotChangeTheHash() throws SQLException {
        try (TestDatabase plain = TestDatabase.create();
                TestDatabase more = TestDatabase.create()) {
            plain.execute("CREATE TABLE t (id int); CREATE EXTENSION citext VERSION '1.4'");
            more.execute("CREATE TABLE t (id int); CREATE EXTENSION citext; CREATE EXTENSION hstore;"
                    + " CREATE EXTENSION pg_stat_statements");
            assertThat(SnapshotHash.of(read(more))).isEqualTo(SnapshotHash.of(read(plain)));
        }
    }

    @Test
    void functionOfAnExtensionIsReadWhereATableCallsIt() throws SQLException {
        try (TestDatabase other = TestDatabase.create()) {
            other.execute("CREATE EXTENSION \"uuid-ossp\"; CREATE TABLE t (id uuid DEFAULT uuid_generate_v4())");
            assertThat(read(other).functions())
                    .extracting(f -> f.name().name(), Snapshot.Function::extension)
                    .containsExactly(tuple("uuid_generate_v4", "uuid-ossp"));
        }
    }

    @Test
    void newerServersOwnFeatures() throws SQLException {
        try (TestDatabase other = TestDatabase.create();
                Connection connection = other.connect()) {
            int version = Catalog.versionNumber(connection);
            if (version >= 140000) {
                other.execute("""
                        CREATE FUNCTION plus(a int) RETURNS int LANGUAGE sql RETURN a + 1;
                        CREATE FUNCTION atomic(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a; END;
                        """);
                assertThat(read(other).functions())
                        .extracting(f -> String.valueOf(f.body()).replace(" AS a", ""))
                        .containsExactly("SELECT a", "SELECT (a + 1)");
            }
            if (version >= 150000) {
                other.execute("CREATE TABLE n (a int UNIQUE NULLS NOT DISTINCT)");
                Table n = read(other).table(pub("n")).orElseThrow();
                assertThat(((Constraint.Unique) n.constraints().get(0)).nullsNotDistinct())
                        .isTrue();
                assertThat(n.indexes().get(0).nullsNotDistinct()).isTrue();
            }
            if (version >= 180000) {
                other.execute("CREATE TABLE v (a int, b int GENERATED ALWAYS AS (a * 2) VIRTUAL,"
                        + " c int CONSTRAINT c_nn NOT NULL, CHECK (a > 0) NOT ENFORCED)");
                Table v = read(other).table(pub("v")).orElseThrow();
                assertThat(v.column("b").orElseThrow().generated()).isEqualTo("(a * 2)");
                assertThat(v.column("b").orElseThrow().generatedStored()).isFalse();
                assertThat(v.column("c").orElseThrow().notNull()).isTrue();
                assertThat(v.constraints()).singleElement().matches(c -> !((Constraint.Check) c).validated());
            }
        }
    }

    @Test
    void emptyDatabaseIsASnapshotToo() throws SQLException {
        try (TestDatabase empty = TestDatabase.create()) {
            assertThat(read(empty).tables()).isEmpty();
            empty.execute("DROP SCHEMA public");
            assertThat(read(empty).schemas()).isEmpty();
            empty.execute("CREATE SCHEMA app");
            assertThat(read(empty).defaultSchema()).isEqualTo("app");
        }
    }
}
