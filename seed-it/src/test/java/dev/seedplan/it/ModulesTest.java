package dev.seedplan.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Who depends on whom, as ARCHITECTURE.md draws it. */
class ModulesTest {

    /** They look at all others. */
    private static final Set<String> UNBOUND = Set.of("seed-it", "seed-benchmarks");

    @ParameterizedTest
    @EnumSource(Module.class)
    void classesUseOnlyModulesBelowTheirOwn(Module module) {
        Set<String> upwards = new TreeSet<>();
        for (Dependency use : Uses.of(module)) {
            moduleOf(use.getTargetClass())
                    .filter(target -> !module.mayUse(target))
                    .ifPresent(target -> upwards.add(target.artifactId() + ": " + use.getDescription()));
        }
        assertThat(upwards).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void pomsNameOnlyModulesBelowTheirOwn(Module module) throws Exception {
        Set<String> allowed = Module.all()
                .filter(module::mayUse)
                .map(Module::artifactId)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(allowed).containsAll(dependenciesInPom(module));
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void onlyOpenPackagesOfOtherModulesAreUsed(Module module) {
        Set<String> closed = new TreeSet<>();
        for (Dependency use : Uses.of(module)) {
            JavaClass target = use.getTargetClass();
            moduleOf(target)
                    .filter(owner -> owner != module && !owner.opens(target.getPackageName()))
                    .ifPresent(owner -> closed.add(use.getDescription()));
        }
        assertThat(closed).isEmpty();
    }

    @Test
    void everyModuleOfTheBuildIsListedHere() throws IOException {
        String pom = Files.readString(Module.root().resolve("pom.xml"));
        List<String> built = pom.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<module>"))
                .map(line -> line.replaceAll("</?module>", ""))
                .map(path -> path.substring(path.indexOf('/') + 1))
                .filter(name -> !UNBOUND.contains(name))
                .toList();
        assertThat(Module.all().map(Module::artifactId)).containsAll(built);
    }

    /** What plans are written with must not bring anything onto a user's class path. */
    @Test
    void theDslUsesTheJdkAndNullnessAnnotationsOnly() {
        assertThat(foreign(Module.DSL, "java.", "org.jspecify.")).isEmpty();
    }

    /** It runs inside a compiler as well as inside a program. */
    @Test
    void theSchemaUsesNeitherDatabaseNorCompiler() {
        assertThat(foreign(
                        Module.SCHEMA,
                        "java.lang",
                        "java.util",
                        "java.io",
                        "java.nio",
                        "java.math",
                        "java.security",
                        "java.text",
                        "java.time",
                        "org.jspecify.",
                        "tools.jackson."))
                .isEmpty();
    }

    /** Content is read without a database, and the driver is the runtime's affair. */
    @Test
    void onlyRuntimeCommandAndServerSpeakToADatabase() {
        for (Module module : List.of(Module.CONTENT, Module.FAKER, Module.PROCESSOR)) {
            assertThat(foreign(module).stream()
                            .filter(name -> name.startsWith("java.sql")
                                    || name.startsWith("javax.sql")
                                    || name.startsWith("org.postgresql")))
                    .as(module.artifactId())
                    .isEmpty();
        }
    }

    private static Set<String> foreign(Module module, String... allowed) {
        Set<String> names = new TreeSet<>();
        for (Dependency use : Uses.of(module)) {
            JavaClass target = use.getTargetClass().getBaseComponentType();
            if (!target.isPrimitive() && !module.holds(target) && !startsWithOneOf(target.getName(), allowed)) {
                names.add(target.getName());
            }
        }
        return names;
    }

    private static boolean startsWithOneOf(String name, String... prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Module> moduleOf(JavaClass type) {
        return type.getName().startsWith("dev.seedplan.")
                ? Module.all().filter(module -> module.holds(type)).findFirst()
                : Optional.empty();
    }

    /** Those of scope compile or runtime: test dependencies may point anywhere. */
    private static List<String> dependenciesInPom(Module module) throws Exception {
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(module.directory().resolve("pom.xml").toFile())
                .getDocumentElement();
        List<String> artifacts = new ArrayList<>();
        NodeList dependencies = project.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            String scope = text(dependency, "scope");
            if (text(dependency, "groupId").startsWith("dev.seedplan")
                    && (scope.isEmpty() || "runtime".equals(scope))) {
                artifacts.add(text(dependency, "artifactId"));
            }
        }
        return artifacts;
    }

    private static String text(Element element, String tag) {
        NodeList found = element.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
