package dev.seedplan.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Root's rights, which PostgreSQL refuses to run with. */
final class Rights {

    private static final boolean CAN_BE_DROPPED = findOut();

    private Rights() {}

    /**
     * {@return the user whom PostgreSQL is to run as; null where we are not root, or the launcher drops rights itself}
     *
     * @throws EmbeddedServerException if we are root and there is no way
     */
    static @Nullable LesserUser lesserUser(Path workingDirectory) {
        if (CAN_BE_DROPPED || !WorkingDirectory.belongsToRoot(workingDirectory)) {
            return null;
        }
        LesserUser user = LesserUser.find().orElseThrow(Diagnosis::rootRefused);
        try {
            if (user.reaches(workingDirectory)) {
                return user;
            }
        } catch (IOException e) {
            throw Problem.DIRECTORY.because("The directory " + workingDirectory + " cannot be used: " + e + ".", e);
        }
        throw Problem.ROOT.because(
                "PostgreSQL refuses to run as root, and the user nobody cannot reach " + workingDirectory + ". "
                        + WorkingDirectory.howToMove() + " Or open the directories above it to others (chmod o+x).");
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
