package dev.seedplan.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * An archive on the class path, or a folder in one. Nothing is unpacked; a name with {@code ..} in it is passed over.
 */
final class Archive implements Place {

    private final JarFile jar;
    private final String key;
    private final String prefix;

    /**
     * Makes one.
     *
     * @param jar is closed with this
     * @param key what tells the archive from others
     * @param prefix the folder that counts as root, ending with {@code /}; empty for the archive's own
     */
    Archive(JarFile jar, String key, String prefix) {
        this.jar = jar;
        this.key = key;
        this.prefix = prefix;
    }

    @Override
    public String name() {
        return jar.getName() + (prefix.isEmpty() ? "" : "!/" + prefix);
    }

    @Override
    public String key() {
        return key + "!/" + prefix;
    }

    @Override
    public void find(Glob glob, Problems problems, Consumer<Found> found) {
        if (glob.isLiteral()) {
            ZipEntry entry = jar.getEntry(prefix + glob);
            if (entry != null && !entry.isDirectory()) {
                accept(entry, glob.toString(), found);
            }
            return;
        }
        String start = prefix + (glob.base().isEmpty() ? "" : glob.base() + "/");
        jar.stream()
                .filter(entry -> entry.getName().startsWith(start) && !entry.isDirectory())
                .forEach(entry -> {
                    String id = entry.getName().substring(prefix.length());
                    if (glob.matches(id) && isPlain(id)) {
                        accept(entry, id, found);
                    }
                });
    }

    /**
     * {@return the further entries of the class path that the manifest names, in its order}
     *
     * @param path the archive itself, which their names are relative to
     */
    List<Path> manifestEntries(Path path) {
        List<Path> entries = new ArrayList<>();
        try {
            Manifest manifest = jar.getManifest();
            String names =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String name : names == null ? new String[0] : names.trim().split(" +", -1)) {
                Path entry = Entries.pathOf(path.toUri().resolve(name).toURL());
                if (entry != null) {
                    entries.add(entry);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // A loader passes over a manifest it cannot read, and so do we: what was read of it counts.
            return entries;
        }
        return entries;
    }

    private void accept(ZipEntry entry, String id, Consumer<Found> found) {
        Found.Opener later = () -> new ByteArrayInputStream(readAgain(entry.getName()));
        // An entry's time is that of a clock without a zone.
        found.accept(
                new Found(id, this, () -> jar.getInputStream(entry), later, () -> modifiedSeconds(entry), () -> 0));
    }

    private static long modifiedSeconds(ZipEntry entry) {
        LocalDateTime time = entry.getTimeLocal();
        return time == null ? 0 : time.toEpochSecond(ZoneOffset.UTC);
    }

    private byte[] readAgain(String entry) throws IOException {
        try (JarFile again = new JarFile(jar.getName());
                InputStream in = again.getInputStream(again.getEntry(entry))) {
            return in.readNBytes(Found.LARGEST + 1);
        }
    }

    private static boolean isPlain(String id) {
        return !("/" + id + "/").contains("/../") && id.indexOf('\\') < 0;
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
