package dev.seedplan.cli;

import dev.seedplan.runtime.FillRequest;
import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.connect.DatabaseUrl;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fills the tables of a database that no plan describes. */
@Command(
        name = "fill",
        description =
                "Fills the tables of a database with valid rows, from its types, keys, constraints and names alone.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class FillCommand implements Callable<Integer> {

    /** Rows of a table from which on its progress is shown. */
    private static final long LARGE = 100_000;

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private GuardOptions caution = new GuardOptions();

    @Mixin
    private FillFlags flags = new FillFlags();

    @Option(names = "--strict", description = "Write nothing if a table cannot be filled (exit code 5 instead of 6).")
    private boolean strict;

    @Option(
            names = "--no-rehearsal",
            description = "Do not let the server judge the first rows of all tables beforehand.")
    private boolean noRehearsal;

    @Option(names = "--dry-run", description = "Do everything, then undo it.")
    private boolean dryRun;

    @Mixin
    private FillLedgerOptions ledger = new FillLedgerOptions();

    @Option(names = "--json", description = "Print the summary as one JSON object.")
    private boolean json;

    FillCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        DatabaseUrl target = database.required(environment);
        PrintWriter out = spec.commandLine().getOut();
        FillSummary summary = ledger.of(request(), this::usage)
                .guard(caution.guard())
                .to(new UrlDataSource(target))
                .run(progress());
        out.print(json ? summary.json() : summary.text());
        out.flush();
        return summary.exitCode();
    }

    private FillRequest request() {
        FillRequest request = flags.request(this::usage);
        if (strict) {
            request.strict();
        }
        if (noRehearsal) {
            request.noRehearsal();
        }
        if (dryRun) {
            request.dryRun();
        }
        return request;
    }

    /** One line for each table that takes long enough for a person to wonder. */
    private FillRequest.Progress progress() {
        PrintWriter err = spec.commandLine().getErr();
        return (table, done, all) -> {
            if (all >= LARGE) {
                err.printf(Locale.ROOT, "%s: %,d of %,d rows%n", table, done, all);
                err.flush();
            }
        };
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
