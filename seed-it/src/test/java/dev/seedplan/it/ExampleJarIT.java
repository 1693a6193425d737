package dev.seedplan.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans travel in jars: the example's runs from its jar, and another project builds on nothing else of it. */
class ExampleJarIT {

    /** What the example's pom brings at run time; this test's own class path has more. */
    private static final List<String> LIBRARIES = List.of(
            "seed-runtime",
            "seed-content",
            "seed-dsl",
            "seed-schema",
            "seed-dictionaries",
            "jspecify",
            "postgresql",
            "HikariCP",
            "slf4j-api",
            "snakeyaml-engine",
            "jackson-core",
            "commons-csv",
            "commons-io",
            "commons-codec",
            "commonmark",
            "metadata-extractor",
            "xmpcore");

    @TempDir
    private Path directory;

    @Test
    void exampleRunsFromItsJar() {
        Started preview = preview("dev.seedplan.example.blog.BlogDemoSeed", exampleJar());
        assertThat(preview.exit()).as(preview.output()).isZero();
        assertThat(preview.output()).contains("users", "posts", "post_tags");
    }

    @Test
    void exampleWithoutTheContentModuleSaysWhatToAdd() {
        Started preview = preview("dev.seedplan.example.blog.BlogDemoSeed", "seed-content", exampleJar());
        assertThat(preview.exit()).as(preview.output()).isEqualTo(2);
        assertThat(preview.output()).contains("SEED-4315", "dev.seedplan:seed-content");
    }

    @Test
    void templateCompilesAgainstTheJarAloneAndRuns() throws IOException {
        UserMaven maven = UserMaven.prepare();
        copy(Module.BLOG_LOAD.directory().resolve("pom.xml"), directory.resolve("pom.xml"));
        copy(Module.BLOG_LOAD.directory().resolve("src"), directory.resolve("src"));
        Started build = maven.run(directory, "-q", "compile");
        assertThat(build.exit()).as(build.output()).isZero();

        Started preview = preview(
                "dev.seedplan.templates.blogload.BlogLoadSeed", directory.resolve("target/classes"), exampleJar());
        assertThat(preview.exit()).as(preview.output()).isZero();
        assertThat(preview.output()).contains("users");
    }

    private static Path exampleJar() {
        return ReactorRepository.jar(Module.EXAMPLE);
    }

    private Started preview(String program, Path... classes) {
        return preview(program, "nothing", classes);
    }

    private Started preview(String program, String without, Path... classes) {
        Stream<String> rest = libraries().filter(entry -> !entry.contains(without + "-"));
        String path = Stream.concat(Arrays.stream(classes).map(Path::toString), rest)
                .collect(Collectors.joining(File.pathSeparator));
        return Started.in(directory, List.of(Started.java(), "-cp", path, program, "--preview"));
    }

    private static Stream<String> libraries() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> LIBRARIES.stream()
                        .anyMatch(
                                name -> Path.of(entry).getFileName().toString().matches(name + "-\\d.*\\.jar")));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.createDirectories(to.resolve(from.relativize(file)).getParent());
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
