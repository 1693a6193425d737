package dev.seedplan.runtime.internal.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.introspect.Introspection;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.TypeRef;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** One table with a column of every type that can be written, and one of arrays of each, filled and read back. */
class TypeValuesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int ROWS = 40;

    private static TestDatabase database;
    private static Snapshot snapshot;

    @BeforeAll
    static void createTables() throws SQLException, IOException {
        database = TestDatabase.create();
        database.execute(resource("types.sql"));
        List<String> types = resource("types.txt")
                .lines()
                .filter(TypeValuesTest::isKnown)
                .map(line -> line.replaceFirst("^\\d+ ", ""))
                .toList();
        database.execute("CREATE TABLE every_type (" + columns(types, "") + ")");
        database.execute("CREATE TABLE every_array (" + columns(types, "[]") + ")");
        for (String extension : List.of("citext", "hstore", "ltree", "cube", "isn", "seg", "intarray")) {
            extension(extension);
        }
        try (Connection connection = database.connect()) {
            snapshot = Introspection.read(connection);
        }
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void everyTypeOfTheServerHasValuesOrAReason() {
        TypeValues values = new TypeValues(NOW);
        List<List<@Nullable String>> types = database.query("""
                SELECT typname, typtype, format_type(oid, NULL), typname ~ '^_' AND typcategory = 'A'
                FROM pg_type
                WHERE typnamespace = 'pg_catalog'::regnamespace AND typrelid = 0 AND (typelem = 0 OR typlen <> -1
                  OR typcategory <> 'A' OR typname IN ('int2vector', 'oidvector'))
                ORDER BY typname
                """);
        assertThat(types).hasSizeGreaterThan(90);
        List<String> unaccounted = new ArrayList<>();
        for (List<@Nullable String> row : types) {
            SqlType type =
                    SqlType.of(new TypeRef(row.get(2), new QName("pg_catalog", row.get(0)), false, -1), snapshot);
            boolean pseudo = "p".equals(row.get(1));
            String refusal = values.refusal(type).orElse(null);
            if (pseudo != (refusal != null && refusal.contains("pseudo-type"))
                    || (refusal != null && refusal.contains("not known"))) {
                unaccounted.add(row.get(0) + ": " + refusal);
            }
        }
        assertThat(unaccounted).isEmpty();
    }

    @Test
    void everyWritableTypeHasAColumnInTheTable() {
        TypeValues values = new TypeValues(NOW);
        List<String> missing = database.query("""
                SELECT t.typname, format_type(t.oid, NULL)
                FROM pg_type t
                WHERE t.typnamespace = 'pg_catalog'::regnamespace AND t.typtype IN ('b', 'r', 'm') AND t.typrelid = 0
                  AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
                  AND NOT EXISTS (
                    SELECT FROM pg_attribute a WHERE a.attrelid = 'every_type'::regclass AND a.atttypid = t.oid)
                """).stream()
                .filter(row -> values.refusal(SqlType.of(
                                new TypeRef(row.get(1), new QName("pg_catalog", row.get(0)), false, -1), snapshot))
                        .isEmpty())
                .map(row -> row.get(0))
                .toList();
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyValueIsReadBackAsItWasSent(long seed) throws SQLException, IOException {
        for (Table table : snapshot.tables()) {
            if (table.name().name().startsWith("every_")) {
                fillAndCompare(table, 1, seed);
            }
        }
    }

    @Test
    void arraysOfSeveralDimensionsAreReadBackToo() throws SQLException, IOException {
        fillAndCompare(arrays(), 2, 4);
        fillAndCompare(arrays(), 3, 5);
    }

    @Test
    void theSameDrawsGiveTheSameValues() {
        for (Table table : snapshot.tables()) {
            for (Column column : table.columns()) {
                SqlType type = SqlType.of(column.type(), snapshot);
                String once = ValueText.text(type, source(type, 1).at(new Draws(7)));
                String again = ValueText.text(type, source(type, 1).at(new Draws(7)));
                assertThat(again).as(column.name()).isEqualTo(once);
            }
        }
    }

    private static Table arrays() {
        return snapshot.table(new QName("public", "every_array")).orElseThrow();
    }

    private static dev.seedplan.runtime.internal.types.ValueSource source(SqlType type, int dimensions) {
        TypeValues values = new TypeValues(NOW);
        return (type instanceof SqlType.ArrayOf array ? values.source(array, dimensions) : values.source(type))
                .orElseThrow(() -> new AssertionError(values.refusal(type).orElse("")));
    }

    /** Sends rows as COPY text under odd settings, and lets the server compare each stored value with its literal. */
    private static void fillAndCompare(Table table, int dimensions, long seed) throws SQLException, IOException {
        List<Column> columns = table.columns();
        List<SqlType> types =
                columns.stream().map(c -> SqlType.of(c.type(), snapshot)).toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        StringBuilder copy = new StringBuilder();
        for (int r = 0; r < ROWS; r++) {
            Draws row = new Draws(seed).of(r);
            List<@Nullable Object> values = new ArrayList<>();
            for (int c = 0; c < types.size(); c++) {
                Draws draws = row.of(columns.get(c).name());
                values.add(
                        draws.of("null").chance(0.1)
                                ? null
                                : source(types.get(c), dimensions).at(draws));
            }
            rows.add(values);
            copy.append(r);
            for (int c = 0; c < types.size(); c++) {
                copy.append('\t').append(ValueText.copy(types.get(c), values.get(c)));
            }
            copy.append('\n');
        }
        String names = columns.stream().map(c -> '"' + c.name() + '"').collect(Collectors.joining(", "));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS filled; CREATE TABLE filled AS SELECT 0 AS ordinal, * FROM "
                    + table.name() + " WITH NO DATA");
            statement.execute("SET DateStyle = 'ISO, DMY'; SET IntervalStyle = 'sql_standard';"
                    + " SET TimeZone = 'Asia/Kathmandu'; SET bytea_output = 'escape'; SET lc_monetary = 'C'");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY filled (ordinal, " + names + ") FROM STDIN", new StringReader(copy.toString()));
            statement.execute(ValueText.SETTINGS);
            for (int r = 0; r < ROWS; r++) {
                compare(statement, columns, types, rows.get(r), r, seed);
            }
        }
    }

    private static void compare(
            Statement statement,
            List<Column> columns,
            List<SqlType> types,
            List<@Nullable Object> values,
            int row,
            long seed)
            throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT ");
        for (int c = 0; c < columns.size(); c++) {
            sql.append(c == 0 ? "" : ", ")
                    .append('"')
                    .append(columns.get(c).name())
                    .append("\"::text, (");
            sql.append(ValueText.literal(types.get(c), values.get(c))).append(")::text");
        }
        try (ResultSet result = statement.executeQuery(sql + " FROM filled WHERE ordinal = " + row)) {
            assertThat(result.next()).isTrue();
            for (int c = 0; c < columns.size(); c++) {
                String what = "seed " + seed + ", row " + row + ", column "
                        + columns.get(c).name();
                String stored = result.getString(2 * c + 1);
                assertThat(stored).as(what).isEqualTo(result.getString(2 * c + 2));
                Object value = values.get(c);
                if (value == null || stored == null) {
                    assertThat(stored).as(what).isNull();
                    assertThat(value).as(what).isNull();
                } else if (!(value instanceof String)) {
                    Object read = ValueText.read(types.get(c), stored);
                    assertThat(read).as(what).hasSameClassAs(value);
                    assertThat(canonical(read)).as(what).isEqualTo(canonical(value));
                }
            }
        }
    }

    /** Equal for equal values; what is held as text has a form of the server's, of which only the place is compared. */
    private static Object canonical(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(TypeValuesTest::canonical).toList();
        } else if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value == null || value instanceof String ? "text" : value;
    }

    /** A number before a type says which version brought it. */
    private static boolean isKnown(String line) {
        return !Character.isDigit(line.charAt(0))
                || Integer.parseInt(line.substring(0, line.indexOf(' '))) <= database.serverMajorVersion();
    }

    private static String columns(List<String> types, String suffix) {
        return IntStream.range(0, types.size())
                .mapToObj(i -> "c" + i + "_" + types.get(i).replaceAll("[^a-z0-9]+", "_") + " " + types.get(i) + suffix)
                .collect(Collectors.joining(", "));
    }

    /** Makes a table of an extension's types, where the server has the extension. */
    private static void extension(String extension) {
        if (database.query("SELECT 1 FROM pg_available_extensions WHERE name = '" + extension + "'")
                .isEmpty()) {
            return;
        }
        database.execute("CREATE EXTENSION " + extension);
        String columns = database.query("""
                SELECT t.typname FROM pg_type t
                JOIN pg_depend d ON d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'
                JOIN pg_extension x ON x.oid = d.refobjid
                WHERE x.extname = '%s' AND t.typtype = 'b' AND t.typarray <> 0 AND t.typname NOT IN (
                  'ghstore', 'ltree_gist', 'intbig_gkey')
                ORDER BY t.typname
                """.formatted(extension)).stream()
                .map(row -> row.get(0) + "_column " + row.get(0) + ", " + row.get(0) + "_array " + row.get(0) + "[]")
                .collect(Collectors.joining(", "));
        database.execute("CREATE TABLE every_" + extension + " (" + columns + ")");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = TypeValuesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
