package dev.seedplan.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SEED-4707 | initdb: error: could not write to file "pg_wal/xlogtemp.17": No space left on device
            SEED-4706 | initdb: error: cannot be run as root
            SEED-4708 | /x/bin/postgres: /lib/libc.so.6: version `GLIBC_2.27' not found (required by /x/bin/postgres)
            SEED-4708 | Error loading shared library ld-linux-x86-64.so.2: No such file or directory
            SEED-4708 | java.io.IOException: Cannot run program "/x/bin/initdb": error=8, Exec format error
            SEED-4705 | unshare: failed to execute /x/bin/initdb: Permission denied
            SEED-4709 | FATAL:  could not map anonymous shared memory: Cannot allocate memory
            """)
    void theLogTellsWhy(String code, String log) {
        assertThat(diagnosis(log, "Process [initdb] failed").explain().code()).isEqualTo(code);
    }

    @Test
    void theLastLinesOfTheLogAreInTheMessage() {
        EmbeddedServerException explained =
                diagnosis("first\n\nFATAL:  wrong\nHINT:  right\n", "gave up").explain();
        assertThat(explained)
                .hasMessageContaining("gave up")
                .hasMessageContaining("It said: first / FATAL:  wrong / HINT:  right.")
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void aTakenPortIsRecognised() {
        assertThat(diagnosis("FATAL:  could not create any TCP/IP sockets", "").portTaken())
                .isTrue();
        assertThat(diagnosis("FATAL:  something else", "").portTaken()).isFalse();
    }

    private Diagnosis diagnosis(String log, String message) {
        return new Diagnosis(log, new LaunchFailure(message, new IOException(message)), directory);
    }
}
