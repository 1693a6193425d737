package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.connect.ConnectionException;
import dev.seedplan.runtime.connect.DatabaseUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the connection that the flags describe. */
final class Connections {

    private Connections() {}

    static Connection open(
            String url, @Nullable String user, @Nullable String passwordFile, Map<String, String> environment) {
        try {
            DatabaseUrl address = DatabaseUrl.parse(url);
            if (user != null) {
                address = address.withUser(user);
            }
            if (passwordFile != null) {
                address = address.withPassword(firstLine(passwordFile));
            }
            return address.withDefaults(environment)
                    .withParameter("ApplicationName", "seedplan")
                    .connect();
        } catch (ConnectionException e) {
            throw new SeedException(e.error().code(), e.error().exitCode(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String firstLine(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw RunError.BAD_USAGE.because("--password-file " + file + " cannot be read: " + e, e);
        }
    }
}
