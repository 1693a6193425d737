package dev.seedplan.cli;

import dev.seedplan.runtime.RollbackSummary;
import dev.seedplan.runtime.SeedLedger;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the rows of a run back. */
@Command(
        name = "rollback",
        description =
                "Takes exactly the rows of a run back. What somebody changed or needs stays and is listed (exit 6).",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class RollbackCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RUN",
            description = "The run's number, as status shows it (default: the last one that has rows).")
    private @Nullable Long run;

    @Mixin
    private GuardOptions caution = new GuardOptions();

    @Mixin
    private LedgerOptions options = new LedgerOptions();

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description =
                    "Only rows of this table; may be given several times. The next run of the plan writes them again.")
    private List<String> tables = List.of();

    @Option(
            names = "--cascade",
            description = "Delete also rows somebody has changed, and rows of others that refer to the run's.")
    private boolean cascade;

    @Option(names = "--dry-run", description = "Show what would be deleted, and delete nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description = "The new file that lists the deleted rows (default: seedplan-rollback-TIME.jsonl here).")
    private @Nullable Path audit;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "How long to wait for a seeder at work (default: ${DEFAULT-VALUE}).")
    private long lockTimeout;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    RollbackCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SeedLedger ledger = options.ledger(environment);
        RollbackSummary shown = null;
        if (dryRun || !yes) {
            shown = rollback(ledger, run).dryRun().run();
            if (dryRun || !json) {
                print(shown, out);
            }
        }
        if (!dryRun && (shown == null || agreed(shown))) {
            RollbackSummary done = rollback(ledger, shown == null ? run : Long.valueOf(shown.run()))
                    .audit(auditFile())
                    .run();
            print(done, out);
            return done.exitCode();
        }
        return dryRun && shown != null ? shown.exitCode() : 0;
    }

    private SeedLedger.Rollback rollback(SeedLedger ledger, @Nullable Long number) {
        SeedLedger.Rollback rollback = number == null ? ledger.rollbackLast() : ledger.rollback(number);
        tables.forEach(rollback::table);
        if (cascade) {
            rollback.cascade();
        }
        return rollback.guard(caution.guard()).lockTimeout(Duration.ofSeconds(lockTimeout));
    }

    private Path auditFile() {
        return audit != null
                ? audit
                : Path.of("seedplan-rollback-"
                        + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT)
                                .withZone(ZoneOffset.UTC)
                                .format(Instant.now())
                        + ".jsonl");
    }

    private static boolean agreed(RollbackSummary shown) {
        Console console = terminal();
        if (console == null) {
            throw new CliException(
                    CliError.NEEDS_YES, "there is no terminal to ask on whether to delete " + shown.total() + " rows");
        }
        String answer = console.readLine("Delete these %d rows? (yes/no) ", shown.total());
        return "yes".equalsIgnoreCase(answer) || "y".equalsIgnoreCase(answer);
    }

    @SuppressWarnings("SystemConsoleNull") // that it may be no terminal is asked below
    private static @Nullable Console terminal() {
        Console console = System.console();
        if (console == null) {
            return null;
        }
        try {
            // From JDK 22 on there is a console without a terminal, too, and a method that tells.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console) ? console : null;
        } catch (NoSuchMethodException before22) {
            return console;
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private void print(RollbackSummary summary, PrintWriter out) {
        if (json) {
            out.println(new JsonObject()
                    .put("version", 1)
                    .put("command", "rollback")
                    .put("exit", summary.exitCode())
                    .put("run", summary.run())
                    .put("plan", summary.plan())
                    .put("dryRun", summary.dryRun())
                    .put(
                            "tables",
                            summary.rows().entrySet(),
                            e -> new JsonObject().put("name", e.getKey()).put("rows", e.getValue()))
                    .put(
                            "kept",
                            summary.kept(),
                            k -> new JsonObject()
                                    .put("name", k.table())
                                    .put("rows", k.rows())
                                    .put("reason", k.reason())
                                    .put("keys", k.examples(), key -> key))
                    .put("notes", summary.notes(), note -> note)
                    .put("audit", summary.audit().isEmpty() ? null : summary.audit()));
        } else {
            out.println("run " + summary.run() + ", " + summary.plan() + ": "
                    + (summary.dryRun() ? "would delete " : "deleted ") + summary.total() + " rows");
            summary.rows().forEach((table, rows) -> out.println("  " + table + ": " + rows));
            summary.kept().forEach(kept -> out.println("kept: " + kept.text()));
            summary.notes().forEach(note -> out.println("note: " + note));
            if (!summary.audit().isEmpty()) {
                out.println("the deleted keys are in " + summary.audit());
            }
        }
        out.flush();
    }
}
