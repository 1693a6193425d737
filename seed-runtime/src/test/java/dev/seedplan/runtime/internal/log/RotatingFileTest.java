package dev.seedplan.runtime.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log file that is full makes room, and the oldest goes. */
class RotatingFileTest {

    @Test
    void fullFilesAreKeptUpToANumber(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("seed.log");
        RotatingFile lines = new RotatingFile(file, 10, 2);
        for (int i = 0; i < 7; i++) {
            lines.accept("line " + i);
        }
        assertThat(Files.readString(file)).isEqualTo("line 6\n");
        assertThat(Files.readString(directory.resolve("seed.log.1"))).isEqualTo("line 4\nline 5\n");
        assertThat(Files.readString(directory.resolve("seed.log.2"))).isEqualTo("line 2\nline 3\n");
        assertThat(directory.resolve("seed.log.3")).doesNotExist();
    }
}
