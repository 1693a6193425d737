package dev.seedplan.cli.init;

import dev.seedplan.cli.CliError;
import dev.seedplan.cli.CliException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a new project, which are written all or not at all, and over nothing. */
final class ProjectFiles {

    private final Map<Path, byte[]> files = new LinkedHashMap<>();

    /** Adds a text. */
    void put(String path, String text) {
        files.put(Path.of(path), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file of the command's own, as it is. */
    void putResource(String path, String resource) {
        files.put(Path.of(path), read(resource));
    }

    /** Adds a file of the command's own with words between {@code @} filled in. */
    void putTemplate(String path, String resource, Map<String, String> words) {
        String text = new String(read(resource), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("@" + word.getKey() + "@", word.getValue());
        }
        put(path, text);
    }

    /** {@return the paths, in the order in which they were added} */
    List<Path> paths() {
        return List.copyOf(files.keySet());
    }

    /** Refuses a folder in which one of the files is. */
    void refuseToOverwrite(Path folder) {
        List<Path> there = files.keySet().stream()
                .filter(path -> Files.exists(folder.resolve(path)))
                .toList();
        if (!there.isEmpty()) {
            throw new CliException(
                    CliError.WOULD_OVERWRITE,
                    "in " + folder.toAbsolutePath().normalize() + " there is already "
                            + String.join(
                                    ", ", there.stream().map(Path::toString).toList()));
        }
    }

    void write(Path folder) {
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, file.getValue(), StandardOpenOption.CREATE_NEW);
                if (file.getKey().equals(Path.of("mvnw"))) {
                    boolean known = path.toFile().setExecutable(true);
                    assert known || !Files.isExecutable(path) : path;
                }
            } catch (IOException e) {
                throw new CliException(CliError.CANNOT_WRITE, "cannot write " + path + ": " + e, e);
            }
        }
    }

    private static byte[] read(String resource) {
        try (InputStream in = ProjectFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
