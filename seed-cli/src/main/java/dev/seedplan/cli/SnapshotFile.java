package dev.seedplan.cli;

import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project's snapshot. */
public final class SnapshotFile {

    /** Where a project has its snapshot. */
    public static final String USUAL = "src/main/resources/seedplan/schema.json";

    private SnapshotFile() {}

    /**
     * {@return the text of the {@code package-info.java} of a project that has its snapshot where projects have it}
     *
     * @param rowsPackage the package of the row classes
     * @param hash the snapshot's hash
     */
    public static String packageInfo(String rowsPackage, String hash) {
        return new PackageInfo(PackageInfo.DEFAULT_FILE, hash).create(rowsPackage);
    }

    /**
     * {@return the snapshot in a file}
     *
     * @throws CliException if there is none
     * @throws dev.seedplan.schema.SnapshotException if it is none
     */
    public static Snapshot read(Path file) {
        try {
            return SnapshotJson.read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new CliException(CliError.NO_SNAPSHOT, "cannot read the snapshot " + file, e);
        }
    }
}
