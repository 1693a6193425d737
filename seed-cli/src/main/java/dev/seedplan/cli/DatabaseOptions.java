package dev.seedplan.cli;

import dev.seedplan.runtime.connect.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that name a database and who connects to it, the same for all commands. */
final class DatabaseOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The database: jdbc:postgresql://host/db or postgresql://user@host/db; else SEEDPLAN_URL.")
    private @Nullable String url;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The user (or SEEDPLAN_USER); before the address's own and PGUSER.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "A file whose first line is the password (or SEEDPLAN_PASSWORD_FILE); before the address's own and"
                            + " PGPASSWORD.")
    private @Nullable Path passwordFile;

    /** {@return whether the address is a flag} */
    boolean given() {
        return url != null;
    }

    /** {@return the address given; null if there is none} */
    @Nullable
    String address(Map<String, String> environment) {
        return or(url, "SEEDPLAN_URL", environment);
    }

    /** {@return the database at an address, with user and password as flags and environment say} */
    DatabaseUrl database(String address, Map<String, String> environment) {
        DatabaseUrl database = DatabaseUrl.parse(address);
        String name = or(user, "SEEDPLAN_USER", environment);
        if (name != null) {
            database = database.withUser(name);
        }
        String file = or(passwordFile == null ? null : passwordFile.toString(), "SEEDPLAN_PASSWORD_FILE", environment);
        if (file != null) {
            database = database.withPassword(password(Path.of(file)));
        }
        return database.withDefaults(environment).withParameter("ApplicationName", "seedplan");
    }

    private static @Nullable String or(@Nullable String flag, String variable, Map<String, String> environment) {
        return flag == null ? environment.get(variable) : flag;
    }

    private static String password(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            throw new CliException(CliError.NO_PASSWORD_FILE, "cannot read the password file " + file, e);
        }
    }
}
