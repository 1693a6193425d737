package dev.seedplan.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A server's programs on disk, unpacked once per user and machine and used by every server after that.
 *
 * <p>The launcher's own unpacking marks a server as complete even if the disk filled up meanwhile, and never mends it.
 * Here it is unpacked beside its place and moved there in one step once it is complete, and looked over before each use.
 */
final class UnpackedServer {

    /** An unpacked server, and the data directory of one running server. */
    private static final long SPACE_UNPACKED = 64L << 20;

    private static final long SPACE_DATA = 64L << 20;
    private static final Object ONE_AT_A_TIME = new Object();

    /** Those that the launcher starts. */
    private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl");

    private final Path home;
    private final ServerArchive archive;
    private final @Nullable LesserUser user;

    /** A server whose programs run as {@code user}; null for us ourselves. */
    UnpackedServer(Path workingDirectory, ServerArchive archive, @Nullable LesserUser user) {
        this.home = workingDirectory.resolve("server");
        this.archive = archive;
        this.user = user;
    }

    /** The directory that the launcher takes for its working directory. */
    Path home() {
        return user == null ? home : home.resolveSibling("server-as-" + user.number());
    }

    /** Gives a file to the user whom the server runs as. */
    void give(Path file) throws IOException {
        if (user != null) {
            user.own(file);
        }
    }

    /** The directory of this server: the launcher looks for it under the MD5 of what the archive's stream yields. */
    Path directory() {
        return home.resolve("PG-" + DigestUtils.md5Hex(archiveKey()));
    }

    /** What the launcher is given in the archive's place, which it need not read: the server is unpacked already. */
    byte[] archiveKey() {
        return archive.key().getBytes(StandardCharsets.UTF_8);
    }

    /** Makes sure that the server is there and complete, and tells the launcher so. */
    void prepare() {
        locked(() -> {
            if (!FileList.complete(directory())) {
                replace();
            }
            mark(directory());
            if (user != null) {
                writePrograms(user);
            }
        });
        Path program = directory().resolve("bin").resolve(Platform.current().program("initdb"));
        if (!Files.isExecutable(program)) {
            throw Problem.NO_EXECUTION.because("PostgreSQL cannot be run from " + directory()
                    + ": the directory does not allow programs (mounted noexec?). " + WorkingDirectory.howToMove());
        }
    }

    /** The launcher believes this mark if nothing beside it is younger. */
    private static void mark(Path server) throws IOException {
        Path mark = server.resolve(".exists");
        Files.write(mark, new byte[0]);
        Files.setLastModifiedTime(mark, FileTime.from(Instant.now().plusMillis(1)));
    }

    /** Programs of the same names, in the place where the launcher looks, that run the server's as another user. */
    private void writePrograms(LesserUser other) throws IOException {
        try (Stream<Path> files = Files.walk(directory())) {
            for (Path file : files.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
                permissions.add(PosixFilePermission.OTHERS_READ);
                if (permissions.contains(PosixFilePermission.OWNER_EXECUTE)) {
                    permissions.add(PosixFilePermission.OTHERS_EXECUTE);
                }
                Files.setPosixFilePermissions(file, permissions);
            }
        }
        Path server = home().resolve(directory().getFileName());
        Path programs = Files.createDirectories(server.resolve("bin"));
        for (String name : PROGRAMS) {
            other.writeProgram(
                    programs.resolve(name), directory().resolve("bin").resolve(name));
        }
        mark(server);
    }

    /** Unpacks the server again if any byte of it is wrong; says whether one was. */
    boolean mend() {
        boolean[] wrong = {false};
        locked(() -> {
            wrong[0] = !FileList.intact(directory());
            if (wrong[0]) {
                replace();
            }
        });
        return wrong[0];
    }

    private void replace() throws IOException {
        removeLeftovers();
        requireSpace(SPACE_UNPACKED + SPACE_DATA);
        if (Files.exists(directory())) {
            // Moved away first: a deletion that stops half way must not look like a server.
            Path old = home.resolve("old-" + UUID.randomUUID());
            Files.move(directory(), old, StandardCopyOption.ATOMIC_MOVE);
            Directories.delete(old);
        }
        Path fresh = home.resolve("new-" + UUID.randomUUID());
        try {
            Unpacking.unpack(archive, fresh);
            Files.move(fresh, directory(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Directories.delete(fresh);
        }
    }

    /** Whoever holds the lock may delete these: nobody else is unpacking. */
    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(home, "{new,old}-*")) {
            for (Path leftover : leftovers) {
                Directories.delete(leftover);
            }
        }
    }

    private void requireSpace(long bytes) throws IOException {
        long usable = Files.getFileStore(home).getUsableSpace();
        if (usable < bytes) {
            throw Problem.DISK_FULL.because("No room for PostgreSQL in " + home + ": " + (bytes >> 20)
                    + " MB are needed, " + (usable >> 20) + " MB are free. Make room. Or: "
                    + WorkingDirectory.howToMove());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** One JVM at a time, and one thread of it: a file lock alone does not tell threads apart. */
    private void locked(Work work) {
        synchronized (ONE_AT_A_TIME) {
            try {
                Files.createDirectories(home);
                try (FileChannel channel = FileChannel.open(
                                home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    requireHeld(lock);
                    work.run();
                }
            } catch (IOException e) {
                throw Problem.DIRECTORY.because(
                        "PostgreSQL cannot be unpacked to " + home + ": " + e + ". " + WorkingDirectory.howToMove(), e);
            }
        }
    }

    private static void requireHeld(FileLock lock) throws IOException {
        if (!lock.isValid()) {
            throw new IOException("the lock file is gone");
        }
    }
}
