package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.regex.Language;
import dev.seedplan.runtime.internal.regex.Texts;
import java.util.Set;

/** Texts of letters and digits, for columns that take any. */
final class Words {

    private static final Language WORDS = Language.matching("^[a-z0-9]*$", false);

    private static final Language CASELESS = Language.matching("^[^A-Z]*$", false);
    private static final Language NO_BLANK_END = Language.matching("^(.*[^ ])?$", false);

    private Words() {}

    static Texts texts(TextFacts facts) {
        int longest = facts.longest();
        // Neither empty nor endless where one may choose.
        int shortest = Math.min(longest, Math.max(facts.shortest(), 1));
        return new TextFacts(WORDS, shortest, Math.max(shortest, longest), 0, Integer.MAX_VALUE).texts();
    }

    /** {@return texts of which no two are equal in a type with looser equality} */
    static Language distinct(String type) {
        return type.equals("citext") ? CASELESS : NO_BLANK_END;
    }

    static Language without(Set<Object> keys) {
        return Language.oneOf(keys.stream().map(Object::toString).toList()).not();
    }
}
