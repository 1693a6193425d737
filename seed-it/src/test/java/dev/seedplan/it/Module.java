package dev.seedplan.it;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The modules of this build: what each may depend on, and which of its packages others may use.
 *
 * <p>Classes are read from {@code target/classes}, not from jars, so that the processor's are those before shading.
 */
@SuppressWarnings("ImmutableEnumChecker") // The collections are immutable ones.
enum Module {
    DSL("seed-dsl", List.of("dev.seedplan", "dev.seedplan.mapping", "dev.seedplan.spi")),
    /** Its jar holds resources alone; the code that extracts them uses the DSL's list of dictionaries. */
    DICTIONARIES("seed-dictionaries", List.of(), DSL),
    FAKER("seed-faker", List.of("dev.seedplan.faker"), DSL),
    SCHEMA("seed-schema", List.of("dev.seedplan.schema")),
    PROCESSOR("seed-processor", List.of(), SCHEMA),
    EMBEDDED("seed-embedded", List.of("dev.seedplan.embedded")),
    TESTKIT("seed-testkit", List.of("dev.seedplan.testkit"), EMBEDDED),
    RUNTIME(
            "seed-runtime",
            List.of(
                    "dev.seedplan.runtime",
                    "dev.seedplan.runtime.connect",
                    "dev.seedplan.runtime.guard",
                    "dev.seedplan.runtime.introspect",
                    "dev.seedplan.runtime.program"),
            DSL,
            SCHEMA,
            DICTIONARIES),
    CONTENT("seed-content", List.of("dev.seedplan.content"), DSL),
    CLI("seed-cli", List.of(), RUNTIME, SCHEMA, EMBEDDED, CONTENT),
    EXAMPLE(
            "seed-maven-example",
            List.of("dev.seedplan.example.blog", "dev.seedplan.example.blog.db"),
            DSL,
            RUNTIME,
            CONTENT),
    BLOG_LOAD("templates/blog-load", List.of(), DSL, RUNTIME, CONTENT, EXAMPLE),
    SHOP("templates/shop", List.of(), DSL, RUNTIME, CONTENT),
    KNOWLEDGE_BASE("templates/knowledge-base", List.of(), DSL, RUNTIME, CONTENT);

    /** The modules whose classes somebody else's build or program runs; the others are for this build. */
    static final Set<Module> PRODUCT =
            EnumSet.complementOf(EnumSet.of(TESTKIT, EXAMPLE, BLOG_LOAD, SHOP, KNOWLEDGE_BASE));

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Map<Module, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    private final String path;
    private final List<String> openPackages;
    private final Set<Module> below;

    Module(String path, List<String> openPackages, Module... below) {
        this.path = path;
        this.openPackages = openPackages;
        this.below = Set.copyOf(Arrays.asList(below));
    }

    /** {@return the root of the checkout; Maven runs tests in their module's directory} */
    static Path root() {
        return ROOT;
    }

    static Stream<Module> all() {
        return Arrays.stream(values());
    }

    String artifactId() {
        return path.substring(path.indexOf('/') + 1);
    }

    Path directory() {
        return ROOT.resolve(path);
    }

    Path mainSources() {
        return directory().resolve("src/main/java");
    }

    Path outputDirectory() {
        return directory().resolve("target/classes");
    }

    List<String> openPackages() {
        return openPackages;
    }

    boolean mayUse(Module other) {
        return other == this || below.contains(other);
    }

    boolean opens(String packageName) {
        return openPackages.contains(packageName);
    }

    JavaClasses classes() {
        return IMPORTED.computeIfAbsent(this, module -> new ClassFileImporter().importPath(module.outputDirectory()));
    }

    boolean holds(JavaClass type) {
        return classes().contain(type.getBaseComponentType().getName());
    }
}
