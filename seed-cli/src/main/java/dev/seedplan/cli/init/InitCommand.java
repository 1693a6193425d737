package dev.seedplan.cli.init;

import dev.seedplan.cli.JsonObject;
import dev.seedplan.cli.SchemaSource;
import dev.seedplan.cli.SnapshotFile;
import dev.seedplan.cli.Version;
import dev.seedplan.runtime.PlanSketch;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotHash;
import dev.seedplan.schema.SnapshotJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a project with a first plan for a schema. */
@Command(
        name = "init",
        description = "Writes a Maven project with the snapshot of a schema and a first plan for it, which compiles and"
                + " runs. Nothing that is there is overwritten.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
public final class InitCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final Path directory;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The project's folder (default: here).")
    private List<Path> folder = List.of();

    @Mixin
    private SchemaSource source = new SchemaSource();

    @Option(
            names = "--package",
            paramLabel = "NAME",
            required = true,
            description = "The plan's Java package; its row classes get the one below, .db.")
    private String javaPackage = "";

    @Option(
            names = "--plan",
            paramLabel = "NAME",
            defaultValue = "FirstPlan",
            description = "The plan's class (default: ${DEFAULT-VALUE}).")
    private String plan = "FirstPlan";

    @Option(names = "--dry-run", description = "Show which files would be written, and write none.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /**
     * Makes the command.
     *
     * @param directory the folder that is written to where none is named
     */
    public InitCommand(Map<String, String> environment, Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

    @Override
    public Integer call() {
        if (!JavaName.isPackage(javaPackage)) {
            throw new ParameterException(spec.commandLine(), "--package is no Java package: " + javaPackage);
        }
        if (!JavaName.isClass(plan)) {
            throw new ParameterException(spec.commandLine(), "--plan is no name of a Java class: " + plan);
        }
        Path target = folder.isEmpty() ? directory : directory.resolve(folder.get(0));
        Snapshot snapshot = source.read(environment);
        PlanSketch sketch = PlanSketch.of(snapshot);
        ProjectFiles files = files(snapshot, sketch, target);
        files.refuseToOverwrite(target);
        if (!dryRun) {
            files.write(target);
        }
        print(files, sketch, target);
        return 0;
    }

    private ProjectFiles files(Snapshot snapshot, PlanSketch sketch, Path target) {
        String rows = javaPackage + ".db";
        String sources = "src/main/java/" + javaPackage.replace('.', '/');
        Path name = target.toAbsolutePath().normalize().getFileName();
        String artifact = String.valueOf(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
        ProjectFiles files = new ProjectFiles();
        files.putTemplate(
                "pom.xml",
                "pom.xml",
                Map.of(
                        "GROUP", javaPackage,
                        "ARTIFACT", artifact.matches(".*[a-z0-9].*") ? artifact : "seed",
                        "VERSION", Version.number(),
                        "PACKAGE", javaPackage,
                        "PLAN", plan));
        files.putResource("mvnw", "mvnw");
        files.putResource("mvnw.cmd", "mvnw.cmd");
        files.putResource(".mvn/wrapper/maven-wrapper.properties", "maven-wrapper.properties");
        files.put(".gitignore", "target/\n");
        files.put(SnapshotFile.USUAL, SnapshotJson.write(snapshot));
        files.put(sources + "/db/package-info.java", SnapshotFile.packageInfo(rows, SnapshotHash.of(snapshot)));
        files.put(sources + "/" + plan + ".java", sketch.java(javaPackage, rows, plan));
        return files;
    }

    private void print(ProjectFiles files, PlanSketch sketch, Path target) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> paths = files.paths().stream()
                .map(path -> target.resolve(path).toString())
                .toList();
        if (json) {
            out.println(new JsonObject()
                    .put("version", 1)
                    .put("command", "init")
                    .put("exit", 0)
                    .put("dryRun", dryRun)
                    .put("files", paths, path -> path)
                    .put("tables", sketch.tables(), table -> table)
                    .put(
                            "leftOut",
                            sketch.leftOut().entrySet(),
                            left -> new JsonObject().put("name", left.getKey()).put("reason", left.getValue())));
            out.flush();
            return;
        }
        paths.forEach(path -> out.println((dryRun ? "would write " : "wrote ") + path));
        out.println("the plan fills " + sketch.tables().size() + " tables");
        sketch.leftOut().forEach((table, reason) -> out.println("  not " + table + ": " + reason));
        out.println("next:");
        if (!folder.isEmpty()) {
            out.println("  cd " + folder.get(0));
        }
        out.println("  ./mvnw -q compile");
        out.println("  ./mvnw -q exec:java -Dexec.args=\"--preview\"");
        out.println("  ./mvnw -q exec:java -Dexec.args=\"--url postgresql://…\"");
        out.flush();
    }
}
