package dev.seedplan.cli;

import dev.seedplan.runtime.SeedLedger;
import dev.seedplan.runtime.Seedplan;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which database's ledger: the options that the commands about one share. */
final class LedgerOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--ledger-schema",
            paramLabel = "NAME",
            description =
                    "The schema in which is recorded what was written (or SEEDPLAN_LEDGER_SCHEMA; default: seedplan).")
    private @Nullable String schema;

    /** {@return the ledger's schema} */
    String schema(Map<String, String> environment) {
        String name = schema == null ? environment.get("SEEDPLAN_LEDGER_SCHEMA") : schema;
        return name == null ? "seedplan" : name;
    }

    /** {@return the ledger of the database that the options and the environment name} */
    SeedLedger ledger(Map<String, String> environment) {
        String address = database.address(environment);
        if (address == null) {
            throw new ParameterException(spec.commandLine(), "give --url, or set SEEDPLAN_URL");
        }
        return Seedplan.ledger(database.database(address, environment)).in(schema(environment));
    }
}
