package dev.seedplan.runtime.internal.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.schema.QName;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class ValueTextTest {

    private static final SqlType TEXT = builtIn("text");
    private static final SqlType TEXTS = new SqlType.ArrayOf("text[]", TEXT);

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void timesAtTheEdgesGoToTheServerAndBack() throws SQLException, IOException {
        for (String year :
                List.of("2024-02-29", "0001-01-01", "+12024-12-31", "0000-03-15", "-0043-03-15", "-4712-01-01")) {
            LocalDate date = LocalDate.parse(year);
            surviving(builtIn("date"), date);
            surviving(builtIn("timestamp"), date.atTime(23, 59, 59, 999_999_000));
            surviving(builtIn("timestamp"), date.atStartOfDay());
            surviving(builtIn("timestamptz"), date.atTime(1, 2, 3, 400_000_000).toInstant(ZoneOffset.UTC));
        }
        surviving(builtIn("date"), LocalDate.MAX);
        surviving(builtIn("date"), LocalDate.MIN);
        surviving(builtIn("timestamp"), LocalDateTime.MAX);
        surviving(builtIn("timestamp"), LocalDateTime.MIN);
        surviving(builtIn("timestamptz"), Instant.MAX);
        surviving(builtIn("timestamptz"), Instant.MIN);
        surviving(builtIn("time"), LocalTime.of(0, 0));
        surviving(builtIn("time"), LocalTime.of(12, 30, 0, 10_000));
    }

    @Test
    void numbersAtTheEdgesGoToTheServerAndBack() throws SQLException, IOException {
        surviving(builtIn("int8"), Long.MIN_VALUE);
        surviving(builtIn("oid"), 4_294_967_295L);
        surviving(builtIn("numeric"), new BigDecimal("-0.00000000000000000000000000000001"));
        surviving(builtIn("numeric"), new BigDecimal("1E+40").setScale(0));
        surviving(builtIn("money"), new BigDecimal("-92233720368547758.08"));
        surviving(builtIn("money"), new BigDecimal("1234567.80"));
        for (double number :
                new double[] {0, -0.0, 1e300, Double.MIN_VALUE, Math.PI, Double.NaN, Double.NEGATIVE_INFINITY}) {
            surviving(builtIn("float8"), number);
        }
        surviving(builtIn("uuid"), new UUID(-1, 0));
        surviving(builtIn("bool"), true);
    }

    @Test
    void everyCharacterSurvivesCopyLiteralsAndArrays() throws SQLException, IOException {
        StringBuilder all = new StringBuilder();
        for (char c = 1; c < 0x180; c++) {
            all.append(c);
        }
        all.append("\ud83d\ude00");
        for (String text :
                List.of(all.toString(), "", "\\N", "\\.", "NULL", "null", "{}", "''", "E'\\''", "$1 ? :a", " a ")) {
            surviving(TEXT, text);
            surviving(TEXTS, List.of(text, "b", text));
            surviving(TEXTS, List.of(List.of(text, "a"), List.of("b", text)));
        }
        surviving(TEXTS, List.of());
        surviving(TEXTS, Arrays.asList("a", null, "b"));
    }

    @Test
    void arraysWithOtherBoundsAreRead() {
        assertThat(ValueText.read(new SqlType.ArrayOf("int4[]", builtIn("int4")), "[0:1][-1:0]={{1,2},{3,NULL}}"))
                .isEqualTo(List.of(List.of(1L, 2L), Arrays.asList(3L, null)));
    }

    @Test
    void boxesAreSeparatedBySemicolons() throws SQLException, IOException {
        surviving(new SqlType.ArrayOf("box[]", builtIn("box")), List.of("(1,1),(0,0)", "(2,2),(1,1)"));
    }

    @Test
    void whatJavaCannotHoldIsSaid() {
        assertThatThrownBy(() -> ValueText.read(builtIn("numeric"), "NaN"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ValueText.read(builtIn("time"), "24:00:00"))
                .hasMessageContaining("\"24:00:00\" is not a time");
        assertThatThrownBy(() -> ValueText.read(builtIn("timestamptz"), "01/02/2024 10:00:00 CET"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ValueText.read(builtIn("bytea"), "abc")).hasMessageContaining("hex");
        assertThatThrownBy(() -> ValueText.read(TEXTS, "{a,b")).hasMessageContaining("not an array");
        assertThatThrownBy(() -> ValueText.text(TEXT, List.of("a"))).hasMessageContaining("no array");
    }

    private static SqlType builtIn(String name) {
        return new SqlType.Scalar(name, new QName("pg_catalog", name), -1, null);
    }

    /** Sends the value as COPY text, compares it with its literal on the server, and reads it back. */
    private static void surviving(SqlType type, Object value) throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(ValueText.SETTINGS);
            statement.execute("CREATE TEMP TABLE one (v " + type.sql() + ")");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY one FROM STDIN", new StringReader(ValueText.copy(type, value) + "\n"));
            for (String conforming : List.of("on", "off")) {
                statement.execute(
                        "SET standard_conforming_strings = " + conforming + "; SET escape_string_warning = off");
                try (ResultSet result = statement.executeQuery(
                        "SELECT v::text, v::text = (" + ValueText.literal(type, value) + ")::text FROM one")) {
                    result.next();
                    assertThat(result.getBoolean(2))
                            .as("%s as a literal", value)
                            .isTrue();
                    assertThat(ValueText.read(type, result.getString(1))).isEqualTo(value);
                }
            }
        }
    }
}
