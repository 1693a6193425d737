package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.regex.Texts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Automata by what they are made from: rows ask for the same ones again and again. */
final class TextsCache {

    private static final int MOST_KEPT = 5_000;

    private static final Map<TextFacts, Texts> KEPT = new ConcurrentHashMap<>();

    private TextsCache() {}

    static Texts texts(TextFacts facts) {
        Texts known = KEPT.get(facts);
        if (known != null) {
            return known;
        }
        Texts made = Texts.of(facts.language(), facts.shortest(), facts.longest());
        if (KEPT.size() > MOST_KEPT) {
            KEPT.clear();
        }
        KEPT.put(facts, made);
        return made;
    }
}
