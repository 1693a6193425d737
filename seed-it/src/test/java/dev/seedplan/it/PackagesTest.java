package dev.seedplan.it;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds inside a module. */
class PackagesTest {

    /** Names that say where a class stands in a hierarchy, or nothing. */
    private static final Pattern EMPTY_NAME =
            Pattern.compile("Abstract[A-Z].*|.*(Utils?|Utility|Utilities|Helpers?|Manager|Impl|Tools|Misc|Common)");

    /** Started by a compiler, a shell or the build, by name. */
    private static final Set<String> ENTRIES = Set.of(
            "dev.seedplan.processor.SeedProcessor", "dev.seedplan.cli.SeedplanCommand", "dev.seedplan.dict.Extract");

    /** Public for tests in other packages, as parts of public signatures, or before another package uses them. */
    private static final Set<String> WIDER_THAN_NEEDED = Set.of(
            "dev.seedplan.internal.CheckDigits",
            "dev.seedplan.processor.emit.ProgramName",
            "dev.seedplan.runtime.internal.engine.Frame",
            "dev.seedplan.runtime.internal.partition.KeyFact",
            "dev.seedplan.runtime.internal.run.Progress",
            "dev.seedplan.runtime.internal.run.RunError",
            "dev.seedplan.runtime.internal.run.ServerErrors",
            "dev.seedplan.runtime.internal.solve.Proposer");

    @ParameterizedTest
    @EnumSource(Module.class)
    void everyPackageIsNullMarked(Module module) {
        Set<String> packages = packages(types(module));
        Set<String> marked = module.classes().stream()
                .filter(type -> "package-info".equals(type.getSimpleName()))
                .filter(type -> type.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        // The projects of users may, but need not.
        if (Module.PRODUCT.contains(module) || module == Module.TESTKIT) {
            assertThat(marked).containsAll(packages);
        }
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void onePackageBelongsToOneModule(Module module) {
        Set<String> elsewhere = Module.all()
                .filter(other -> other != module)
                .flatMap(other -> packages(types(other)).stream())
                .collect(Collectors.toSet());
        assertThat(packages(types(module))).doesNotContainAnyElementsOf(elsewhere);
    }

    /** Outside the open packages, public is for the module's other packages only. */
    @ParameterizedTest
    @EnumSource(Module.class)
    void noClassIsPublicWithoutNeed(Module module) {
        Stream<JavaClass> needless = types(module)
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !module.opens(type.getPackageName()))
                .filter(type -> !ENTRIES.contains(type.getName()) && !WIDER_THAN_NEEDED.contains(type.getName()))
                .filter(type -> packagesThatUse(module, type).equals(Set.of(type.getPackageName())));
        if (Module.PRODUCT.contains(module)) {
            assertThat(needless.map(JavaClass::getName).sorted()).isEmpty();
        }
    }

    /** Who calls an open method must be able to name its types. */
    @ParameterizedTest
    @EnumSource(Module.class)
    void openSignaturesNameOpenTypesOnly(Module module) {
        Set<String> leaks = new TreeSet<>();
        types(module)
                .filter(type -> module.opens(type.getPackageName()) && isOpen(type))
                .forEach(type -> Signatures.of(type)
                        .filter(named -> module.holds(named) && !module.opens(named.getPackageName()))
                        .forEach(named -> leaks.add(type.getName() + " shows " + named.getName())));
        assertThat(leaks).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void namesSayWhatAClassIs(Module module) {
        assertThat(types(module)
                        .map(JavaClass::getSimpleName)
                        .filter(name -> EMPTY_NAME.matcher(name).matches()))
                .isEmpty();
    }

    /**
     * The first package of a module is left out: it is what the others are reached by, and holds the words they share, so
     * that it uses them and they it.
     */
    @ParameterizedTest
    @EnumSource(Module.class)
    void packagesBelowTheFirstFormNoCircle(Module module) {
        Stream<String> circles = slices()
                .assignedFrom(new PackagesBelow(first(module)))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .evaluate(module.classes())
                .getFailureReport()
                .getDetails()
                .stream();
        assertThat(circles).isEmpty();
    }

    @Test
    void entriesExist() {
        assertThat(Module.all().flatMap(PackagesTest::types).map(JavaClass::getName))
                .containsAll(ENTRIES);
    }

    /** Those in which the class, or one nested in it, is named; its own among them. */
    private static Set<String> packagesThatUse(Module module, JavaClass type) {
        return types(module)
                .filter(user -> user.getPackageName().equals(type.getPackageName())
                        || user.getDirectDependenciesFromSelf().stream()
                                .map(use -> use.getTargetClass().getBaseComponentType())
                                .anyMatch(used ->
                                        used.equals(type) || used.getName().startsWith(type.getName() + "$")))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
    }

    private static boolean isOpen(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PackagesTest::isOpen).orElse(true);
    }

    private static Stream<JavaClass> types(Module module) {
        return module.classes().stream().filter(type -> !"package-info".equals(type.getSimpleName()));
    }

    private static Set<String> packages(Stream<JavaClass> types) {
        return types.map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String first(Module module) {
        return packages(types(module)).iterator().next();
    }

    private record PackagesBelow(String first) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith(first + ".")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages below " + first;
        }
    }
}
