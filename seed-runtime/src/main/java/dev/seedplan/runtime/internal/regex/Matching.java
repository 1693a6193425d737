package dev.seedplan.runtime.internal.regex;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tests a text against a pattern as the server's operators do. */
public final class Matching {

    private record Key(String pattern, boolean like, boolean anyCase) {}

    /** Patterns stand in schemas, so there are few; those made from rows would be many. */
    private static final int MOST_KEPT = 2_000;

    private static final Map<Key, Optional<Texts>> KEPT = new ConcurrentHashMap<>();

    private Matching() {}

    /**
     * {@return whether the text matches, null where that is not known}
     *
     * @param like whether the pattern is one of LIKE, else a regular expression
     * @param anyCase whether case does not matter
     */
    public static @Nullable Boolean matches(String text, String pattern, boolean like, boolean anyCase) {
        Key key = new Key(pattern, like, anyCase);
        if (KEPT.size() > MOST_KEPT) {
            KEPT.clear();
        }
        Texts texts = KEPT.computeIfAbsent(key, Matching::texts).orElse(null);
        return texts == null ? null : texts.contains(text);
    }

    private static Optional<Texts> texts(Key key) {
        try {
            Language language =
                    key.like ? Language.like(key.pattern, key.anyCase) : Language.matching(key.pattern, key.anyCase);
            return Optional.of(Texts.of(language, 0, Integer.MAX_VALUE));
        } catch (UnsupportedPatternException e) {
            return Optional.empty();
        }
    }
}
