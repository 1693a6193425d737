package dev.seedplan.runtime.internal.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.program.SnapshotFiles;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotHash;
import dev.seedplan.schema.SnapshotJson;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot that somebody edits without compiling. */
class SnapshotCheckTest {

    private static final SnapshotFiles FILES = new SnapshotFiles("seedplan/schema.json", "META-INF/copy.json");

    private static final Snapshot SNAPSHOT = new Snapshot(
            Snapshot.FORMAT,
            "18.6",
            "public",
            List.of("public"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    @TempDir
    Path folder;

    private ThrowingCallable check(String now) throws IOException {
        Files.createDirectories(folder.resolve("seedplan"));
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(folder.resolve(FILES.copy()), SnapshotJson.write(SNAPSHOT));
        if (!now.isEmpty()) {
            Files.writeString(folder.resolve(FILES.file()), now);
        }
        URL place = folder.toUri().toURL();
        return () -> {
            try (URLClassLoader loader = new URLClassLoader(new URL[] {place}, null)) {
                SnapshotCheck.check(FILES, loader, "Plan", SnapshotHash.of(SNAPSHOT));
            }
        };
    }

    @Test
    void theSameMeaningPasses() throws IOException {
        String text = SnapshotJson.write(SNAPSHOT);
        assertThatCode(check(text)).doesNotThrowAnyException();
        assertThatCode(check(text.replace("\n", "\r\n"))).doesNotThrowAnyException();
    }

    @Test
    void nothingBesideTheClassesPasses() throws IOException {
        assertThatCode(check("")).doesNotThrowAnyException();
    }

    @Test
    void anEditedSnapshotIsRefused() throws IOException {
        String text = SnapshotJson.write(SNAPSHOT);
        for (String edited : List.of(text.replace("\"public\"", "\"private\""), "{")) {
            assertThatThrownBy(check(edited))
                    .isInstanceOfSatisfying(
                            SeedException.class,
                            e -> org.assertj.core.api.Assertions.assertThat(e.exitCode())
                                    .isEqualTo(SeedException.DRIFT))
                    .hasMessageStartingWith(
                            "[SEED-4212] seedplan/schema.json is not the snapshot that plan Plan was compiled with");
        }
    }
}
