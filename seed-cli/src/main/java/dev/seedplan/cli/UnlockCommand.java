package dev.seedplan.cli;

import dev.seedplan.runtime.LockHolder;
import dev.seedplan.runtime.SeedLedger;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows who holds the lock of a database, and ends its connections. */
@Command(
        name = "unlock",
        description =
                "Shows the seeder at work on a database; with --yes, ends its connections, which undoes what it has not"
                        + " committed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class UnlockCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LedgerOptions options = new LedgerOptions();

    @Option(names = "--yes", description = "End the connections.")
    private boolean yes;

    UnlockCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SeedLedger ledger = options.ledger(environment);
        List<LockHolder> holders = yes ? ledger.unlock() : ledger.lockHolders();
        if (holders.isEmpty()) {
            out.println("nobody holds the lock");
        }
        holders.forEach(holder -> out.println((yes ? "ended: " : "at work: ") + holder.text()));
        if (!yes && !holders.isEmpty()) {
            out.println("--yes ends it, and undoes what it has not committed");
        }
        out.flush();
        return 0;
    }
}
