package dev.seedplan.cli;

import dev.seedplan.runtime.introspect.Introspection;
import dev.seedplan.schema.Snapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a schema is read from: a database, or migrations applied to a scratch database. */
public final class SchemaSource {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatabaseOptions target = new DatabaseOptions();

    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            description = "A folder of SQL migrations, applied to a scratch database: Flyway's names in Flyway's order,"
                    + " else by the number a name begins with, else by name.")
    private @Nullable Path migrations;

    @Option(
            names = "--scratch-url",
            paramLabel = "URL",
            description = "A server for the scratch database, instead of an embedded PostgreSQL.")
    private @Nullable String scratchUrl;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "A schema to describe; may be given several times. All but the system's by default.")
    private List<String> schemas = List.of();

    /** {@return whether the command line, the environment or the file names a database or migrations} */
    public boolean isNamed() {
        return migrations != null || target.address() != null;
    }

    /** {@return whether the command line names a database or migrations} */
    public boolean isGiven() {
        return target.given() || given("--migrations");
    }

    /** {@return the flags of the database} */
    public DatabaseOptions database() {
        return target;
    }

    /** {@return whether it is a database: a file of the project may name both, and the command line decides} */
    public boolean isDatabase() {
        return target.address() != null && (migrations == null || target.given());
    }

    /** {@return the folder of migrations; null where none is named} */
    public @Nullable Path migrations() {
        return migrations;
    }

    /** {@return the schema} */
    public Snapshot read(Map<String, String> environment) {
        check();
        return isDatabase() || migrations == null
                ? ofDatabase(schemas, environment)
                : ofMigrations(schemas, environment);
    }

    private void check() {
        if (target.given() && given("--migrations")) {
            throw usage("--url and --migrations exclude each other");
        }
        if (given("--scratch-url") && migrations == null) {
            throw usage("--scratch-url is for --migrations");
        }
        if (!isNamed()) {
            throw usage("give --url or --migrations, or set SEEDPLAN_URL");
        }
    }

    /** {@return some schemas of the database that is named; all for an empty list} */
    public Snapshot ofDatabase(List<String> names, Map<String, String> environment) {
        try (Connection connection = target.required(environment).connect()) {
            return Introspection.read(connection, names);
        } catch (SQLException e) {
            throw ServerRefusal.of("about the catalogs", e);
        }
    }

    /** {@return some schemas that the migrations make; all for an empty list} */
    public Snapshot ofMigrations(List<String> names, Map<String, String> environment) {
        List<Migration> files = MigrationFolder.read(Objects.requireNonNull(migrations));
        try (ScratchDatabase scratch = scratchUrl == null
                        ? ScratchDatabase.embedded()
                        : ScratchDatabase.on(target.database(scratchUrl, environment));
                Connection migrating = scratch.connect();
                Connection reading = scratch.connect()) {
            MigrationRun.apply(files, migrating);
            // Another connection: a migration may have changed the role or other settings of its own.
            return Introspection.read(reading, names);
        } catch (SQLException e) {
            throw ServerRefusal.of("about the catalogs", e);
        }
    }

    private boolean given(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
