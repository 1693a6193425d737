package dev.seedplan.runtime.internal.solve;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a json or jsonb document.
 *
 * @param types what {@code jsonb_typeof} may say, sorted
 * @param min how many elements an array has at least
 * @param max how many elements an array has at most
 * @param members by key what an object's members are as texts; NOT NULL for those that must be there, NULL for those that
 *     must not
 */
// What looks swapped is meant.
@SuppressWarnings("ArgumentSelectionDefectChecker")
record JsonFacts(Set<String> types, int min, int max, Map<String, Member> members) {

    /**
     * A member.
     *
     * @param text what {@code ->>} gives for it
     * @param types what {@code jsonb_typeof} may say of it
     * @param document what it is; null if that is free
     */
    record Member(Facts text, Set<String> types, @Nullable Object document) {}

    static final Set<String> TYPES = Set.of("object", "array", "string", "number", "boolean", "null");

    static final JsonFacts ANY = new JsonFacts(TYPES, 0, Integer.MAX_VALUE, Map.of());

    static JsonFacts types(Set<String> types) {
        return new JsonFacts(new TreeSet<>(types), 0, Integer.MAX_VALUE, Map.of());
    }

    static JsonFacts length(int min, int max) {
        return new JsonFacts(Set.of("array"), min, max, Map.of());
    }

    static JsonFacts member(String key, Facts text, Set<String> types, @Nullable Object document) {
        return new JsonFacts(TYPES, 0, Integer.MAX_VALUE, Map.of(key, new Member(text, types, document)));
    }

    JsonFacts and(JsonFacts other) {
        if (this.equals(ANY)) {
            return other;
        } else if (other.equals(ANY)) {
            return this;
        }
        Set<String> both = new TreeSet<>(types);
        both.retainAll(other.types);
        Map<String, Member> all = new TreeMap<>(members);
        for (Map.Entry<String, Member> entry : other.members.entrySet()) {
            Member mine = all.get(entry.getKey());
            if (mine == null) {
                all.put(entry.getKey(), entry.getValue());
                continue;
            }
            Facts text = mine.text.and(entry.getValue().text);
            if (text == null) {
                both.clear();
                continue;
            }
            Set<String> kinds = new TreeSet<>(mine.types);
            kinds.retainAll(entry.getValue().types);
            all.put(
                    entry.getKey(),
                    new Member(text, kinds, mine.document == null ? entry.getValue().document : mine.document));
        }
        return new JsonFacts(both, Math.max(min, other.min), Math.min(max, other.max), all);
    }
}
