package dev.seedplan.runtime.internal.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.schema.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What values columns get, taken one by one. */
class MeaningValuesTest {

    private static SampleSchema schema;
    private static Snapshot snapshot;

    @BeforeAll
    static void create() throws SQLException {
        schema = new SampleSchema();
        snapshot = schema.snapshot;
    }

    @AfterAll
    static void drop() {
        schema.close();
    }

    @Test
    void rowsLookLikeThis() throws IOException {
        looksLike("rows-of-users.txt", new Sample(snapshot, "users", "en").printed(1, 3));
    }

    @Test
    void ordersLookLikeThis() throws IOException {
        looksLike("rows-of-orders.txt", new Sample(snapshot, "orders", "de").printed(1, 2));
    }

    @Test
    void theOrderInWhichColumnsAreReadDoesNotMatter() {
        for (String table : List.of("users", "posts", "orders", "files")) {
            Sample sample = new Sample(snapshot, table, "es");
            List<String> names = new ArrayList<>(sample.meanings.columns().stream()
                    .map(ColumnMeaning::column)
                    .toList());
            String forward = sample.printed(9, 20);
            Collections.shuffle(names, new Random(3));
            names.forEach(name -> LongStream.range(0, 20).forEach(i -> sample.value(name, 9, i)));
            assertThat(sample.printed(9, 20)).isEqualTo(forward);
            assertThat(new Sample(snapshot, table, "es").printed(9, 20)).isEqualTo(forward);
            assertThat(sample.printed(10, 20)).isNotEqualTo(forward);
        }
    }

    @Test
    void postgresTakesEveryValue() throws SQLException {
        try (Connection connection = schema.connect()) {
            for (String table : List.of("users", "posts", "orders", "files")) {
                Sample sample = new Sample(snapshot, table, "en");
                for (ColumnMeaning column : sample.meanings.columns()) {
                    if (column.meaning() == Meaning.NONE) {
                        continue;
                    }
                    String sql = "SELECT v::" + column.type().sql() + "::text FROM unnest(?::text[]) v";
                    // A cast to varchar(n) cuts silently, so that what comes back must be as long as what went.
                    List<String> sent = new ArrayList<>();
                    for (long i = 0; i < 50; i++) {
                        sent.add(text(sample.value(column.column(), 3, i)));
                    }
                    try (PreparedStatement select = connection.prepareStatement(sql)) {
                        select.setArray(1, connection.createArrayOf("text", sent.toArray()));
                        try (var rows = select.executeQuery()) {
                            for (String value : sent) {
                                assertThat(rows.next()).isTrue();
                                String got = rows.getString(1);
                                if (TypeClass.of(column.type()) == TypeClass.TEXT && !value.startsWith("{")) {
                                    assertThat(got)
                                            .as(table + "." + column.column())
                                            .isEqualTo(value);
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void nullsAreAsFrequentAsTheyAreByNature() {
        MeaningValues users = new Sample(snapshot, "users", "en").values();
        assertThat(users.nullRate("first_name")).isZero();
        assertThat(users.nullRate("middle_name")).isEqualTo(0.5);
        assertThat(users.nullRate("deleted_at")).isEqualTo(0.9);
        assertThat(users.nullRate("created_at")).isZero();
        assertThat(new Sample(snapshot, "orders", "en").values().nullRate("user_id"))
                .isEqualTo(0.2);
    }

    @Test
    void statesAndStatusesHaveASensibleMajority() {
        Sample users = new Sample(snapshot, "users", "en");
        assertThat(most(users, "status")).isEqualTo("active");
        assertThat(most(users, "role")).isEqualTo("member");
        assertThat(most(users, "is_active")).isEqualTo("true");
        assertThat(most(users, "is_deleted")).isEqualTo("false");
        assertThat(most(new Sample(snapshot, "posts", "en"), "state")).isEqualTo("published");
        Sample orders = new Sample(snapshot, "orders", "en");
        assertThat(most(orders, "state")).isEqualTo("delivered");
        assertThat(orders.meanings.column("state").meaning()).isEqualTo(Meaning.STATUS);
        assertThat(orders.meanings.column("billing_state").meaning()).isEqualTo(Meaning.REGION);
    }

    /** What the rows look like, for a reader to judge; {@code -Dgolden.update=true} writes it. */
    private static void looksLike(String resource, String rows) throws IOException {
        Path file = Path.of("src/test/resources/dev/seedplan/runtime/internal/meaning", resource);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, rows + "\n");
        }
        assertThat(rows + "\n").isEqualTo(Files.readString(file));
    }

    private static String most(Sample sample, String column) {
        return LongStream.range(0, SampleSchema.ROWS)
                .mapToObj(i -> String.valueOf(sample.value(column, 11, i)))
                .collect(Collectors.groupingBy(v -> v, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(e -> "\"" + e + "\"").collect(Collectors.joining(",", "{", "}"));
        }
        return String.valueOf(value);
    }
}
