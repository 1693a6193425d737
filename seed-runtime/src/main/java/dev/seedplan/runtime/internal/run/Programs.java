package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.program.SeedProgram;
import java.lang.reflect.Modifier;

/** Finds the generated program of a plan. */
public final class Programs {

    private Programs() {}

    /**
     * {@return the program of a plan class}
     *
     * @throws dev.seedplan.runtime.SeedException if there is none
     */
    public static SeedProgram of(Class<?> plan) {
        String name = plan.getName().replace('$', '_') + "Seed";
        try {
            Class<?> program = Class.forName(name, true, plan.getClassLoader());
            if (program.getDeclaredConstructor().newInstance() instanceof SeedProgram found) {
                return found;
            }
            throw RunError.NOT_A_PLAN.because("class " + name + " is not a generated program");
        } catch (ClassNotFoundException e) {
            if (Modifier.isAbstract(plan.getModifiers())) {
                throw RunError.NOT_A_PLAN.because(
                        "class " + plan.getName() + " is abstract: a template that another plan extends", e);
            }
            throw RunError.NOT_PROCESSED.because(
                    "class " + plan.getName() + " was compiled without seed-processor: there is no " + name, e);
        } catch (ReflectiveOperationException e) {
            throw RunError.NOT_A_PLAN.because("class " + name + " cannot be used: " + e, e);
        }
    }
}
