package dev.seedplan.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Temporary directories with a space, a quote and a letter outside of ASCII in their names. */
final class AwkwardDirectory implements TempDirFactory {

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws Exception {
        // A JVM in locale C cannot name files with other letters.
        boolean letters = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
        return Files.createTempDirectory(letters ? "seed plan's größe" : "seed plan's size");
    }
}
