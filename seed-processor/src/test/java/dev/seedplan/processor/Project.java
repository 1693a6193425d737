package dev.seedplan.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Sources and resources in a directory of their own, compiled as a build tool does: resources are copied first. */
final class Project {

    private final Path root;
    private final Map<String, String> sources = new TreeMap<>();
    private final List<String> options = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();

    private Project(Path root) {
        this.root = root;
    }

    static Project in(Path directory, Compiler compiler) {
        return new Project(directory.resolve(compiler.name()));
    }

    /** Adds a source; its name is that of the class, or ends in {@code package-info} or {@code module-info}. */
    Project source(String name, String text) {
        sources.put(name, text);
        return this;
    }

    /** Writes a file below the class output, as a build tool that copies resources does. */
    Project resource(String name, String text) {
        write(output().resolve(name), text);
        return this;
    }

    Project option(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Puts the classes of another project on the class path. */
    Project dependsOn(Path classes) {
        classPath.add(classes);
        return this;
    }

    Path output() {
        return root.resolve("target/classes");
    }

    /** Where generated sources go. */
    Path generated() {
        return root.resolve("target/generated-sources");
    }

    Path root() {
        return root;
    }

    Compiled compile(Compiler compiler) {
        return compile(compiler, new ArrayList<>(sources.keySet()));
    }

    /** Compiles some of the sources only, against what is in the class output from before, as an IDE does. */
    Compiled compile(Compiler compiler, List<String> names) {
        return compile(compiler, names, Optional.of(new SeedProcessor()));
    }

    Compiled compile(Compiler compiler, List<String> names, Optional<? extends Processor> processor) {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            Path file = root.resolve("src/main/java").resolve(name.replace('.', '/') + ".java");
            write(file, sources.get(name));
            files.add(file);
        }
        try {
            Files.createDirectories(output());
            Files.createDirectories(generated());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return run(compiler, files, processor);
    }

    private Compiled run(Compiler compiler, List<Path> files, Optional<? extends Processor> processor) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler tool = compiler.tool();
        try (StandardJavaFileManager manager = tool.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
            List<String> all = new ArrayList<>(compiler.release());
            all.addAll(List.of("-d", output().toString(), "-s", generated().toString(), "-encoding", "US-ASCII"));
            all.addAll(options);
            if (options.contains("--module-path")) {
                // Else ECJ takes the class path of this JVM for that of the code it compiles.
                manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
            } else {
                StringBuilder path = new StringBuilder(output() + File.pathSeparator);
                classPath.forEach(extra -> path.append(extra).append(File.pathSeparator));
                all.addAll(List.of("-classpath", path + System.getProperty("java.class.path")));
            }
            if (processor.isEmpty()) {
                all.add("-proc:none");
            }
            JavaCompiler.CompilationTask task = tool.getTask(
                    new StringWriter(), manager, diagnostics, all, null, manager.getJavaFileObjectsFromPaths(files));
            processor.ifPresent(p -> task.setProcessors(List.of(p)));
            boolean success = Boolean.TRUE.equals(task.call());
            return new Compiled(
                    success,
                    output(),
                    generated(),
                    diagnostics.getDiagnostics().stream().map(Message::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes classes of generated sources. ECJ's batch compiler refuses to generate what is in its output already
     * (eclipse.jdt.core issue 1482); the IDE deletes it first.
     */
    void forget(String... classes) {
        try {
            for (String name : classes) {
                Files.deleteIfExists(output().resolve(name + ".class"));
                Files.deleteIfExists(generated().resolve(name + ".java"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
