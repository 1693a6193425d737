package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.Distributed;
import dev.seedplan.runtime.PoolHealth;
import dev.seedplan.schema.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of content, for people and as JSON. */
final class ContentText {

    /** How many ids a note names; all of them are in the JSON. */
    private static final int MOST_NAMED = 5;

    private ContentText() {}

    /** {@return a distribution in one line} */
    static String note(Distributed all) {
        long real = all.assets().size() - all.made();
        StringBuilder note = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %,d assets of %s over %,d rows of %s",
                all.method(),
                real,
                all.pool(),
                all.targets().size(),
                all.parent()));
        if (!all.targets().isEmpty()) {
            int least = Collections.min(all.targets());
            int most = Collections.max(all.targets());
            note.append(", ")
                    .append(least == most ? "" : least + " to ")
                    .append(most)
                    .append(" each");
        }
        int often = all.assets().stream().mapToInt(Distributed.Use::times).max().orElse(0);
        if (often > 1) {
            note.append("; one is used up to ").append(often).append(" times");
        }
        List<String> unused = all.unused();
        if (!unused.isEmpty()) {
            note.append("; ").append(unused.size()).append(" not used: ").append(named(unused));
        }
        if (all.made() > 0) {
            note.append("; there are too few, and ").append(all.made()).append(" were made");
        }
        if (!all.relaxed().isEmpty()) {
            note.append("; ")
                    .append(String.join(", ", all.conflict()))
                    .append(" contradict each other, so relaxed: ")
                    .append(all.relaxed().stream()
                            .map(rule -> rule.rule() + " from " + rule.asked() + " to " + rule.made())
                            .collect(Collectors.joining(", ")));
        }
        return note.toString();
    }

    private static String named(List<String> ids) {
        String first = ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return ids.size() > MOST_NAMED ? first + ", …" : first;
    }

    /** {@return what is wrong with a pool, a line for the number and one for each problem} */
    static List<String> notes(PoolHealth pool) {
        List<String> notes = new ArrayList<>();
        if (pool.problems() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "content of %s: %,d assets; %,d problems, whose files or lines are left out:",
                    pool.name(),
                    pool.assets(),
                    pool.problems()));
            pool.rejected().forEach(problem -> notes.add("  " + problem));
            int more = pool.problems() - pool.rejected().size();
            if (more > 0) {
                notes.add("  and " + more + " more");
            }
        }
        return notes;
    }

    /** Writes pools as a JSON array. */
    static void pools(List<PoolHealth> pools, StringBuilder json) {
        json.append(list(
                pools,
                pool -> "{\"name\":" + JsonString.quote(pool.name()) + ",\"path\":" + JsonString.quote(pool.path())
                        + ",\"assets\":" + pool.assets() + ",\"problems\":" + pool.problems() + ",\"rejected\":"
                        + list(pool.rejected(), JsonString::quote) + "}"));
    }

    /** Writes distributions as a JSON array. */
    static void json(List<Distributed> distributed, StringBuilder json) {
        json.append('[');
        String separator = "";
        for (Distributed all : distributed) {
            json.append(separator).append("{\"table\":").append(JsonString.quote(all.table()));
            json.append(",\"method\":").append(JsonString.quote(all.method()));
            json.append(",\"pool\":").append(JsonString.quote(all.pool()));
            json.append(",\"parent\":").append(JsonString.quote(all.parent()));
            json.append(",\"rows\":").append(all.rows());
            json.append(",\"made\":").append(all.made());
            json.append(",\"assets\":").append(list(all.assets(), ContentText::use));
            json.append(",\"targets\":").append(list(all.targets(), String::valueOf));
            json.append(",\"relaxed\":").append(list(all.relaxed(), ContentText::relaxed));
            json.append(",\"conflict\":").append(list(all.conflict(), JsonString::quote));
            json.append('}');
            separator = ",";
        }
        json.append(']');
    }

    private static String use(Distributed.Use use) {
        return "{\"id\":" + JsonString.quote(use.id()) + ",\"made\":" + use.made() + ",\"times\":" + use.times() + "}";
    }

    private static String relaxed(Distributed.Relaxed rule) {
        return "{\"rule\":" + JsonString.quote(rule.rule()) + ",\"asked\":" + rule.asked() + ",\"made\":" + rule.made()
                + "}";
    }

    private static <T> String list(List<T> elements, Function<T, String> text) {
        return elements.stream().map(text).collect(Collectors.joining(",", "[", "]"));
    }
}
