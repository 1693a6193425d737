package dev.seedplan.cli.plans;

import dev.seedplan.cli.CliError;
import dev.seedplan.cli.CliException;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.schema.Suggestions;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The jars and folders in which plans are looked for, as an option. */
public final class PlanPath {

    private static final String PLANS = "META-INF/seedplan/plans/";
    private static final String SUFFIX = ".json";

    /** Where Maven and Gradle put what they compile. */
    private static final List<String> BUILT =
            List.of("target/classes", "build/classes/java/main", "build/resources/main");

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "A jar with plans or with what they need, or a folder of classes; may be given several times"
                    + " (default: what Maven or Gradle has compiled here).")
    private List<Path> jars = List.of();

    private @Nullable ClassLoader loader;

    /**
     * A plan that was found.
     *
     * @param name its class
     * @param file the jar or folder that has it
     */
    public record Found(String name, Path file) {

        /** {@return the last part of its name} */
        public String simpleName() {
            return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        }
    }

    /** {@return whether jars are named, or something compiled is there} */
    public boolean isThere(Path directory) {
        return !jars.isEmpty() || BUILT.stream().map(directory::resolve).anyMatch(Files::isDirectory);
    }

    /** {@return the plans there are, sorted by file as given and by name} */
    public List<Found> plans(Path directory) {
        List<Found> found = new ArrayList<>();
        for (Path file : files(directory)) {
            names(file).sorted().forEach(name -> found.add(new Found(name, file)));
        }
        return found;
    }

    /**
     * {@return the program of the plan of a name}
     *
     * @param name a class, or the last part of its name
     */
    SeedProgram program(String name, Path directory) {
        List<Found> plans = plans(directory);
        List<String> named = plans.stream()
                .filter(plan -> plan.name().equals(name) || plan.simpleName().equals(name))
                .map(Found::name)
                .distinct()
                .toList();
        if (named.size() > 1) {
            throw new CliException(
                    CliError.NO_SUCH_PLAN,
                    "there are several plans called " + name + ": " + String.join(", ", named)
                            + "; give the whole name of one");
        }
        if (named.isEmpty()) {
            String where = plans.isEmpty()
                    ? "in "
                            + String.join(
                                    ", ",
                                    files(directory).stream()
                                            .map(Path::toString)
                                            .toList())
                    : Suggestions.of(name, plans.stream().map(Found::simpleName).toList());
            throw new CliException(CliError.NO_SUCH_PLAN, "there is no plan " + name + ", " + where);
        }
        return program(named.get(0), loader(directory));
    }

    /** {@return the program of a plan that was found} */
    public SeedProgram program(Found plan, Path directory) {
        return program(plan.name(), loader(directory));
    }

    private static SeedProgram program(String name, ClassLoader loader) {
        try {
            return Seedplan.program(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            throw new CliException(
                    CliError.PLAN_NOT_LOADED,
                    "plan " + name + " needs a class that is not there: " + e.getMessage(),
                    e);
        }
    }

    /** Ours are its parents', so that plan and command share one runtime. */
    private ClassLoader loader(Path directory) {
        if (loader == null) {
            List<URL> urls = new ArrayList<>();
            for (Path file : files(directory)) {
                try {
                    urls.add(file.toUri().toURL());
                } catch (MalformedURLException e) {
                    throw new IllegalStateException(e);
                }
            }
            loader = new URLClassLoader(urls.toArray(URL[]::new), PlanPath.class.getClassLoader());
        }
        return loader;
    }

    private List<Path> files(Path directory) {
        if (jars.isEmpty()) {
            List<Path> built = BUILT.stream()
                    .map(directory::resolve)
                    .filter(Files::isDirectory)
                    .toList();
            if (built.isEmpty()) {
                throw new CliException(
                        CliError.NO_PLANS, "no --jar is given, and nothing compiled is here: no " + BUILT.get(0));
            }
            return built;
        }
        for (Path jar : jars) {
            if (!Files.exists(jar)) {
                throw new CliException(CliError.NO_PLANS, "there is no " + jar);
            }
        }
        return jars;
    }

    private static Stream<String> names(Path file) {
        try {
            return (Files.isDirectory(file) ? inFolder(file.resolve(PLANS)) : inJar(file))
                    .stream()
                            .filter(name -> name.endsWith(SUFFIX))
                            .map(name -> name.substring(0, name.length() - SUFFIX.length()));
        } catch (IOException e) {
            throw new CliException(CliError.NO_PLANS, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> inFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static List<String> inJar(Path file) throws IOException {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(PLANS))
                    .map(name -> name.substring(PLANS.length()))
                    .toList();
        }
    }
}
