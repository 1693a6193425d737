package dev.seedplan.cli;

import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotDiff;
import dev.seedplan.schema.SnapshotException;
import dev.seedplan.schema.SnapshotHash;
import dev.seedplan.schema.SnapshotJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the schema of a database to a file of the project, and its hash into a {@code package-info.java}. */
@Command(
        name = "snapshot",
        description = "Writes the schema of a database, or the one that migrations make, to a JSON file.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class SnapshotCommand implements Callable<Integer> {

    private static final Pattern PACKAGE = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
            + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SchemaSource source = new SchemaSource();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = SnapshotFile.USUAL,
            description = "The file to write (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The Java package whose package-info.java gets file and hash.")
    private @Nullable String javaPackage;

    @Option(
            names = "--source-root",
            paramLabel = "DIR",
            description =
                    "The folder of Java sources that the package is in (default: src/main/java, where it exists).")
    private @Nullable Path sourceRoot;

    @Option(names = "--dry-run", description = "Show what has changed since the last snapshot, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object: what was written, and what changed.")
    private boolean json;

    SnapshotCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        checkUsage();
        Snapshot snapshot = source.read(environment);
        String hash = SnapshotHash.of(snapshot);
        List<String> notes = new ArrayList<>();
        Snapshot before = before(notes);
        boolean written = !dryRun && SourceTree.write(out, SnapshotJson.write(snapshot));
        if (dryRun) {
            notes.add("a dry run: nothing was written");
        }
        SnapshotReport report = new SnapshotReport(
                snapshot,
                out,
                written,
                hash,
                packageInfo(hash),
                before == null ? null : SnapshotDiff.between(before, snapshot),
                notes);
        PrintWriter print = spec.commandLine().getOut();
        if (json) {
            print.println(report.json());
        } else {
            report.print(print);
        }
        print.flush();
        return 0;
    }

    private void checkUsage() {
        if (given("--source-root") && javaPackage == null) {
            throw usage("--source-root needs --package");
        }
        if (javaPackage != null && !PACKAGE.matcher(javaPackage).matches()) {
            throw usage("--package is no Java package: " + javaPackage);
        }
    }

    private boolean given(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private @Nullable Snapshot before(List<String> notes) {
        if (!Files.exists(out)) {
            return null;
        }
        try {
            return SnapshotJson.read(Files.readString(out), out.toString());
        } catch (IOException | SnapshotException e) {
            notes.add("the last snapshot cannot be compared: " + e.getMessage());
            return null;
        }
    }

    private @Nullable Path packageInfo(String hash) {
        Path root = sourceRoot == null ? Path.of("src/main/java") : sourceRoot;
        return javaPackage == null || dryRun
                ? null
                : SourceTree.writePackageInfo(root, javaPackage, SourceTree.resourceName(out), hash);
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
