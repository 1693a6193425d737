package dev.seedplan.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * What an unpacked server consists of, written beside it when it was complete.
 *
 * <p>Temporary directories are cleaned by age and disks fill up; a server with a file missing or cut short fails in ways
 * that say nothing about the reason.
 */
final class FileList {

    private static final String NAME = ".files";
    private static final long LINK = -1;

    private final List<Line> lines = new ArrayList<>();

    /** One file, or a link, which has no checksum and the size {@link #LINK}. */
    private record Line(String path, long size, long checksum) {}

    void add(String path, long size, long checksum) {
        lines.add(new Line(path, size, checksum));
    }

    void addLink(String path) {
        add(path, LINK, 0);
    }

    void write(Path directory) throws IOException {
        List<String> text = new ArrayList<>();
        for (Line line : lines) {
            text.add(String.format(Locale.ROOT, "%d %08x %s", line.size(), line.checksum(), line.path()));
        }
        Files.write(directory.resolve(NAME), text, StandardCharsets.UTF_8);
    }

    static FileList read(Path directory) throws IOException {
        FileList list = new FileList();
        for (String text : Files.readAllLines(directory.resolve(NAME), StandardCharsets.UTF_8)) {
            String[] fields = text.split(" ", 3);
            list.add(fields[2], Long.parseLong(fields[0]), Long.parseLong(fields[1], 16));
        }
        return list;
    }

    /** Whether every file is there in its full length: a few milliseconds. */
    static boolean complete(Path directory) {
        return holds(directory, false);
    }

    /** Whether every file also has the content it was unpacked with: reads all 60 MB. */
    static boolean intact(Path directory) {
        return holds(directory, true);
    }

    private static boolean holds(Path directory, boolean content) {
        try {
            FileList list = read(directory);
            for (Line line : list.lines) {
                Path file = directory.resolve(line.path());
                boolean same = line.size() == LINK
                        ? Files.isSymbolicLink(file)
                        : Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                                && Files.size(file) == line.size()
                                && (!content || checksum(file) == line.checksum());
                if (!same) {
                    return false;
                }
            }
            return !list.lines.isEmpty();
        } catch (IOException | RuntimeException e) {
            // A list that cannot be read or understood is as bad as none.
            return false;
        }
    }

    private static long checksum(Path file) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getChecksum().getValue();
        }
    }
}
