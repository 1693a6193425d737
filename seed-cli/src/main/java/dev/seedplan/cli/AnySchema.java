package dev.seedplan.cli;

import dev.seedplan.schema.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The schema that a command looks at: a database, migrations, or a snapshot. */
public final class AnySchema {

    @Mixin
    private SchemaSource source = new SchemaSource();

    @Option(
            names = "--snapshot",
            paramLabel = "FILE",
            description = "A snapshot instead (default: " + SnapshotFile.USUAL + ", where no database or migrations are"
                    + " given and it exists).")
    private @Nullable Path file;

    /** {@return the schema that is given; else the project's snapshot; else the one that environment or file name} */
    public Snapshot read(Map<String, String> environment, Path directory) {
        Path usual = directory.resolve(SnapshotFile.USUAL);
        if (!source.isGiven() && file != null) {
            return SnapshotFile.read(file);
        }
        return !source.isGiven() && Files.exists(usual) ? SnapshotFile.read(usual) : source.read(environment);
    }
}
