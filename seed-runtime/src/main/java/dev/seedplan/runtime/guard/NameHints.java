package dev.seedplan.runtime.guard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the words of a name say about an environment. */
final class NameHints {

    private static final Map<Environment, Set<String>> WORDS = Map.of(
            Environment.PRODUCTION, Set.of("prod", "production", "prd", "live"),
            Environment.STAGING,
                    Set.of("stage", "staging", "stg", "preprod", "preproduction", "nonprod", "uat", "qa", "acceptance"),
            Environment.TEST, Set.of("test", "tests", "testing", "ci"));

    private NameHints() {}

    /** {@return the most cautious environment one of its words names; development where none does} */
    static Environment of(String name) {
        Environment found = Environment.DEVELOPMENT;
        for (String word : List.of(name.toLowerCase(Locale.ROOT).split("[^a-z]+", -1))) {
            for (Map.Entry<Environment, Set<String>> entry : WORDS.entrySet()) {
                if (entry.getValue().contains(word)) {
                    found = found.max(entry.getKey());
                }
            }
        }
        return found;
    }
}
