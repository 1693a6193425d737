package dev.seedplan.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerArchiveTest {

    @TempDir
    private Path directory;

    @Test
    void aJarThatWasNamedIsTaken() throws Exception {
        Path jar = jar("named #1.jar", Platform.current().resource(), "packed");
        try (var content = ServerArchive.find(jar).open()) {
            assertThat(content.readAllBytes()).asString().isEqualTo("packed");
        }
        assertThat(ServerArchive.find(jar).key())
                .isNotEqualTo(ServerArchive.find(null).key());
    }

    @Test
    void aJarWithoutAServerIsRefused() throws Exception {
        Path jar = jar("other.jar", "other.txt", "");
        assertThatThrownBy(() -> ServerArchive.find(jar))
                .hasMessageStartingWith("[SEED-4702] ")
                .hasMessageContaining(jar.toString())
                .hasMessageContaining(EmbeddedServer.binariesArtifact());
        assertThatThrownBy(() -> ServerArchive.find(directory.resolve("missing.jar")))
                .hasMessageStartingWith("[SEED-4702] ");
    }

    @Test
    void twoDifferentServersAreRefusedAndTheSameTwiceIsNot() throws Exception {
        Path second = jar("second.jar", Platform.current().resource(), "another version");
        assertThatThrownBy(() -> findWith(second))
                .hasMessageStartingWith("[SEED-4703] ")
                .hasMessageContaining("second.jar");
        String key = ServerArchive.find(null).key();
        URL url = ServerArchive.find(null).url();
        String own = url.toString().replaceFirst("^jar:", "").replaceFirst("!/.*$", "");
        Path copy = Files.copy(Path.of(java.net.URI.create(own)), directory.resolve("copy.jar"));
        assertThat(findWith(copy).key()).isEqualTo(key);
    }

    private static ServerArchive findWith(Path jar) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return ServerArchive.find(null);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Path jar(String name, String entry, String content) throws IOException {
        Path jar = directory.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry(entry));
            out.write(content.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return jar;
    }
}
