package dev.seedplan.cli;

import dev.seedplan.runtime.SeedLedger;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Adds again what a run over several connections has dropped and could not add again. */
@Command(
        name = "repair",
        description =
                "Adds again the foreign keys that a run over several connections (--jobs) has dropped, if it was stopped before it"
                        + " could. Every command that writes does so first.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class RepairCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LedgerOptions options = new LedgerOptions();

    RepairCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SeedLedger ledger = options.ledger(environment);
        int keys = ledger.repair();
        out.println(
                keys == 0 ? "nothing is missing" : "restored " + keys + (keys == 1 ? " foreign key" : " foreign keys"));
        out.flush();
        return 0;
    }
}
