package dev.seedplan.processor.emit;

import com.palantir.javapoet.ClassName;
import javax.lang.model.element.TypeElement;

/** What the program of a plan is called: {@code BlogDemoSeed}, of a nested plan {@code Outer_BlogDemoSeed}. */
public final class ProgramName {

    private ProgramName() {}

    /** {@return the program's class} */
    public static ClassName of(TypeElement plan) {
        ClassName name = ClassName.get(plan);
        return ClassName.get(name.packageName(), String.join("_", name.simpleNames()) + "Seed");
    }
}
