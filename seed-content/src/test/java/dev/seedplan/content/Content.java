package dev.seedplan.content;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seedplan.Assets;
import dev.seedplan.spi.AssetSource;
import dev.seedplan.spi.ContentException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;

/** Files for a test, as a directory or as a jar. */
final class Content {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Content with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Content with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    Path directory(Path directory) {
        try {
            Files.createDirectories(directory);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = directory.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A jar as the jar tool makes it, with an entry for each folder. */
    Path jar(Path file) {
        return jar(file, true, "");
    }

    Path jar(Path file, boolean folders, String classPath) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!classPath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (String folder : folders ? folders() : List.<String>of()) {
                jar.putNextEntry(new ZipEntry(folder));
            }
            for (Map.Entry<String, byte[]> content : files.entrySet()) {
                jar.putNextEntry(new ZipEntry(content.getKey()));
                jar.write(content.getValue());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Iterable<String> folders() {
        TreeSet<String> folders = new TreeSet<>();
        for (String path : files.keySet()) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                folders.add(path.substring(0, slash + 1));
            }
        }
        return folders;
    }

    static URLClassLoader classPath(Path... entries) {
        List<URL> urls = new ArrayList<>();
        try {
            for (Path entry : entries) {
                urls.add(entry.toUri().toURL());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new URLClassLoader(urls.toArray(new URL[0]), null);
    }

    static <A> AssetSource.Pool<A> open(Assets<A> assets, Path... entries) {
        return use(entries, loader -> new ContentSource().open(assets, loader, "", 7));
    }

    static <A> List<A> all(Assets<A> assets, Path... entries) {
        AssetSource.Pool<A> pool = open(assets, entries);
        return IntStream.range(0, pool.size()).mapToObj(pool::get).toList();
    }

    static List<String> ids(Assets<?> assets, Path... entries) {
        return ids(open(assets, entries));
    }

    static List<String> ids(AssetSource.Pool<?> pool) {
        return IntStream.range(0, pool.size()).mapToObj(pool::id).toList();
    }

    /** The message that a pool is refused with. */
    static String refusal(Assets<?> assets, Path... entries) {
        List<String> rejected = new ArrayList<>();
        ContentException refused = catchThrowableOfType(
                ContentException.class,
                () -> rejected.addAll(open(assets, entries).rejected()));
        if (refused != null) {
            return String.valueOf(refused.getMessage());
        } else if (rejected.size() > 1) {
            // What is left out is listed as what is refused.
            return ContentError.SEVERAL.message(assets.toString(), "there are " + rejected.size() + " problems")
                    + "\n  " + String.join("\n  ", rejected);
        }
        return rejected.isEmpty() ? "nothing was refused" : rejected.get(0);
    }

    static <T> T use(Path[] entries, Function<ClassLoader, T> work) {
        try (URLClassLoader loader = classPath(entries)) {
            return work.apply(loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
