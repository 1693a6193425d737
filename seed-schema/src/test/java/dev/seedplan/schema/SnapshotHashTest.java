package dev.seedplan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotHashTest {

    private final Snapshot all = Samples.everything();
    private final String hash = SnapshotHash.of(all);

    @Test
    void hashIsFrozen() {
        assertThat(SnapshotHash.of(Samples.snapshot(
                        List.of(Samples.table(Samples.pub("users"), "id")),
                        List.of(Samples.enumType(Samples.pub("mood"), "ok")))))
                .isEqualTo("72ed158f374f1bbfc76372da525839b6bbe56fdf8904168d810054c624c8723b");
    }

    @Test
    void hashOfTheFileIsTheHashOfTheSchema() {
        assertThat(hash).matches("[0-9a-f]{64}");
        String json = SnapshotJson.write(all);
        assertThat(SnapshotHash.of(SnapshotJson.read(json))).isEqualTo(hash);
        assertThat(SnapshotHash.of(SnapshotJson.read(json.replace("\n", "\r\n  "))))
                .isEqualTo(hash);
    }

    @Test
    void serverVersionAndExtensionsDoNotCount() {
        Snapshot other = new Snapshot(
                all.format(),
                "15.18 (Debian)",
                all.defaultSchema(),
                List.of("a.b", "empty", "public"),
                List.of(new Snapshot.Extension("citext", "x", "9"), new Snapshot.Extension("hstore", "x", "1")),
                all.types().stream().filter(t -> t.extension() == null).toList(),
                all.sequences(),
                all.functions().stream().filter(f -> f.extension() == null).toList(),
                all.tables(),
                all.views());
        assertThat(SnapshotHash.of(other)).isEqualTo(hash);
    }

    @Test
    void everyOtherFieldCounts() {
        String json = SnapshotJson.write(all);
        List<String> unchanged = new ArrayList<>();
        for (String[] change : new String[][] {
            {"\"defaultSchema\": \"public\"", "\"defaultSchema\": \"a.b\""},
            {"\"labels\": [\"sad\", \"ok\"]", "\"labels\": [\"ok\", \"sad\"]"},
            {"\"comment\": \"enum\"", "\"comment\": \"other\""},
            {"\"start\": 5", "\"start\": 6"},
            {"\"volatility\": \"i\"", "\"volatility\": \"s\""},
            {"\"kind\": \"partitioned\"", "\"kind\": \"ordinary\""},
            {"\"modifier\": 44", "\"modifier\": 45"},
            {"\"comment\": \"table comment\"", "\"comment\": \"other\""},
            {"\"comment\": \"key\"", "\"comment\": \"other\""},
            {"\"identity\": \"byDefault\"", "\"identity\": \"always\""},
            {"\"match\": \"full\"", "\"match\": \"partial\""},
            {"\"enabled\": \"O\"", "\"enabled\": \"D\""},
            {"\"roles\": [\"PUBLIC\"]", "\"roles\": [\"anon\"]"},
            {"\"name\": \"ix\"", "\"name\": \"ix2\""},
            {"\"predicate\": \"id > 3\"", "\"predicate\": \"id > 4\""},
        }) {
            assertThat(json).contains(change[0]);
            if (SnapshotHash.of(SnapshotJson.read(json.replace(change[0], change[1])))
                    .equals(hash)) {
                unchanged.add(change[0]);
            }
        }
        assertThat(unchanged).isEmpty();
    }
}
