package dev.seedplan.runtime.guard;

import java.util.List;

/**
 * What a database was taken for.
 *
 * @param environment the most cautious of all that speaks for one
 * @param reasons what speaks for that one, each without a stop at its end; empty where nothing speaks for any
 */
public record Verdict(Environment environment, List<String> reasons) {

    /** Keeps the list as it is now. */
    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** {@return the environment and why, as part of a sentence} */
    public String text() {
        return environment.text() + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons));
    }
}
