package dev.seedplan.benchmarks.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * What became of the statements of a schema.
 *
 * @param files how many files were applied
 * @param statements how many statements were sent
 * @param failures those that failed, each with its file and the server's message
 * @param millis the time all of them took
 */
record AppliedSchema(int files, int statements, List<Failure> failures, long millis) {

    private static final Pattern EXTENSION =
            Pattern.compile("(?is)^CREATE\\s+EXTENSION\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?\"?([\\w-]+)\"?.*");
    private static final int SHOWN = 100;

    /**
     * A statement that failed.
     *
     * @param file its path
     * @param statement its beginning
     * @param message what the server said
     */
    record Failure(String file, String statement, String message) {}

    /**
     * Applies a schema, each statement in a transaction of its own.
     *
     * @param folder of the manifest, in which the files to prepare are
     * @throws Checkout.Missing if a file is missing; nothing is applied then
     */
    static AppliedSchema apply(Manifest.Entry entry, Path folder, Path checkouts, Server server, DataSource target)
            throws Checkout.Missing, IOException, SQLException {
        List<Script> scripts = new ArrayList<>();
        for (String file : entry.prepare()) {
            scripts.add(new Script(file, SchemaText.everything(Files.readString(folder.resolve(file)))));
        }
        for (Manifest.Source source : entry.sources()) {
            Checkout checkout = Checkout.find(checkouts, source.repository(), source.commit());
            for (String path : checkout.paths(source)) {
                scripts.add(new Script(path, SchemaText.statements(checkout.text(path), source)));
            }
        }
        long start = System.nanoTime();
        int sent = 0;
        List<Failure> failures = new ArrayList<>();
        for (Script script : scripts) {
            sent += script.statements().size();
            run(script, server, target, failures);
        }
        return new AppliedSchema(scripts.size(), sent, failures, (System.nanoTime() - start) / 1_000_000);
    }

    private record Script(String file, List<String> statements) {}

    /** Runs the statements of a file in a session of its own, so that the settings of one do not reach the next. */
    private static void run(Script script, Server server, DataSource target, List<Failure> failures)
            throws SQLException {
        try (Connection connection = target.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET statement_timeout = '120s'");
            for (String sql : script.statements()) {
                Matcher extension = EXTENSION.matcher(sql);
                if (extension.matches() && !server.extensions().contains(extension.group(1))) {
                    failures.add(new Failure(
                            script.file(), start(sql), "the server has no extension " + extension.group(1)));
                    continue;
                }
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    failures.add(new Failure(script.file(), start(sql), String.valueOf(e.getMessage())));
                }
            }
        }
    }

    private static String start(String sql) {
        String line = sql.replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
