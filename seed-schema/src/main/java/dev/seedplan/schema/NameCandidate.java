package dev.seedplan.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A Java name before it is known whether it collides.
 *
 * @param sqlName what it stands for; the source of its suffix
 * @param stem the name without endings
 * @param separator what stands between stem and suffix; such that no plain name looks like one with a suffix
 * @param plainEnding what follows the stem where nothing collides
 * @param suffixedEnding what follows the suffix
 * @param rank 0 for a name that never keeps its plain form in a collision; else the highest wins
 * @param nameless whether nothing of the SQL name is left in the stem, which then always needs a suffix
 */
record NameCandidate(
        String sqlName,
        String stem,
        String separator,
        String plainEnding,
        String suffixedEnding,
        int rank,
        boolean nameless) {

    private static final int DIGITS = 6;

    /** {@return the names of all candidates of one scope, in the same order} */
    static List<String> resolve(List<NameCandidate> candidates) {
        Map<String, List<NameCandidate>> groups = new HashMap<>();
        List<List<NameCandidate>> groupOf = new ArrayList<>(candidates.size());
        for (NameCandidate candidate : candidates) {
            List<NameCandidate> group = groups.computeIfAbsent(folded(candidate.plain()), key -> new ArrayList<>(1));
            group.add(candidate);
            groupOf.add(group);
        }
        List<String> names = new ArrayList<>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            names.add(candidates.get(i).nameIn(groupOf.get(i)));
        }
        return names;
    }

    private String nameIn(List<NameCandidate> group) {
        boolean alone = group.size() == 1;
        boolean best =
                rank > 0 && group.stream().filter(other -> other.rank >= rank).count() == 1;
        return !nameless && (alone || best) ? plain() : suffixed(digitsFor(group));
    }

    private String plain() {
        return stem + plainEnding;
    }

    private String suffixed(int digits) {
        String hash = SnapshotHash.hex(sqlName).substring(0, digits);
        // A constant's suffix in capitals too, like the rest of it.
        String shown = stem.equals(stem.toUpperCase(Locale.ROOT)) ? hash.toUpperCase(Locale.ROOT) : hash;
        return stem + separator + shown + suffixedEnding;
    }

    /** All digits where six are the same for two: once in sixteen million pairs. */
    private static int digitsFor(List<NameCandidate> group) {
        Set<String> seen = new HashSet<>();
        boolean distinct = group.stream().allMatch(c -> seen.add(folded(c.suffixed(DIGITS))));
        return distinct ? DIGITS : 64;
    }

    private static String folded(String name) {
        String oneCase = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return NameWords.composed(oneCase);
    }
}
