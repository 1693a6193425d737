package dev.seedplan.cli;

import dev.seedplan.runtime.LedgerStatus;
import dev.seedplan.runtime.LockHolder;
import dev.seedplan.runtime.RunStatus;
import dev.seedplan.runtime.SeedLedger;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what was written into a database, and what has become of it. */
@Command(
        name = "status",
        description = "Shows the runs that wrote into a database, what has become of their rows, and who is at work.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class StatusCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LedgerOptions options = new LedgerOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--ddl",
            description =
                    "Print the statements that make the ledger's schema, for a role that may, and do nothing else.")
    private boolean ddl;

    StatusCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (ddl) {
            out.print(SeedLedger.ddl(options.schema()));
        } else {
            LedgerStatus status = options.ledger(environment).status();
            if (json) {
                out.println(json(status));
            } else {
                print(status, out);
            }
        }
        out.flush();
        return 0;
    }

    private static void print(LedgerStatus status, PrintWriter out) {
        if (status.runs().isEmpty()) {
            out.println(status.exists() ? "no runs" : "no ledger: nothing was written here with one");
        }
        for (RunStatus run : status.runs()) {
            out.println("run " + run.id() + ": " + run.plan() + ", seed " + run.seed()
                    + (run.size().isEmpty() ? "" : ", " + run.size()) + ": " + run.state());
            out.println("  " + run.planned() + " by " + run.who());
            for (RunStatus.TableStatus table : run.tables()) {
                out.println("  " + table.table() + ": " + table.written() + " written, " + table.there() + " there"
                        + (table.changed() > 0 ? ", " + table.changed() + " changed by somebody" : "")
                        + (table.gone() == 0
                                ? ""
                                : ", " + table.gone() + (table.changed() < 0 ? " changed or gone" : " gone")));
            }
            out.println("  the same plan now would: " + run.next());
        }
        status.holders().forEach(holder -> out.println("at work: " + holder.text()));
    }

    private static JsonObject json(LedgerStatus status) {
        return new JsonObject()
                .put("version", 1)
                .put("command", "status")
                .put("exit", 0)
                .put("ledger", status.exists())
                .put("runs", status.runs(), StatusCommand::json)
                .put("atWork", status.holders(), StatusCommand::json);
    }

    private static JsonObject json(RunStatus run) {
        return new JsonObject()
                .put("id", run.id())
                .put("plan", run.plan())
                .put("state", run.state())
                .put("planned", run.planned())
                .put("who", run.who())
                .put("seed", run.seed())
                .put("size", run.size())
                .put(
                        "tables",
                        run.tables(),
                        table -> new JsonObject()
                                .put("name", table.table())
                                .put("written", table.written())
                                .put("there", table.there())
                                .put("changed", table.changed() < 0 ? null : table.changed())
                                .put("gone", table.gone()))
                .put("next", run.next());
    }

    static JsonObject json(LockHolder holder) {
        return new JsonObject()
                .put("pid", holder.pid())
                .put("role", holder.role())
                .put("name", holder.name())
                .put("address", holder.address())
                .put("since", holder.since())
                .put("loading", holder.loading());
    }
}
