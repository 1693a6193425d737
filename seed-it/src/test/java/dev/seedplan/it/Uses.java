package dev.seedplan.it;

import com.tngtech.archunit.core.domain.Dependency;
import java.util.Comparator;
import java.util.List;

/** What a module's class files refer to. */
final class Uses {

    private Uses() {}

    static List<Dependency> of(Module module) {
        return module.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .sorted(Comparator.comparing(Dependency::getDescription))
                .toList();
    }
}
