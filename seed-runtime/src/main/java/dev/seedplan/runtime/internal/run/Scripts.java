package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.program.SeedProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs the SQL scripts a plan names, in the load's transaction. */
final class Scripts {

    private final Connection connection;
    private final ClassLoader classLoader;

    Scripts(Connection connection, SeedProgram program) {
        this.connection = connection;
        classLoader = program.loader();
    }

    void run(List<String> scripts) throws SQLException {
        for (String script : scripts) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(text(script));
            }
        }
    }

    /** {@return the text of a script} */
    String text(String script) {
        try (InputStream in = classLoader.getResourceAsStream(script)) {
            if (in == null) {
                throw RunError.SCRIPT_MISSING.because("there is no " + script + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
