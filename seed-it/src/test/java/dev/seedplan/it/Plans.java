package dev.seedplan.it;

import dev.seedplan.processor.SeedProcessor;
import dev.seedplan.runtime.introspect.Introspection;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotHash;
import dev.seedplan.schema.SnapshotJson;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles plans with the processor, for the schema that a database has now. */
final class Plans implements AutoCloseable {

    private final Path sources;
    private final Path classes;
    private final URLClassLoader loader;

    private Plans(Path directory, TestDatabase database) throws IOException, SQLException {
        this.sources = directory.resolve("sources");
        this.classes = directory.resolve("classes");
        Snapshot snapshot;
        try (Connection connection = database.connect()) {
            snapshot = Introspection.read(connection);
        }
        resource("seedplan/schema.json", SnapshotJson.write(snapshot));
        write(
                sources.resolve("lab/db/package-info.java"),
                "@dev.seedplan.SeedSchema(file = \"seedplan/schema.json\", hash = \"" + SnapshotHash.of(snapshot)
                        + "\")\npackage lab.db;\n");
        this.loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Plans.class.getClassLoader());
    }

    static Plans in(Path directory, TestDatabase database) throws IOException, SQLException {
        return new Plans(directory, database);
    }

    void resource(String name, String text) throws IOException {
        write(classes.resolve(name), text);
    }

    /** {@return the class of a plan {@code lab.Plan} with these members, annotated as told} */
    Class<?> plan(String annotations, String members) throws IOException, ReflectiveOperationException {
        Path plan = sources.resolve("lab/Plan.java");
        write(plan, """
                package lab;
                import static dev.seedplan.Values.*;
                import dev.seedplan.*;
                import lab.db.*;
                @SeedPlan(seed = 1) %s
                public class Plan {
                    %s
                }
                """.formatted(annotations, members));
        compile(List.of(sources.resolve("lab/db/package-info.java"), plan));
        return loader.loadClass("lab.Plan");
    }

    private void compile(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    manager,
                    messages,
                    List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path")),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new SeedProcessor()));
            if (!task.call()) {
                throw new IllegalStateException(messages.getDiagnostics().toString());
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
