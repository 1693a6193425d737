package dev.seedplan.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.internal.run.CommandLine;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What {@code --json} prints, against its schema: the words of JSON Schema that this one uses, and no field beside it. */
class SummarySchemaTest {

    @TempDir
    private Path directory;

    private static @Nullable Object json(String text) {
        // YAML 1.2 contains JSON.
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static Map<?, ?> schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(Summary.class.getResourceAsStream("summary.schema.json"))) {
            return (Map<?, ?>) Objects.requireNonNull(json(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static void check(@Nullable Object value, Map<?, ?> schema, String where) {
        if (schema.containsKey("const")) {
            assertThat(value).as(where).isEqualTo(schema.get("const"));
        }
        if (schema.get("enum") instanceof List<?> allowed) {
            assertThat(allowed.contains(value)).as(where + ": " + value).isTrue();
        }
        Object type = schema.get("type");
        if (type != null) {
            List<?> types = type instanceof List<?> several ? several : List.of(type);
            assertThat(types.stream().anyMatch(t -> is(value, String.valueOf(t))))
                    .as(where + ": " + value + " is no " + types)
                    .isTrue();
        }
        if (value instanceof Number number && schema.get("minimum") instanceof Number least) {
            assertThat(new BigDecimal(number.toString()))
                    .as(where)
                    .isGreaterThanOrEqualTo(new BigDecimal(least.toString()));
        }
        if (value instanceof Map<?, ?> map && schema.get("properties") instanceof Map<?, ?> properties) {
            assertThat(map.keySet().containsAll((List<?>) schema.get("required")))
                    .as(where)
                    .isTrue();
            map.forEach((key, inner) -> {
                assertThat(properties.containsKey(key)).as(where + "." + key).isTrue();
                check(inner, (Map<?, ?>) properties.get(key), where + "." + key);
            });
        }
        if (value instanceof List<?> list && schema.get("items") instanceof Map<?, ?> items) {
            list.forEach(item -> check(item, items, where + "[]"));
        }
    }

    private static boolean is(@Nullable Object value, String type) {
        return switch (type) {
            case "null" -> value == null;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "number" -> value instanceof Number;
            case "array" -> value instanceof List;
            case "object" -> value instanceof Map;
            default -> throw new IllegalArgumentException(type);
        };
    }

    private String run(TestDatabase database, String... flags) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("--json", "--url", database.jdbcUrl(), "--user", database.user()));
        all.addAll(List.of(flags));
        new CommandLine(
                        new ShopPlanSeed(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        Map.of("PGPASSWORD", database.password()),
                        directory)
                .run(all.toArray(String[]::new));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatRunsAndFillsPrintFitsTheSchema() throws IOException {
        Map<?, ?> schema = schema();
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            check(json(run(database, "--dry-run")), schema, "dry run");
            database.execute("alter table products add constraint none check (id < 0)");
            String left = run(database, "--keep-going");
            assertThat(left).contains("\"exit\":6", "\"reason\":\"it needs rows of public.products");
            check(json(left), schema, "left out");
            check(json(Seedplan.fill().to(database.dataSource()).run().json()), schema, "fill");
            database.execute("alter table products drop constraint none");
            check(json(run(database)), schema, "gone on with");
            check(json(run(database)), schema, "again");
        }
    }
}
