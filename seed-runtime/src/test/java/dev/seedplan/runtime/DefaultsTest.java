package dev.seedplan.runtime;

import static dev.seedplan.runtime.shop.SlotsProgram.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.runtime.shop.SlotsProgram;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Slots;
import dev.seedplan.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a column holds that the plan leaves and that has a default; the plan's instant is the start of 2026. */
class DefaultsTest {

    private static TableSpec things(TestDatabase database, String type, Kind kind) {
        // As a snapshot has it: printed with an empty path.
        String expression = database.query(
                        "select set_config('search_path', '', false), pg_get_expr(adbin, adrelid) " + "from pg_attrdef")
                .get(0)
                .get(1);
        ColumnSpec column = ColumnSpec.of("value", type, kind).required().defaultsTo(String.valueOf(expression));
        if (kind == Kind.ARRAY) {
            column = column.arrayOf(type.startsWith("integer") ? Kind.INT4 : Kind.TEXT);
        }
        return table("things", column, ColumnSpec.of("copy", "text", Kind.TEXT)).build();
    }

    /** Fills two rows whose method reads the default; {@return what the table then holds, each value once}. */
    private static List<String> filled(String type, Kind kind, String expression, boolean read) {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("create function answer() returns text immutable language sql as $$ select 'forty-two' $$;"
                    + "create function changing() returns text volatile language sql as $$ select 'each its own' $$;"
                    + "create table things (value " + type + " not null default (" + expression + "), copy text)");
            SlotsProgram program = new SlotsProgram(
                    List.of(things(database, type, kind)),
                    List.of(StepSpec.rows(0, "things", "public.things", 2)),
                    (step, call) -> {
                        Slots row = (Slots) call.row();
                        if (read) {
                            row.set(1, String.valueOf(row.get(0)));
                        }
                    });
            Execution.run(program, database::connect, new RunOptions(null, Map.of(), false, ""), p -> {});
            database.execute("set timezone = 'UTC'");
            List<String> values = new ArrayList<>();
            database.query("select distinct value::text, copy is not null from things order by 1")
                    .forEach(row -> values.add(row.get(0)));
            return values;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            text ~ TEXT ~ 'x'::text || 'y' ~ xy
            text ~ TEXT ~ lower('X') ~ x
            text ~ TEXT ~ answer() ~ forty-two
            text ~ TEXT ~ 'it''s now() ' || upper('q') ~ it's now() Q
            jsonb ~ JSONB ~ '{}'::jsonb ~ {}
            jsonb ~ JSONB ~ jsonb_build_array() ~ []
            jsonb ~ JSONB ~ '{"a": [1]}' ~ {"a": [1]}
            text[] ~ ARRAY ~ ARRAY[]::text[] ~ {}
            text[] ~ ARRAY ~ '{a,"b c"}'::text[] ~ {a,"b c"}
            integer[] ~ ARRAY ~ ARRAY[1, 2] ~ {1,2}
            integer ~ INT4 ~ 6 * 7 ~ 42
            integer ~ INT4 ~ '-1'::integer ~ -1
            numeric ~ NUMERIC ~ 1.50 ~ 1.50
            numeric ~ NUMERIC ~ round(2.345, 2) ~ 2.35
            boolean ~ BOOL ~ not false ~ true
            date ~ DATE ~ CURRENT_DATE ~ 2026-01-01
            date ~ DATE ~ CURRENT_DATE + 30 ~ 2026-01-31
            date ~ DATE ~ '2020-02-29' ~ 2020-02-29
            timestamp without time zone ~ TIMESTAMP ~ LOCALTIMESTAMP ~ 2026-01-01 00:00:00
            timestamp without time zone ~ TIMESTAMP ~ now() at time zone 'utc' ~ 2026-01-01 00:00:00
            timestamp without time zone ~ TIMESTAMP ~ date_trunc('year', now() - interval '1 day') ~ 2025-01-01 00:00:00
            timestamp without time zone ~ TIMESTAMP ~ now() + interval '1 day' ~ 2026-01-02 00:00:00
            time without time zone ~ TIME ~ LOCALTIME ~ 00:00:00
            text ~ TEXT ~ to_char(now(), 'YYYY') ~ 2026
            integer ~ INT4 ~ extract(year from CURRENT_TIMESTAMP(3)) ~ 2026
            """)
    void theClientMakesItOrAsksOnce(String type, Kind kind, String expression, String expected) {
        assertThat(filled(type, kind, expression, true)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            text ~ TEXT ~ changing() ~ each its own
            text ~ TEXT ~ current_schema() || '' ~ public
            text ~ TEXT ~ 'x' || length(CURRENT_USER::text) * 0 ~ x0
            interval ~ INTERVAL ~ '1 mon 2 days'::interval ~ 1 mon 2 days
            """)
    void theRestStaysWithTheServer(String type, Kind kind, String expression, String expected) {
        assertThat(filled(type, kind, expression, false)).containsExactly(expected);
    }

    @Test
    void randomUuidsComeFromTheAddressAlsoAsText() {
        List<String> uuids = filled("uuid", Kind.UUID, "gen_random_uuid()", true);
        List<String> texts = filled("text", Kind.TEXT, "gen_random_uuid()::text", true);
        assertThat(uuids).hasSize(2).isEqualTo(filled("uuid", Kind.UUID, "gen_random_uuid()", true));
        assertThat(texts).hasSize(2).isEqualTo(uuids);
    }
}
