package dev.seedplan.cli.plans;

import dev.seedplan.cli.JsonObject;
import dev.seedplan.cli.Version;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.StepSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the plans of jars or of the project. */
@Command(
        name = "plans",
        description = "Lists the plans there are, with the tables they fill.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
public final class PlansCommand implements Callable<Integer> {

    private final Path directory;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PlanPath path = new PlanPath();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** Makes the command, which looks for compiled classes below a directory. */
    public PlansCommand(Path directory) {
        this.directory = directory;
    }

    @Override
    public Integer call() {
        List<PlanPath.Found> found = path.plans(directory);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonObject()
                    .put("version", 1)
                    .put("command", "plans")
                    .put("exit", 0)
                    .put("plans", found, this::json));
        } else {
            found.forEach(plan -> print(plan, out));
            if (found.isEmpty()) {
                out.println("no plans");
            }
        }
        out.flush();
        return 0;
    }

    private void print(PlanPath.Found found, PrintWriter out) {
        PlanSpec plan = path.program(found, directory).spec();
        out.println(found.simpleName() + "  (" + found.name() + ", seed " + plan.seed() + ", in " + found.file() + ")");
        for (StepSpec step : plan.steps()) {
            out.println("  " + step.table() + ": " + rows(step));
        }
    }

    private JsonObject json(PlanPath.Found found) {
        PlanSpec plan = path.program(found, directory).spec();
        return new JsonObject()
                .put("name", found.name())
                .put("file", found.file().toString())
                .put("seed", plan.seed())
                .put("schemaHash", plan.schemaHash())
                .put(
                        "steps",
                        plan.steps(),
                        step -> new JsonObject()
                                .put("table", step.table())
                                .put("method", step.method())
                                .put("rows", rows(step)));
    }

    private static String rows(StepSpec step) {
        if (step.source() instanceof StepSpec.Source.Fixed fixed) {
            return fixed.rows() + (fixed.rows() == 1 ? " row" : " rows");
        } else if (step.source() instanceof StepSpec.Source.Pool pool) {
            return (pool.atMost() < 0 ? "a row" : "at most " + pool.atMost() + " rows, one") + " for each of "
                    + pool.field();
        }
        return step.parents().stream()
                .filter(parent -> parent.role() == dev.seedplan.runtime.program.ParentSpec.Role.PER)
                .findFirst()
                .map(parent -> "for each row of " + parent.table())
                .orElse("for each pair of parents");
    }
}
