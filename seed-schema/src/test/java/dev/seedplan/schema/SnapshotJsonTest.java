package dev.seedplan.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotJsonTest {

    @Test
    void whatIsWrittenIsReadBack() {
        Snapshot snapshot = Samples.everything();
        String json = SnapshotJson.write(snapshot);
        assertThat(SnapshotJson.read(json)).isEqualTo(snapshot);
        assertThat(SnapshotJson.write(SnapshotJson.read(json))).isEqualTo(json);
    }

    @Test
    void eachColumnStandsOnItsLine() {
        Table users = Samples.table(Samples.pub("users"), "id", "name");
        assertThat(SnapshotJson.write(Samples.snapshot(List.of(users), List.of())))
                .isEqualTo("""
                {
                  "format": 1,
                  "serverVersion": "18.6",
                  "defaultSchema": "public",
                  "schemas": ["public"],
                  "tables": [
                    {
                      "name": "public.users",
                      "kind": "ordinary",
                      "columns": [
                        {"name": "id", "type": {"sql": "text", "element": "pg_catalog.text"}},
                        {"name": "name", "type": {"sql": "text", "element": "pg_catalog.text"}}
                      ]
                    }
                  ]
                }
                """);
    }

    @Test
    void lineEndsAndWhiteSpaceAndByteOrderMarkDoNotMatter() {
        Snapshot snapshot = Samples.everything();
        String json = SnapshotJson.write(snapshot);
        assertThat(SnapshotJson.read(json.replace("\n", "\r\n"))).isEqualTo(snapshot);
        assertThat(SnapshotJson.read("\uFEFF" + SnapshotJson.writeCompact(snapshot)))
                .isEqualTo(snapshot);
    }

    @Test
    void newerFormatIsRefusedWithBothVersions() {
        SnapshotException.TooNew error = catchThrowableOfType(
                SnapshotException.TooNew.class,
                () -> SnapshotJson.read("{\"format\": 7, \"something\": {\"else\": 1}}", "db.json"));
        assertThat(error.found()).isEqualTo(7);
        assertThat(error.understood()).isEqualTo(1);
        assertThat(error)
                .hasMessage("[SEED-1003] db.json has format 7, this version of Seedplan reads up to 1; use the same"
                        + " version of Seedplan in the build as for \"seedplan snapshot\".");
    }

    @Test
    void brokenJsonIsReportedAtItsPlace() {
        String json =
                SnapshotJson.write(Samples.everything()).replace("\"schemas\": [", "<<<<<<< HEAD\n  \"schemas\": [");
        SnapshotException.Malformed error =
                catchThrowableOfType(SnapshotException.Malformed.class, () -> SnapshotJson.read(json, "db.json"));
        assertThat(error.line()).isEqualTo(5);
        assertThat(error.column()).isEqualTo(3);
        assertThat(error).hasMessageStartingWith("[SEED-1001] db.json, line 5, column 3: not JSON: ");
    }

    @Test
    void unknownFieldIsReportedAtItsPlace() {
        String json = SnapshotJson.write(Samples.everything())
                .replace("\"notNull\": true, \"default\": \"7\"", "\"notNul\": true");
        assertThatThrownBy(() -> SnapshotJson.read(json))
                .hasMessageContaining("line 34, column 91: ")
                .hasMessageContaining("there is no field \"notNul\" here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "3",
                "{",
                "{}",
                "{} {}",
                "{\"format\": \"1\"}",
                "{\"format\": 0}",
                "{\"format\": 1e400}",
                "{\"format\": 99999999999999999999}",
                "{\"format\": 1, \"format\": 1}",
                "{\"format\": null}",
                "{\"format\": 1, \"serverVersion\": \"18\", \"defaultSchema\": \"p\", \"views\": [\"noschema\"]}",
                "{\"format\": 1, \"serverVersion\": \"18\", \"defaultSchema\": \"p\", \"views\": \"a.b\"}",
                "{\"format\": 1, \"serverVersion\": \"18\", \"defaultSchema\": \"p\", \"tables\": [3]}",
                "{\"format\": 1, \"serverVersion\": \"18\", \"defaultSchema\": \"p\", \"tables\": [{\"name\": \"a.b\", \"kind\": \"x\"}]}"
            })
    void whatIsNoSnapshotIsMalformed(String json) {
        assertThatThrownBy(() -> SnapshotJson.read(json))
                .isInstanceOf(SnapshotException.Malformed.class)
                .hasMessageStartingWith("[SEED-1001] the snapshot, line 1, column ");
    }

    @Test
    void namesKeepDotsAndQuotes() {
        for (String name : List.of("a", "a.b", "\"", "a\"\"b", ".", "ü ö", "a b.\"c\"")) {
            QName qName = new QName(name, name);
            assertThat(QualifiedText.parse(QualifiedText.of(qName))).isEqualTo(qName);
        }
        assertThat(List.of("a", "a.b.c", "", ".", "a.", ".b", "\"a.b", "\"a\"b.c", "a\"b.c"))
                .allMatch(text -> QualifiedText.parse(text) == null);
    }

    /** A file of format 1 as it was written first: it must be read, written and hashed the same for ever. */
    @Test
    void fileOfTheFirstVersionIsFrozen() throws IOException {
        String json = resource("whole-database.json");
        Snapshot snapshot = SnapshotJson.read(json);
        assertThat(snapshot.tables()).hasSize(13);
        assertThat(SnapshotJson.write(snapshot)).isEqualTo(json);
        assertThat(SnapshotHash.of(snapshot))
                .isEqualTo("a89a958442283eb78d5ee1da2f70085bf426822928837659dc39294adaa28015");
    }

    @Test
    void jsonSchemaDescribesWhatIsWritten() throws IOException {
        Schema schema = jsonSchema();
        assertThat(schema.validate(resource("whole-database.json"), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(SnapshotJson.write(Samples.everything()), InputFormat.JSON))
                .isEmpty();
        String smallest = SnapshotJson.write(Samples.snapshot(List.of(), List.of()));
        assertThat(schema.validate(smallest, InputFormat.JSON)).isEmpty();
    }

    @Test
    void jsonSchemaRefusesWhatTheReaderRefuses() throws IOException {
        Schema schema = jsonSchema();
        String json = SnapshotJson.write(Samples.everything());
        for (String wrong : List.of(
                json.replace("\"format\": 1", "\"format\": 2"),
                json.replace("\"notNull\": true", "\"notNul\": true"),
                json.replace("\"kind\": \"enum\"", "\"kind\": \"enumeration\""),
                json.replace("\"onDelete\": \"cascade\"", "\"onDelete\": \"explode\""),
                json.replace("\"name\": \"public.mood\"", "\"name\": \"mood\""),
                json.replace("\"unlogged\": true", "\"unlogged\": \"yes\""),
                json.replaceFirst("\"columns\": \\[\"id\"\\], \"references\": \"public.users\",", ""))) {
            assertThat(wrong).isNotEqualTo(json);
            assertThat(schema.validate(wrong, InputFormat.JSON)).as(wrong).isNotEmpty();
            assertThatThrownBy(() -> SnapshotJson.read(wrong)).isInstanceOf(SnapshotException.class);
        }
    }

    private static Schema jsonSchema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("snapshot.schema.json"), InputFormat.JSON);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SnapshotJson.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
