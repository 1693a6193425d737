package dev.seedplan.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class WorkingDirectoryTest {

    @TempDir
    private Path parent;

    @Test
    void itIsCreatedClosedToOthersAndFoundAgain() throws Exception {
        Path directory = WorkingDirectory.prepare(parent.resolve("not/there/yet"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(WorkingDirectory.prepare(parent.resolve("not/there/yet"))).isEqualTo(directory);
    }

    @Test
    void oneThatIsOpenToOthersIsRefused() throws Exception {
        Path directory = WorkingDirectory.prepare(parent);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> WorkingDirectory.prepare(parent))
                .hasMessageStartingWith("[SEED-4704] ")
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("open to others");
    }

    @Test
    void aLinkInItsPlaceIsRefused() throws Exception {
        Path directory = WorkingDirectory.prepare(parent);
        Files.move(directory, parent.resolve("elsewhere"));
        Files.createSymbolicLink(directory, parent.resolve("elsewhere"));
        assertThatThrownBy(() -> WorkingDirectory.prepare(parent))
                .hasMessageStartingWith("[SEED-4704] ")
                .hasMessageContaining("not a directory");
    }

    @Test
    void aFileAsParentIsRefused() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> WorkingDirectory.prepare(file))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageStartingWith("[SEED-4704] ")
                .hasMessageContaining("SEEDPLAN_EMBEDDED_DIR=DIR");
    }
}
