package dev.seedplan.runtime.introspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Constraint.Action;
import dev.seedplan.schema.Constraint.Deferral;
import dev.seedplan.schema.Constraint.Match;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.Index;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotHash;
import dev.seedplan.schema.SnapshotJson;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.TypeRef;
import dev.seedplan.schema.UserType;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IntrospectionTest {

    private static TestDatabase database;
    private static Snapshot snapshot;

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
    void enums() {
        assertThat(snapshot.type(pub("mood")))
                .contains(new UserType.EnumType(
                        pub("mood"), List.of("sad", "meh", "ok", "very happy"), "How one feels", null));
    }

    @Test
    void domains() {
        TypeRef citext = new TypeRef("public.citext", pub("citext"), false, -1);
        assertThat(snapshot.type(pub("email")))
                .contains(new UserType.DomainType(
                        pub("email"),
                        citext,
                        true,
                        "'a@b'::public.citext",
                        null,
                        List.of(new UserType.DomainCheck(
                                "has_at", "(VALUE OPERATOR(public.~) '@'::public.citext)", true)),
                        null,
                        null));
        UserType.DomainType work =
                (UserType.DomainType) snapshot.type(pub("work_email")).orElseThrow();
        assertThat(work.base()).isEqualTo(new TypeRef("public.email", pub("email"), false, -1));
        assertThat(work.checks()).extracting(UserType.DomainCheck::name).containsExactly("a_short", "b_long");
        UserType.DomainType code =
                (UserType.DomainType) snapshot.type(pub("code")).orElseThrow();
        assertThat(code.collation()).isEqualTo(pg("C"));
        assertThat(code.base().maxLength()).isEqualTo(10);
    }

    @Test
    void compositesRangesAndBaseTypesOfExtensions() {
        UserType.CompositeType point =
                (UserType.CompositeType) snapshot.type(pub("point3")).orElseThrow();
        assertThat(point.comment()).isEqualTo("A point");
        assertThat(point.attributes())
                .containsExactly(
                        new UserType.Attribute("x", new TypeRef("numeric(5,2)", pg("numeric"), false, 327686), null),
                        new UserType.Attribute("y", new TypeRef("double precision", pg("float8"), false, -1), null),
                        new UserType.Attribute("label", new TypeRef("text", pg("text"), false, -1), pg("C")));
        UserType.RangeType span =
                (UserType.RangeType) snapshot.type(pub("float_span")).orElseThrow();
        assertThat(span.subtype().element()).isEqualTo(pg("float8"));
        assertThat(snapshot.type(pub("hstore"))).contains(new UserType.BaseType(pub("hstore"), null, "hstore"));
        assertThat(snapshot.types().stream().map(t -> t.name().name()))
                .as("of extensions only what is used, and no arrays or multiranges")
                .containsExactly(
                        "level", "citext", "code", "email", "float_span", "hstore", "mood", "point3", "work_email");
    }

    @Test
    void columnsWithTypes() {
        assertType("varchar", "name", "character varying(40)", false);
        assertType("bpchar", "Name", "character(3)", false);
        assertType("timestamptz", "joined_at", "timestamp(3) with time zone", false);
        assertType("interval", "wait", "interval day to second(2)", false);
        assertType("text", "words", "text[]", true);
        assertType("int2vector", "vec", "int2vector", false);
        assertType("varbit", "bits", "bit varying(7)", false);
        assertThat(column("moods").type()).isEqualTo(new TypeRef("public.mood[]", pub("mood"), true, -1));
        assertThat(column("codes").type().element()).isEqualTo(pub("code"));
        assertThat(column("codes").type().array()).isTrue();
        assertThat(column("name").type().maxLength()).isEqualTo(40);
        assertThat(column("select").type().precision()).isEqualTo(10);
        assertThat(column("select").type().scale()).isEqualTo(2);
        assertThat(column("tiny").type().scale()).isEqualTo(-2);
    }

    @Test
    void columnsWithTheRest() {
        assertThat(users().columns())
                .extracting(Column::name)
                .doesNotContain("dropped")
                .contains("Name", "select");
        assertThat(column("id").identity()).isEqualTo(Identity.ALWAYS);
        assertThat(column("id").sequence()).isEqualTo(pub("users_id_seq"));
        assertThat(column("by_default").identity()).isEqualTo(Identity.BY_DEFAULT);
        assertThat(column("serial_id").defaultExpression())
                .isEqualTo("nextval('public.users_serial_id_seq'::regclass)");
        assertThat(column("serial_id").sequence()).isEqualTo(pub("users_serial_id_seq"));
        assertThat(column("ticket_no").sequence()).isEqualTo(pub("ticket"));
        assertThat(column("name").notNull()).isTrue();
        assertThat(column("nick").notNull()).isFalse();
        assertThat(column("work").notNull())
                .as("through the domain of its domain")
                .isTrue();
        assertThat(column("name").collation()).isEqualTo(pg("C"));
        assertThat(column("name").comment()).isEqualTo("The name; not unique */ @see x");
        assertThat(column("lower_name").generated()).isEqualTo("lower((name)::text)");
        assertThat(column("lower_name").generatedStored()).isTrue();
        assertThat(column("lower_name").defaultExpression()).isNull();
        assertThat(column("born").defaultExpression()).isEqualTo("'1970-01-01'::date");
        assertThat(column("wait").defaultExpression()).isEqualTo("'1 day 02:00:00'::interval day to second(2)");
        assertThat(column("blob").defaultExpression()).isEqualTo("'\\x00ff'::bytea");
        assertThat(column("moods").defaultExpression()).isEqualTo("'{sad,\"very happy\"}'::public.mood[]");
        assertThat(users().comment()).as("line ends as on Unix").isEqualTo("People\nand others");
    }

    @Test
    void keysAndUniqueConstraints() {
        assertThat(users().primaryKey())
                .contains(new Constraint.PrimaryKey(
                        "users_pkey", List.of("id"), Deferral.NOT_DEFERRABLE, "PRIMARY KEY (id)", null));
        assertThat(constraint(users(), "users_name_key"))
                .isEqualTo(new Constraint.Unique(
                        "users_name_key",
                        List.of("name", "active"),
                        false,
                        Deferral.DEFERRED,
                        "UNIQUE (name, active) DEFERRABLE INITIALLY DEFERRED",
                        null));
        assertThat(table("My Schema", "Odd.Table").primaryKey().orElseThrow().columns())
                .containsExactly("ä", "a b");
    }

    @Test
    void foreignKeys() {
        Constraint.ForeignKey pair = (Constraint.ForeignKey) constraint(table("My Schema", "child"), "pair");
        assertThat(pair.columns()).containsExactly("b", "a");
        assertThat(pair.references()).isEqualTo(new QName("My Schema", "Odd.Table"));
        assertThat(pair.referencedColumns()).containsExactly("ä", "a b");
        assertThat(pair.match()).isEqualTo(Match.FULL);
        assertThat(pair.onUpdate()).isEqualTo(Action.CASCADE);
        assertThat(pair.onDelete()).isEqualTo(Action.SET_DEFAULT);
        assertThat(pair.deferral()).isEqualTo(Deferral.DEFERRABLE);
        assertThat(pair.validated()).isFalse();
        Constraint.ForeignKey auth = users().foreignKeys().get(0);
        assertThat(auth.references()).isEqualTo(new QName("auth", "users"));
        assertThat(auth.onDelete()).isEqualTo(Action.SET_NULL);
        assertThat(auth.onUpdate()).isEqualTo(Action.NO_ACTION);
        assertThat(auth.match()).isEqualTo(Match.SIMPLE);
        assertThat(auth.validated()).isTrue();
        assertThat(table("public", "note").foreignKeys())
                .as("one, not one per partition of the referenced table")
                .hasSize(1);
    }

    @Test
    void checksAndExclusions() {
        assertThat(constraint(users(), "positive"))
                .isEqualTo(new Constraint.Check(
                        "positive",
                        List.of("select", "active"),
                        "((\"select\" > (0)::numeric) OR active)",
                        true,
                        false,
                        Deferral.NOT_DEFERRABLE,
                        "CHECK (((\"select\" > (0)::numeric) OR active))",
                        "must be"));
        assertThat(((Constraint.Check) constraint(users(), "named")).noInherit())
                .isTrue();
        assertThat(((Constraint.Check) constraint(users(), "later")).validated())
                .isFalse();
        assertThat(constraint(table("My Schema", "child"), "no_overlap"))
                .isEqualTo(new Constraint.Exclusion(
                        "no_overlap",
                        List.of("room", "during"),
                        Deferral.NOT_DEFERRABLE,
                        "EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((room > 0))",
                        null));
        assertThat(users().constraints())
                .as("NOT NULL is no constraint of its own")
                .noneMatch(c -> c.definition().startsWith("NOT NULL"));
    }

    @Test
    void indexes() {
        assertThat(index("users_pkey"))
                .isEqualTo(new Index(
                        "users_pkey",
                        "btree",
                        true,
                        true,
                        "users_pkey",
                        List.of(new Index.Key("id", null)),
                        List.of(),
                        null,
                        false,
                        "CREATE UNIQUE INDEX users_pkey ON public.users USING btree (id)",
                        null));
        assertThat(index("users_expression").keys())
                .containsExactly(
                        new Index.Key(null, "lower((name)::text)"),
                        new Index.Key(null, "((tiny + (1)::numeric))"),
                        new Index.Key("nick", null));
        assertThat(index("users_expression").predicate()).isEqualTo("active");
        assertThat(index("users_expression").unique()).isFalse();
        assertThat(index("users_include").include()).containsExactly("born", "name");
        assertThat(index("users_include").comment()).isEqualTo("covering");
        assertThat(index("users_include").constraint()).isNull();
        assertThat(index("users_hash").method()).isEqualTo("hash");
        assertThat(index("users_name_key").constraint()).isEqualTo("users_name_key");
    }

    @Test
    void triggersRulesAndPolicies() {
        assertThat(users().triggers())
                .containsExactly(
                        new Table.Trigger(
                                "checked",
                                pub("touch"),
                                "O",
                                "CREATE CONSTRAINT TRIGGER checked AFTER INSERT ON public.users DEFERRABLE INITIALLY"
                                        + " DEFERRED FOR EACH ROW EXECUTE FUNCTION public.touch()"),
                        new Table.Trigger(
                                "off_now",
                                pub("touch"),
                                "D",
                                "CREATE TRIGGER off_now AFTER DELETE ON public.users FOR EACH ROW EXECUTE FUNCTION"
                                        + " public.touch()"),
                        new Table.Trigger(
                                "touched",
                                pub("touch"),
                                "O",
                                "CREATE TRIGGER touched BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE"
                                        + " FUNCTION public.touch()"));
        assertThat(users().rules()).singleElement().asString().startsWith("CREATE RULE no_delete AS");
        assertThat(users().rowSecurity()).isTrue();
        assertThat(users().forceRowSecurity()).isTrue();
        assertThat(users().policies().get(1))
                .isEqualTo(new Table.Policy(
                        "own", "UPDATE", true, List.of("PUBLIC"), "active", "((name)::text <> 'root'::text)"));
        Table.Policy everyone = users().policies().get(0);
        assertThat(everyone.permissive()).isFalse();
        assertThat(everyone.command()).isEqualTo("SELECT");
        assertThat(everyone.roles()).contains("pg_monitor").isSorted();
        assertThat(everyone.check()).isNull();
    }

    @Test
    void kindsOfTables() {
        assertThat(table("public", "measure").kind()).isEqualTo(Table.Kind.PARTITIONED);
        assertThat(table("public", "remote").kind()).isEqualTo(Table.Kind.FOREIGN);
        assertThat(table("My Schema", "child").unlogged()).isTrue();
        assertThat(table("public", "heir").inherits()).containsExactly(pub("base"), pub("other_base"));
        assertThat(snapshot.table(new QName("seedplan", "run"))).isEmpty();
    }

    @Test
    void partitions() {
        assertThat(table("public", "measure").partitioning()).isEqualTo("RANGE (at)");
        Table year = table("public", "measure_2025");
        assertThat(year.partitionOf()).isEqualTo(pub("measure"));
        assertThat(year.partitionBound()).isEqualTo("FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')");
        assertThat(year.inherits()).isEmpty();
        assertThat(year.triggers()).as("the partitioned table's own").isEmpty();
        assertThat(table("public", "measure").triggers()).hasSize(1);
        Table nested = table("public", "measure_rest_0");
        assertThat(nested.partitionOf()).isEqualTo(pub("measure_rest"));
        Column id = nested.column("id").orElseThrow();
        assertThat(id.identity()).isEqualTo(Identity.ALWAYS);
        assertThat(id.sequence()).isEqualTo(pub("measure_id_seq"));
    }

    @Test
    void sequences() {
        assertThat(snapshot.sequences())
                .contains(new Snapshot.Sequence(
                        pub("ticket"), "integer", 100, 100, 9999, 5, true, pub("users"), "ticket_no"))
                .contains(new Snapshot.Sequence(
                        new QName("My Schema", "a.b"), "bigint", 1, 1, Long.MAX_VALUE, 1, false, null, null));
    }

    @Test
    void functions() {
        assertThat(snapshot.functions())
                .extracting(f -> f.name().name() + "(" + f.arguments() + ") " + f.result() + " " + f.language() + " "
                        + f.volatility() + " " + f.body())
                .containsExactly(
                        "nothing(INOUT a integer) null plpgsql v null",
                        "total(integer) integer internal i null",
                        "touch() trigger plpgsql v null",
                        "twice(a integer, b text) integer sql i SELECT 2 * a",
                        "two_statements() integer sql s null");
        assertThat(snapshot.functions()).allMatch(f -> f.bodyHash().matches("[0-9a-f]{64}"));
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

    private static void assertType(String element, String column, String sql, boolean array) {
        TypeRef type = column(column).type();
        assertThat(type.sql()).isEqualTo(sql);
        assertThat(type.element()).isEqualTo(pg(element));
        assertThat(type.array()).isEqualTo(array);
    }

    private static Table users() {
        return table("public", "users");
    }

    private static Table table(String schema, String name) {
        return snapshot.table(new QName(schema, name)).orElseThrow();
    }

    private static Column column(String name) {
        return users().column(name).orElseThrow();
    }

    private static Constraint constraint(Table table, String name) {
        return table.constraints().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Index index(String name) {
        return users().indexes().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static QName pub(String name) {
        return new QName("public", name);
    }

    private static QName pg(String name) {
        return new QName("pg_catalog", name);
    }

    private static Snapshot read(TestDatabase from) throws SQLException {
        try (Connection connection = from.connect()) {
            return Introspection.read(connection);
        }
    }

    /** Counts the statements that a reading makes. */
    private static int queries(TestDatabase from) throws SQLException {
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

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static String torture() throws IOException {
        try (InputStream in = IntrospectionTest.class.getResourceAsStream("torture.sql")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
