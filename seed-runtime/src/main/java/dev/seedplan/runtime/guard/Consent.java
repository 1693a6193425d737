package dev.seedplan.runtime.guard;

import org.jspecify.annotations.Nullable;

/** Asks a person. */
@FunctionalInterface
public interface Consent {

    /** Nobody is there to be asked. */
    Consent NOBODY = question -> null;

    /**
     * {@return what was typed; null where nobody is there}
     *
     * @param question what to show, ending where the answer begins
     */
    @Nullable
    String typed(String question);
}
