package dev.seedplan.processor;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Packs classes of the test's class path into jars, for tests of module paths. */
final class Jars {

    private Jars() {}

    /** Packs what is below {@code folder} in the place a class comes from, and gives the jar's path. */
    static String of(Path directory, String module, String folder, Class<?> from)
            throws IOException, URISyntaxException {
        Files.createDirectories(directory);
        Path jar = directory.resolve(module + ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Automatic-Module-Name", module);
        URI source = from.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path place = Path.of(source);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest)) {
            if (Files.isDirectory(place)) {
                pack(place, folder, zip);
            } else {
                try (FileSystem files = FileSystems.newFileSystem(place)) {
                    pack(files.getPath("/"), folder, zip);
                }
            }
        }
        return jar.toString();
    }

    private static void pack(Path root, String folder, JarOutputStream zip) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            classes = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.toString().endsWith("module-info.class"))
                    .toList();
        }
        for (Path file : classes) {
            zip.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
            zip.write(Files.readAllBytes(file));
            zip.closeEntry();
        }
    }
}
