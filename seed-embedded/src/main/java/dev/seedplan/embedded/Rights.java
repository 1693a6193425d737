package dev.seedplan.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Root's rights, which PostgreSQL refuses to run with. */
final class Rights {

    private static final boolean CAN_BE_DROPPED = findOut();

    private Rights() {}

    /** Whether the launcher has a way to run PostgreSQL, which refuses root, for a user who is root. */
    static boolean canBeDropped() {
        return CAN_BE_DROPPED;
    }

    /** The launcher finds out with a script that it deletes when the JVM ends, which never comes with {@code kill -9}. */
    private static boolean findOut() {
        Path directory = Path.of(System.getProperty("java.io.tmpdir", "."));
        Set<Path> before = scripts(directory);
        boolean can = LinuxUtils.isUnshareAvailable();
        Set<Path> after = scripts(directory);
        after.removeAll(before);
        for (Path script : after) {
            try {
                Files.deleteIfExists(script);
            } catch (IOException e) {
                // Someone else's, then: the directory is shared.
            }
        }
        return can;
    }

    private static Set<Path> scripts(Path directory) {
        Set<Path> scripts = new HashSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "detect_linux_distribution_*.sh")) {
            found.forEach(scripts::add);
        } catch (IOException e) {
            // Not listable: then the launcher's script stays, a few hundred bytes.
        }
        return scripts;
    }
}
