package dev.seedplan.runtime.internal.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** A file that lines are added to; a full one is kept as {@code .1}, the one before as {@code .2}, and so on. */
public final class RotatingFile implements Consumer<String> {

    /** How large a file becomes, in bytes. */
    public static final long FULL = 10L * 1024 * 1024;

    /** How many full ones are kept. */
    public static final int KEPT = 5;

    private final Path file;
    private final long full;
    private final int kept;

    /** The usual file: {@value #KEPT} full ones of 10 MiB are kept. */
    public RotatingFile(Path file) {
        this(file, FULL, KEPT);
    }

    RotatingFile(Path file, long full, int kept) {
        this.file = file;
        this.full = full;
        this.kept = kept;
    }

    @Override
    public void accept(String line) {
        try {
            if (Files.exists(file) && Files.size(file) >= full) {
                for (int i = kept - 1; i >= 1; i--) {
                    if (Files.exists(older(i))) {
                        Files.move(older(i), older(i + 1), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
                Files.move(file, older(1), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the log " + file + " cannot be written", e);
        }
    }

    private Path older(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
