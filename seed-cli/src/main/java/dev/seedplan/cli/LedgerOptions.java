package dev.seedplan.cli;

import dev.seedplan.runtime.SeedLedger;
import dev.seedplan.runtime.Seedplan;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which database's ledger: the options that the commands about one share. */
final class LedgerOptions {

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--ledger-schema",
            paramLabel = "NAME",
            defaultValue = "seedplan",
            description = "The schema in which is recorded what was written (default: ${DEFAULT-VALUE}).")
    private String schema = "seedplan";

    /** {@return the ledger's schema} */
    String schema() {
        return schema;
    }

    /** {@return the ledger of the database that the options and the environment name} */
    SeedLedger ledger(Map<String, String> environment) {
        return Seedplan.ledger(database.required(environment)).in(schema);
    }
}
