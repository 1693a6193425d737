package dev.seedplan.runtime.internal.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.internal.trigger.TriggerReading.Source;
import dev.seedplan.runtime.introspect.Introspection;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TriggerReaderTest {

    private static List<TriggerReading> readings;

    @BeforeAll
    static void read() throws SQLException, IOException {
        try (TestDatabase database = TestDatabase.create();
                InputStream in = TriggerReaderTest.class.getResourceAsStream("triggers.sql")) {
            database.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            try (Connection connection = database.connect()) {
                readings = TriggerReader.read(connection, Introspection.read(connection));
            }
        }
    }

    @Test
    void aChildThatInsertsItsParentIsSeen() {
        assertThat(effects("a_parent")).containsExactly("INSERTS_PARENT public.auth_method");
        assertThat(reading("a_parent").effects().get(0).evidence())
                .startsWith("INSERT INTO auth_method (id, kind) VALUES (NEW.id, 'RAISE EXCEPTION; DELETE");
    }

    @Test
    void aParentThatInsertsItsChildIsSeenWithWhatItCalls() {
        assertThat(effects("meta"))
                .containsExactly("INSERTS_CHILD public.auth_method_meta", "INSERTS public.audit", "NOTIFIES made");
        assertThat(reading("meta").condition()).contains("new.kind IS NOT NULL");
        assertThat(reading("meta").source()).isEqualTo(Source.AFTER_ROW);
    }

    @Test
    void columnsThatAreReplacedAreToldFromThoseThatAreFilled() {
        assertThat(effects("b_columns"))
                .containsExactly(
                        "SETS created_at",
                        "DEFAULTS name",
                        "DEFAULTS slug",
                        "SETS kind_copy",
                        "READS public.auth_method",
                        "SETS search");
        assertThat(effects("c_search")).containsExactly("SETS search");
    }

    @Test
    void aClosedTableIsToldFromOneWithALimit() {
        assertThat(effects("stop")).containsExactly("ALWAYS_RAISES ");
        assertThat(reading("stop").source()).isEqualTo(Source.STATEMENT);
        assertThat(effects("Limit it"))
                .containsExactly(
                        "NEEDS_SETTING app.revision",
                        "READS public.limited",
                        "READS_SETTING app.limit",
                        "MAY_RAISE ",
                        "DYNAMIC ",
                        "INSERTS other.outbox",
                        "CHANGES public.audit");
    }

    @Test
    void rowsThatVanishAreSeen() {
        assertThat(effects("swallow")).containsExactly("SWALLOWS ");
        assertThat(effects("nothing")).containsExactly("SWALLOWS ");
        assertThat(effects("Some of them")).containsExactly("SWALLOWS ", "INSERTS public.closed");
        assertThat(reading("Some of them").condition()).contains("new.id > 3");
        assertThat(effects("also")).containsExactly("NOTIFIES somebody");
    }

    @Test
    void settingsThatDefaultsNeedAreNamed() {
        assertThat(effects("tenant_id")).containsExactly("NEEDS_SETTING app.current_tenant");
        assertThat(effects("region")).containsExactly("READS_SETTING app.region");
        assertThat(effects("t")).containsExactly("NEEDS_SETTING app.tenant");
    }

    @Test
    void whatDoesNotFireOnInsertIsNoReading() {
        assertThat(readings)
                .extracting(TriggerReading::name)
                .doesNotContain("disabled", "elsewhere", "same", "update_only", "n");
    }

    private static TriggerReading reading(String name) {
        return readings.stream()
                .filter(reading -> reading.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> effects(String name) {
        return reading(name).effects().stream()
                .map(effect -> effect.kind() + " " + effect.object())
                .toList();
    }
}
