package dev.seedplan.cli.check;

import dev.seedplan.cli.JsonObject;
import dev.seedplan.cli.SchemaSource;
import dev.seedplan.cli.SnapshotFile;
import dev.seedplan.cli.Version;
import dev.seedplan.cli.plans.PlanPath;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds snapshot, database, plans and content against each other. */
@Command(
        name = "check",
        description = "Compares the snapshot with a database or migrations, and plans with snapshot, database and their"
                + " content files. Writes nothing. Ends with 3 where something has drifted, 5 where a run would be"
                + " refused.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
public final class CheckCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final Path directory;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SchemaSource source = new SchemaSource();

    @Option(
            names = "--snapshot",
            paramLabel = "FILE",
            description = "The project's snapshot (default: " + SnapshotFile.USUAL + ", where it exists).")
    private @Nullable Path file;

    @Mixin
    private PlanPath path = new PlanPath();

    @Option(names = "--content", paramLabel = "DIR", description = "Where content files are looked for first.")
    private @Nullable String content;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /**
     * Makes the command.
     *
     * @param directory the project's
     */
    public CheckCommand(Map<String, String> environment, Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

    @Override
    public Integer call() {
        Path snapshot = file != null ? file : directory.resolve(SnapshotFile.USUAL);
        boolean compares = file != null || Files.exists(snapshot);
        boolean plans = path.isThere(directory);
        if (!compares && !plans) {
            throw new ParameterException(
                    spec.commandLine(), "there is neither a snapshot, " + snapshot + ", nor a compiled plan to check");
        }
        List<Finding> findings = new ArrayList<>();
        if (compares) {
            findings.addAll(new SchemaChecks(SnapshotFile.read(snapshot), snapshot).findings(source, environment));
        }
        if (plans) {
            findings.addAll(new PlanChecks(path, directory, content)
                    .findings(compares ? SnapshotFile.read(snapshot) : null, source, environment));
        }
        // What has drifted comes first: the rest often follows from it.
        int exit = findings.stream().mapToInt(Finding::exit).anyMatch(code -> code == 3)
                ? 3
                : findings.stream().mapToInt(Finding::exit).max().orElse(0);
        print(findings, exit);
        return exit;
    }

    private void print(List<Finding> findings, int exit) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonObject()
                    .put("version", 1)
                    .put("command", "check")
                    .put("exit", exit)
                    .put(
                            "findings",
                            findings,
                            finding -> new JsonObject()
                                    .put("subject", finding.subject())
                                    .put("exit", finding.exit())
                                    .put("problems", finding.problems(), problem -> problem)));
        } else {
            for (Finding finding : findings) {
                out.println(finding.subject() + ": " + (finding.problems().isEmpty() ? "fits" : "does not fit"));
                finding.problems()
                        .forEach(problem -> out.println("  " + problem.strip().replace("\n", "\n  ")));
            }
        }
        out.flush();
    }
}
