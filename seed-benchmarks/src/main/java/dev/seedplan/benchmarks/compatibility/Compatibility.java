package dev.seedplan.benchmarks.compatibility;

import dev.seedplan.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills every schema of {@code compatibility/schemas.yaml} and writes {@code docs/compatibility.md}; see the page itself for
 * how to run it.
 *
 * <p>{@code --checkouts DIR} holds the repositories; {@code --list} prints which are expected, and ends. {@code --url URL} is a
 * JDBC URL of a server on which databases may be made; may be repeated, and a schema goes to the first that has the
 * extensions it needs; without it, an embedded server. {@code --only NAME} tries one schema; may be repeated. {@code
 * --manifest FILE}, {@code --out FILE} and {@code --log FILE} name other files; the last gets a line per table left out.
 */
public final class Compatibility {

    private Path manifest = Path.of("compatibility/schemas.yaml");
    private Path checkouts = Path.of(".");
    private Path out = Path.of("docs/compatibility.md");
    private Path log = Path.of("target/compatibility.tsv");
    private final List<String> urls = new ArrayList<>();
    private final List<String> only = new ArrayList<>();
    private boolean list;

    private Compatibility() {}

    /** Runs the trials and prints a line per schema. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Compatibility compatibility = new Compatibility();
        compatibility.read(arguments);
        compatibility.run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.exit(0);
    }

    private void read(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String flag = arguments[i];
            if (flag.equals("--list")) {
                list = true;
                continue;
            }
            if (++i == arguments.length) {
                throw new IllegalArgumentException(flag + " needs a value");
            }
            String value = arguments[i];
            switch (flag) {
                case "--manifest" -> manifest = Path.of(value);
                case "--checkouts" -> checkouts = Path.of(value);
                case "--out" -> out = Path.of(value);
                case "--log" -> log = Path.of(value);
                case "--url" -> urls.add(value);
                case "--only" -> only.add(value);
                default -> throw new IllegalArgumentException("unknown flag " + flag);
            }
        }
    }

    private void run(PrintStream console) throws IOException, SQLException {
        List<Manifest.Entry> entries = Manifest.read(manifest).schemas().stream()
                .filter(e -> only.isEmpty() || only.contains(e.name()))
                .toList();
        for (Manifest.Entry entry : entries) {
            for (Manifest.Source source : entry.sources()) {
                console.println(entry.name() + ": " + source.repository() + " @ " + source.commit() + " "
                        + String.join(", ", source.files()));
            }
        }
        if (list) {
            return;
        }
        if (urls.isEmpty()) {
            try (EmbeddedServer embedded = EmbeddedServer.start()) {
                tryAll(
                        entries,
                        List.of(Server.at(embedded.jdbcUrl("postgres") + "?user=" + embedded.user() + "&password="
                                + embedded.password())),
                        console);
            }
        } else {
            List<Server> servers = new ArrayList<>();
            for (String url : urls) {
                servers.add(Server.at(url));
            }
            tryAll(entries, servers, console);
        }
    }

    private void tryAll(List<Manifest.Entry> entries, List<Server> servers, PrintStream console)
            throws IOException, SQLException {
        Path folder = manifest.toAbsolutePath().getParent();
        List<Trial> trials = new ArrayList<>();
        for (Manifest.Entry entry : entries) {
            Trial trial = Trial.of(entry, folder == null ? Path.of("") : folder, checkouts, servers);
            trials.add(trial);
            console.println(Report.line(trial));
            write(out, Report.page(trials, servers));
            write(log, Report.log(trials));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }
}
