package dev.seedplan.cli.plans;

import dev.seedplan.cli.DatabaseOptions;
import dev.seedplan.cli.FillFlags;
import dev.seedplan.cli.JsonObject;
import dev.seedplan.cli.UrlDataSource;
import dev.seedplan.cli.Version;
import dev.seedplan.runtime.SeedRun;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.runtime.TablePreview;
import dev.seedplan.schema.Suggestions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the first rows that a plan or a fill would write. */
@Command(
        name = "preview",
        description = "Shows rows as they would be written: those of a plan without a database, those of a fill from a"
                + " database in which nothing changes.",
        customSynopsis = {
            "seedplan preview PLAN [TABLE] [-n N] [--jar FILE]…",
            "seedplan preview --url URL [TABLE] [-n N]"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
public final class PreviewCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final Path directory;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..2",
            paramLabel = "PLAN",
            description = "A plan, not with --url; then a table, [schema.]table (default: all).")
    private List<String> names = List.of();

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many rows of each table (default: ${DEFAULT-VALUE}).")
    private int most;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private PlanPath path = new PlanPath();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private FillFlags flags = new FillFlags();

    @Option(names = "--size", paramLabel = "NAME", description = "Of a plan: its numbers for small, medium or large.")
    private @Nullable String size;

    @Option(
            names = "--content",
            paramLabel = "DIR",
            description = "Of a plan: where content files are looked for first.")
    private @Nullable String content;

    /**
     * Makes the command.
     *
     * @param directory where compiled classes are looked for
     */
    public PreviewCommand(Map<String, String> environment, Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

    @Override
    public Integer call() {
        if (most < 1) {
            throw usage("-n is below 1");
        }
        boolean fill = database.given() || (names.isEmpty() && database.address() != null);
        if (names.size() > (fill ? 1 : 2)) {
            throw usage("--url shows what a fill would write, and takes no plan");
        }
        List<TablePreview> previews = fill ? ofFill() : ofPlan();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonObject()
                    .put("version", 1)
                    .put("command", "preview")
                    .put("exit", 0)
                    .put("tables", previews, PreviewCommand::json));
        } else {
            previews.forEach(preview -> out.print(preview.text()));
        }
        out.flush();
        return 0;
    }

    private List<TablePreview> ofFill() {
        return flags.request(this::usage)
                .to(new UrlDataSource(database.required(environment)))
                .previews(names.isEmpty() ? "" : names.get(0), most);
    }

    private List<TablePreview> ofPlan() {
        if (names.isEmpty()) {
            throw usage("name a plan, or a database with --url");
        }
        SeedRun run = Seedplan.run(path.program(names.get(0), directory));
        try {
            flags.applyTo(run);
            if (size != null) {
                run.size(size);
            }
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
        if (content != null) {
            run.content(content);
        }
        List<TablePreview> all = run.previews(most);
        return names.size() < 2 ? all : List.of(named(names.get(1), all));
    }

    private TablePreview named(String name, List<TablePreview> all) {
        String id = name.indexOf('.') < 0 ? "public." + name : name;
        return all.stream()
                .filter(preview -> preview.table().equals(id))
                .findFirst()
                .orElseThrow(() -> usage("the plan fills no table " + name + ", "
                        + Suggestions.of(
                                id, all.stream().map(TablePreview::table).toList())));
    }

    private static JsonObject json(TablePreview preview) {
        return new JsonObject()
                .put("name", preview.table())
                .put("note", preview.note().isEmpty() ? null : preview.note())
                .put("rows", preview.rows(), row -> {
                    JsonObject object = new JsonObject();
                    for (int i = 0; i < row.size(); i++) {
                        object.put(preview.columns().get(i), row.get(i));
                    }
                    return object;
                });
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
