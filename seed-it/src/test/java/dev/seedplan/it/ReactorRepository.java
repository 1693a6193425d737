package dev.seedplan.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A local repository with this build's artifacts, in {@code target}: what {@code ./mvnw install} would put into the user's
 * own one, which stays untouched.
 */
final class ReactorRepository {

    private static final String VERSION = "0.1.0";

    private final Path directory = Path.of("target/it-repository").toAbsolutePath();

    Path directory() {
        return directory;
    }

    void fill() throws IOException {
        put(Module.root().resolve("pom.xml"), "dev/seedplan/seedplan-parent", "seedplan-parent", "pom");
        for (Module module : Module.values()) {
            String group = module == Module.EXAMPLE ? "dev/seedplan/example" : "dev/seedplan";
            if (module != Module.BLOG_LOAD) {
                String folder = group + "/" + module.artifactId();
                put(pom(module), folder, module.artifactId(), "pom");
                put(jar(module), folder, module.artifactId(), "jar");
            }
        }
    }

    static Path jar(Module module) {
        return module.directory().resolve("target/" + module.artifactId() + "-" + VERSION + ".jar");
    }

    /** Shading leaves the dependencies out that the jar now holds. */
    private static Path pom(Module module) {
        Path reduced = module.directory().resolve("target/dependency-reduced-pom.xml");
        return Files.exists(reduced) ? reduced : module.directory().resolve("pom.xml");
    }

    private void put(Path file, String folder, String artifact, String extension) throws IOException {
        Path target = directory.resolve(folder).resolve(VERSION).resolve(artifact + "-" + VERSION + "." + extension);
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
