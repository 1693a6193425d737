package dev.seedplan.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.internal.run.CommandLine;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run tells machines, and the page about it. */
class ReportingTest {

    @TempDir
    private Path directory;

    private final TestDatabase database = TestDatabase.create();
    private String err = "";

    @BeforeEach
    void prepare() {
        database.execute(ShopPlanSeed.DDL);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private int run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("--url", database.jdbcUrl(), "--user", database.user()));
        all.addAll(List.of(arguments));
        int exit = new CommandLine(
                        new ShopPlanSeed(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(stderr, true, StandardCharsets.UTF_8),
                        Map.of("PGPASSWORD", database.password()),
                        directory)
                .run(all.toArray(String[]::new));
        err = stderr.toString(StandardCharsets.UTF_8);
        return exit;
    }

    @Test
    void eventsAreOneJsonObjectOnALine() {
        assertThat(run("--log-format", "json")).as(err).isZero();
        List<String> lines = err.lines().toList();
        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"time\":\"20")
                        .contains("\"level\":\"", "\"event\":\"")
                        .endsWith("}"));
        assertThat(lines.get(0)).contains("\"event\":\"run.started\"", "\"seed\":7", "\"database\":\"");
        assertThat(lines)
                .filteredOn(l -> l.contains("\"event\":\"table.started\""))
                .hasSize(5);
        assertThat(lines)
                .filteredOn(l -> l.contains("\"event\":\"table.finished\""))
                .hasSize(5)
                .anyMatch(l -> l.contains("\"table\":\"public.customers\",\"rows\":40,\"millis\":"));
        assertThat(lines.get(lines.size() - 1)).contains("\"event\":\"run.finished\"", "\"exit\":0", "\"tables\":5");
    }

    @Test
    void aFailureIsAnEventWithItsCode() throws IOException {
        database.execute("drop table notes");
        Path log = directory.resolve("seed.log");
        assertThat(run("--log-file", log.toString(), "--log-level", "error")).isEqualTo(3);
        assertThat(Files.readAllLines(log))
                .hasSize(1)
                .first()
                .asString()
                .contains(" ERROR run.failed code=\"SEED-4201\" exit=3 message=\"[SEED-4201] ");
        assertThat(run("--log-level", "loud")).isEqualTo(2);
        assertThat(run("--log-format", "xml")).isEqualTo(2);
        assertThat(err).contains("it must be text or json");
    }

    @Test
    void theReportIsOnePageWithEveryTableAndNeedsNothing() throws IOException {
        Path page = directory.resolve("report.html");
        database.execute("alter table customers alter name type text using name; alter table customers"
                + " add constraint no_third check (id <> 3)");
        assertThat(run("--report", page.toString(), "--max-rejects", "500", "--rejects", directory + "/rejects"))
                .isEqualTo(6);
        String html = Files.readString(page);
        // For .ci/run, which opens it in a browser.
        Files.createDirectories(Path.of("target"));
        Files.copy(page, Path.of("target", "report.html"), StandardCopyOption.REPLACE_EXISTING);
        for (String table : List.of("customers", "products", "orders", "order_lines", "notes")) {
            assertThat(html).contains("<h2>public." + table + "</h2>", ">" + table + "</text>");
        }
        assertThat(html)
                .contains("<td>public.customers</td><td class=\"n\">40</td><td class=\"n\">39</td>")
                .contains("<h2>Left out</h2>", "1 rows of public.customers")
                .contains("<path d=\"M", "class=\"bar\"", "Content-Security-Policy")
                .doesNotContain("<script", "http://", "https://", "src=");
        assertThat(run("--report", directory + "/no/such/page.html", "--seed", "7"))
                .isEqualTo(1);
        assertThat(err).contains("[SEED-4233]");
    }

    @Test
    void tablesAreEventsOfFlightRecorder() throws IOException {
        Path file = directory.resolve("seed.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            assertThat(run()).as(err).isZero();
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> tables = RecordingFile.readAllEvents(file).stream()
                .filter(e -> e.getEventType().getName().equals("dev.seedplan.TableLoad"))
                .toList();
        assertThat(tables).hasSize(5);
        assertThat(tables.get(0).getString("table")).isEqualTo("public.customers");
        assertThat(tables.get(0).getLong("rows")).isEqualTo(40);
    }
}
