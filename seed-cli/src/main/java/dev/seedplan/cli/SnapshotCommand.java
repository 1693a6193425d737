package dev.seedplan.cli;

import dev.seedplan.schema.Change;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotDiff;
import dev.seedplan.schema.SnapshotException;
import dev.seedplan.schema.SnapshotHash;
import dev.seedplan.schema.SnapshotJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

    SnapshotCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        checkUsage();
        Snapshot snapshot = source.read(environment);
        String hash = SnapshotHash.of(snapshot);
        PrintWriter print = spec.commandLine().getOut();
        print.println("PostgreSQL " + snapshot.serverVersion() + ": " + count(snapshot));
        Snapshot before = before(print);
        boolean written = SourceTree.write(out, SnapshotJson.write(snapshot));
        print.println((written ? "wrote " : "kept ") + out);
        printHash(hash, print);
        if (before != null) {
            printChanges(SnapshotDiff.between(before, snapshot), print);
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

    private @Nullable Snapshot before(PrintWriter print) {
        if (!Files.exists(out)) {
            return null;
        }
        try {
            return SnapshotJson.read(Files.readString(out), out.toString());
        } catch (IOException | SnapshotException e) {
            print.println("the last snapshot cannot be compared: " + e.getMessage());
            return null;
        }
    }

    private void printHash(String hash, PrintWriter print) {
        String resource = SourceTree.resourceName(out);
        Path root = sourceRoot == null ? Path.of("src/main/java") : sourceRoot;
        if (javaPackage != null) {
            print.println("hash " + hash + " in " + SourceTree.writePackageInfo(root, javaPackage, resource, hash));
        } else {
            print.println("the package of the row classes needs @SeedSchema(file = \"" + resource + "\", hash = \""
                    + hash + "\") in its package-info.java; --package writes it");
        }
    }

    private static void printChanges(List<Change> changes, PrintWriter print) {
        print.println(changes.isEmpty() ? "no change since the last snapshot" : "since the last snapshot:");
        changes.forEach(change -> print.println("  " + change.text()));
    }

    private static String count(Snapshot snapshot) {
        long columns =
                snapshot.tables().stream().mapToLong(t -> t.columns().size()).sum();
        return number(snapshot.tables().size(), "table") + " with " + number(columns, "column") + " in "
                + (snapshot.schemas().size() == 1 ? "the schema " : "the schemas ")
                + String.join(", ", snapshot.schemas());
    }

    private static String number(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
