package dev.seedplan.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds unpacked servers and the data of running ones.
 *
 * <p>It is one per user and open to that user alone: in a shared temporary directory anybody else could otherwise put a
 * program of theirs where this one is about to be started.
 */
final class WorkingDirectory {

    /** Names the directory to work in, where the temporary directory will not do. */
    static final String PROPERTY = "seedplan.embedded.dir";

    private static final String VARIABLE = "SEEDPLAN_EMBEDDED_DIR";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** Where root's servers run as somebody else, who has to pass. */
    private static final Set<PosixFilePermission> PASSABLE = PosixFilePermissions.fromString("rwx--x--x");

    private WorkingDirectory() {}

    /** Where the working directory's parent is, if nobody names one: the property, the variable, the temporary directory. */
    static Path defaultParent() {
        String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        return Path.of(named == null || named.isBlank() ? System.getProperty("java.io.tmpdir", ".") : named);
    }

    static String howToMove() {
        return "Name another directory with -D" + PROPERTY + "=DIR or " + VARIABLE + "=DIR.";
    }

    /** Creates the directory below {@code parent}, or makes sure that the one there is ours and closed to others. */
    static Path prepare(Path parent) {
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9_-]", "_");
        Path directory = parent.toAbsolutePath().resolve("seedplan-postgres-" + user);
        try {
            Files.createDirectories(parent);
            if (!isPosix(parent)) {
                return Files.createDirectories(directory);
            }
            try {
                Files.createDirectory(directory, ownerOnly(null));
            } catch (FileAlreadyExistsException e) {
                requireOurs(directory);
            }
            return directory;
        } catch (IOException e) {
            throw Problem.DIRECTORY.because(
                    "The directory " + directory + " for PostgreSQL's files cannot be used: " + e + ". " + howToMove(),
                    e);
        }
    }

    /** Creates an empty file that only its owner can read, before anything secret is written to it. */
    static void createPrivateFile(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null && isPosix(parent)) {
            Files.createFile(file, ownerOnly("rw-------"));
        } else {
            Files.createFile(file);
        }
    }

    /** Whether we are root: what we created ourselves is root's. */
    static boolean belongsToRoot(Path directory) {
        try {
            return isPosix(directory) && Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid"));
        } catch (IOException e) {
            throw Problem.DIRECTORY.because("The directory " + directory + " cannot be used: " + e + ".", e);
        }
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    private static FileAttribute<?> ownerOnly(@Nullable String permissions) {
        return PosixFilePermissions.asFileAttribute(
                permissions == null ? OWNER_ONLY : PosixFilePermissions.fromString(permissions));
    }

    private static void requireOurs(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw Problem.DIRECTORY.because(directory + " is in the way: it is not a directory. " + howToMove());
        }
        Path probe = Files.createTempFile(directory, "probe", "");
        try {
            boolean ours = Files.getOwner(probe).equals(Files.getOwner(directory));
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
            if (!ours || !(OWNER_ONLY.equals(permissions) || PASSABLE.equals(permissions))) {
                throw Problem.DIRECTORY.because("The directory " + directory
                        + " belongs to another user or is open to others, who could put a program of theirs into it."
                        + " Delete it. Or: " + howToMove());
            }
        } finally {
            Files.delete(probe);
        }
    }
}
