package dev.seedplan.cli;

import dev.seedplan.runtime.SeedLedger;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.runtime.connect.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which database's ledger: the options that the commands about one share. */
final class LedgerOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The database: jdbc:postgresql://host/db or postgresql://user@host/db (or SEEDPLAN_URL).")
    private @Nullable String url;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The user (or SEEDPLAN_USER); before the address's own and PGUSER.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file whose first line is the password (or SEEDPLAN_PASSWORD_FILE).")
    private @Nullable String passwordFile;

    @Option(
            names = "--ledger-schema",
            paramLabel = "NAME",
            description =
                    "The schema in which is recorded what was written (or SEEDPLAN_LEDGER_SCHEMA; default: seedplan).")
    private @Nullable String schema;

    /** {@return the ledger's schema} */
    String schema(Map<String, String> environment) {
        String name = or(schema, environment, "SEEDPLAN_LEDGER_SCHEMA");
        return name == null ? "seedplan" : name;
    }

    /** {@return the ledger of the database that the options and the environment name} */
    SeedLedger ledger(Map<String, String> environment) {
        String address = or(url, environment, "SEEDPLAN_URL");
        if (address == null) {
            throw new ParameterException(spec.commandLine(), "give --url, or set SEEDPLAN_URL");
        }
        DatabaseUrl database = DatabaseUrl.parse(address).withParameter("ApplicationName", "seedplan");
        String name = or(user, environment, "SEEDPLAN_USER");
        if (name != null) {
            database = database.withUser(name);
        }
        String file = or(passwordFile, environment, "SEEDPLAN_PASSWORD_FILE");
        if (file != null) {
            database = database.withPassword(password(Path.of(file)));
        }
        return Seedplan.ledger(database.withDefaults(environment)).in(schema(environment));
    }

    private static @Nullable String or(@Nullable String flag, Map<String, String> environment, String variable) {
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
