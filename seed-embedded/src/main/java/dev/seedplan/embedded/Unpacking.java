package dev.seedplan.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** From the archive (tar, compressed with xz) to files. */
final class Unpacking {

    private final Path target;
    private final FileList list = new FileList();

    private Unpacking(Path target) {
        this.target = target;
    }

    /** Unpacks all of it and writes the list of what was unpacked; any error leaves the target for the caller to delete. */
    static void unpack(ServerArchive archive, Path target) throws IOException {
        Unpacking unpacking = new Unpacking(target);
        try (InputStream packed = new BufferedInputStream(archive.open());
                InputStream tar = new XZCompressorInputStream(packed);
                TarArchiveInputStream entries = new TarArchiveInputStream(tar)) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpacking.unpack(entry, entries);
            }
        }
        unpacking.list.write(target);
    }

    private void unpack(TarArchiveEntry entry, TarArchiveInputStream entries) throws IOException {
        Path path = inTarget(entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            list.addLink(relative(path));
        } else if (entry.isLink()) {
            Files.createLink(path, inTarget(entry.getLinkName()));
        } else {
            list.add(relative(path), entry.getSize(), write(path, entries));
            if (relative(path).startsWith("bin/") && !path.toFile().setExecutable(true, false)) {
                throw new IOException("cannot make " + path + " executable");
            }
        }
    }

    private static long write(Path path, InputStream content) throws IOException {
        CheckedOutputStream out =
                new CheckedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW), new CRC32());
        try (OutputStream closing = out) {
            content.transferTo(closing);
        }
        return out.getChecksum().getValue();
    }

    private Path inTarget(String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive holds a path outside of itself: " + name);
        }
        return path;
    }

    private String relative(Path path) {
        return target.relativize(path).toString().replace('\\', '/');
    }
}
