package dev.seedplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares with a committed file; {@code -Dgolden.update=true} writes it instead. */
public final class Golden {

    private Golden() {}

    /** Fails where the lines are not those of {@code src/test/resources/golden/<name>}. */
    public static void check(String name, List<String> lines) throws IOException {
        Path file = Path.of("src/test/resources/golden", name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
        }
        assertThat(lines)
                .as("%s: a change here changes every seeded database, and needs a new version of rng or dict", name)
                .isEqualTo(Files.readAllLines(file));
    }
}
