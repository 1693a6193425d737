package dev.seedplan.processor.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The functions of a mapping by name: static methods of the plan, of the mapping's own class, and of the catalogue of values. */
final class Functions {

    /** Names that teams know from elsewhere. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("calculatereadtime", "readtime"),
            Map.entry("randomrecentdate", "randomrecent"),
            Map.entry("randomfuture", "randomupcoming"),
            Map.entry("toisostring", "iso"),
            Map.entry("uppercase", "upper"),
            Map.entry("lowercase", "lower"),
            Map.entry("strip", "trim"),
            Map.entry("hash", "sha256"),
            Map.entry("boolean", "bools"));

    /** Understood by the compiler of lines itself. */
    private static final Set<String> SPECIAL = Set.of("random", "pick", "unique");

    private final Elements elements;
    private final TypeElement plan;

    Functions(Elements elements, TypeElement plan) {
        this.elements = elements;
        this.plan = plan;
    }

    /** {@return all methods that a name may mean, the plan's first; empty for an unknown name} */
    List<ExecutableElement> named(String name) {
        String bare = bare(name);
        String meant = ALIASES.getOrDefault(bare, bare);
        return all().stream()
                .filter(method -> bare(method.getSimpleName().toString()).equals(meant))
                .toList();
    }

    /** {@return all names, for suggestions} */
    Set<String> names() {
        Set<String> names = new TreeSet<>(SPECIAL);
        all().forEach(method -> names.add(method.getSimpleName().toString()));
        return names;
    }

    private List<ExecutableElement> all() {
        List<ExecutableElement> methods = new ArrayList<>(functionsOf(plan));
        methods.addAll(functionsOf(elements.getTypeElement(Lines.FUNCTIONS_CLASS)));
        methods.addAll(functionsOf(elements.getTypeElement(Lines.VALUES_CLASS)));
        return methods;
    }

    /** {@return whether a method is the plan's own} */
    boolean ofPlan(ExecutableElement method) {
        String owner = String.valueOf(method.getEnclosingElement());
        return !owner.equals(Lines.FUNCTIONS_CLASS) && !owner.startsWith("dev.seedplan.");
    }

    /** {@return the tests} */
    List<ExecutableElement> tests() {
        return functionsOf(elements.getTypeElement(Lines.TESTS_CLASS));
    }

    private List<ExecutableElement> functionsOf(@Nullable TypeElement type) {
        return type == null
                ? List.of()
                : ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                        .filter(method -> method.getModifiers().contains(Modifier.STATIC)
                                && !method.getModifiers().contains(Modifier.PRIVATE)
                                && method.getReturnType().getKind() != TypeKind.VOID)
                        .toList();
    }

    static String bare(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
