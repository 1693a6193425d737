package dev.seedplan.content;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * From the addresses that class loaders give to places. What is no directory and no archive is no place: a class loader
 * passes over such entries of the class path without a word as well.
 */
final class Entries {

    private Entries() {}

    /**
     * {@return the place a resource is in, null if it is of a kind that cannot be listed}
     *
     * @param url the address of the resource
     * @param name the name it was asked for by
     */
    static @Nullable Place placeOf(URL url, String name) {
        try {
            if (url.getProtocol().equals("file")) {
                Path root = pathOf(url);
                int up = name.isEmpty() ? 0 : name.split("/", -1).length;
                for (int i = 0; i < up && root != null; i++) {
                    root = root.getParent();
                }
                return root == null ? null : placeOf(root);
            }
            if (url.openConnection() instanceof JarURLConnection connection) {
                return archive(connection, name);
            }
        } catch (IOException e) {
            return null;
        }
        return null;
    }

    private static @Nullable Place archive(JarURLConnection connection, String name) throws IOException {
        String entry = connection.getEntryName() == null ? "" : connection.getEntryName();
        String bare = entry.endsWith("/") ? entry.substring(0, entry.length() - 1) : entry;
        if (!bare.endsWith(name)) {
            return null;
        }
        String prefix = bare.substring(0, bare.length() - name.length());
        prefix += prefix.isEmpty() || prefix.endsWith("/") ? "" : "/";
        URL outer = connection.getJarFileURL();
        if (outer.getProtocol().equals("file")) {
            Path path = pathOf(outer);
            return path == null ? null : archive(path.toRealPath(), prefix);
        }
        // An archive within an archive, as some launchers have them: only their own connection can open it.
        connection.setUseCaches(false);
        return new Archive(connection.getJarFile(), outer.toExternalForm(), prefix);
    }

    /** {@return the place that an entry of the class path is, null if it is none} */
    static @Nullable Place placeOf(Path entry) {
        try {
            Path real = entry.toRealPath();
            return Files.isDirectory(real) ? new Folder(real) : archive(real, "");
        } catch (IOException e) {
            return null;
        }
    }

    private static Place archive(Path real, String prefix) throws IOException {
        return new Archive(new JarFile(real.toFile()), real.toString(), prefix);
    }

    static @Nullable Path pathOf(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }

    static @Nullable Path pathOf(String entry) {
        try {
            return Path.of(entry).toAbsolutePath();
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
