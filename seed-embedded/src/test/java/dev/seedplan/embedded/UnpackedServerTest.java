package dev.seedplan.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server's programs that are damaged on disk are unpacked anew, and only then. */
class UnpackedServerTest {

    @TempDir
    private static Path directory;

    private final UnpackedServer unpacked =
            new UnpackedServer(WorkingDirectory.prepare(directory), ServerArchive.find(null), null);

    @BeforeAll
    static void copy() throws IOException {
        UnpackedCopy.into(directory);
    }

    @BeforeEach
    void unpack() {
        unpacked.prepare();
    }

    @Test
    void aCompleteServerIsLeftAlone() throws Exception {
        Path mark = unpacked.directory().resolve("untouched");
        Files.createFile(mark);
        unpacked.prepare();
        assertThat(unpacked.mend()).isFalse();
        assertThat(mark).exists();
    }

    @Test
    void aHalfUnpackedServerIsReplacedAndStarts() throws Exception {
        // What the launcher alone leaves behind when the disk fills up: files cut short or missing, and its mark all
        // the same.
        Directories.delete(unpacked.directory().resolve("share"));
        truncate("bin/postgres");
        Files.delete(unpacked.directory().resolve(".files"));
        assertThat(unpacked.directory().resolve(".exists")).exists();
        try (EmbeddedServer server =
                EmbeddedServer.builder().directory(directory).start()) {
            assertThat(server.version()).isNotEmpty();
        }
    }

    @Test
    void aMissingFileACutOneAndAMissingLinkAreNoticed() throws Exception {
        Path file = unpacked.directory().resolve("share/postgresql/postgres.bki");
        Path saved = Files.copy(file, directory.resolve("saved"), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(file);
        assertThat(FileList.complete(unpacked.directory())).isFalse();
        Files.copy(saved, file);
        truncate("share/postgresql/postgres.bki");
        assertThat(FileList.complete(unpacked.directory())).isFalse();
        Files.copy(saved, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(FileList.complete(unpacked.directory())).isTrue();
        Path link = aLink();
        Path target = Files.readSymbolicLink(link);
        Files.delete(link);
        assertThat(FileList.complete(unpacked.directory())).isFalse();
        Files.createSymbolicLink(link, target);
        assertThat(FileList.intact(unpacked.directory())).isTrue();
    }

    @Test
    void contentThatWasOverwrittenIsMendedAfterTheFirstFailure() throws Exception {
        Path program = unpacked.directory().resolve("share/postgresql/postgres.bki");
        byte[] zeros = new byte[(int) Files.size(program)];
        Files.write(program, zeros);
        assertThat(FileList.complete(unpacked.directory())).isTrue();
        try (EmbeddedServer server =
                EmbeddedServer.builder().directory(directory).start()) {
            assertThat(server.version()).isNotEmpty();
        }
        assertThat(FileList.intact(unpacked.directory())).isTrue();
    }

    @Test
    void severalMayUnpackAtOnceAndRemoveWhatAKilledOneLeft() throws Exception {
        Directories.delete(unpacked.home());
        Path abandoned = unpacked.home().resolve("new-abandoned");
        Files.createDirectories(abandoned.resolve("bin"));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                all.add(threads.submit(unpacked::prepare));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(FileList.intact(unpacked.directory())).isTrue();
        assertThat(abandoned).doesNotExist();
    }

    private Path aLink() throws IOException {
        try (var files = Files.list(unpacked.directory().resolve("lib"))) {
            return files.filter(Files::isSymbolicLink).findFirst().orElseThrow();
        }
    }

    private void truncate(String file) throws IOException {
        Path path = unpacked.directory().resolve(file);
        try (var channel = Files.newByteChannel(path, StandardOpenOption.WRITE)) {
            channel.truncate(100);
        }
    }
}
