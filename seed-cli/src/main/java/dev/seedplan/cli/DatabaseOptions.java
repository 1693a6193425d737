package dev.seedplan.cli;

import dev.seedplan.runtime.SeedConfig;
import dev.seedplan.runtime.connect.DatabaseUrl;
import dev.seedplan.runtime.connect.Login;
import dev.seedplan.runtime.connect.Person;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags that name a database and who connects to it, the same for all commands. */
public final class DatabaseOptions {

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** {@return whether the address stands on the command line} */
    public boolean given() {
        return spec.commandLine().getParseResult().hasMatchedOption("--url");
    }

    /** {@return the address from command line, environment or file; null if there is none} */
    public @Nullable String address() {
        return url;
    }

    /**
     * {@return the database}
     *
     * @throws ParameterException if none is named
     */
    public DatabaseUrl required(Map<String, String> environment) {
        if (url == null) {
            throw new ParameterException(
                    spec.commandLine(), "give --url, or set SEEDPLAN_URL, or write url: into " + SeedConfig.FILE);
        }
        return database(url, environment);
    }

    /** {@return the database at an address, with user and password as flags and environment say} */
    DatabaseUrl database(String address, Map<String, String> environment) {
        Login login = new Login(address, user, passwordFile == null ? null : passwordFile.toString());
        if (given()) {
            login.warning().ifPresent(spec.commandLine().getErr()::println);
        }
        return login.database(environment, Person.there());
    }
}
