package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.schema.QName;
import dev.seedplan.schema.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the user says of columns, which goes before the table of meanings. */
public final class Overrides {

    private static final Overrides NONE = new Overrides(List.of());

    private final List<Line> lines;

    /** A line: the glob as written, as a pattern of {@code table.column}, and the meaning. */
    record Line(String glob, Pattern pattern, Meaning meaning) {}

    private Overrides(List<Line> lines) {
        this.lines = lines;
    }

    /** {@return no overrides} */
    public static Overrides none() {
        return NONE;
    }

    /**
     * {@return overrides; the first that fits a column holds}
     *
     * @param meanings from globs {@code table.column} or {@code schema.table.column}, in which {@code *} is any text and
     *     {@code ?} any character, to keys of meanings, in the order in which they are tried
     * @throws IllegalArgumentException if a glob has no dot or a meaning does not exist; the message names it and what is
     *     nearest
     */
    public static Overrides of(Map<String, String> meanings) {
        List<Line> lines = new ArrayList<>();
        meanings.forEach((glob, key) -> {
            if (!glob.contains(".")) {
                throw new IllegalArgumentException(
                        "\"" + glob + "\" names no column; write table.column, such as users.nick");
            }
            Meaning meaning = Meaning.of(key)
                    .orElseThrow(() -> new IllegalArgumentException("\"" + glob + "\" has an unknown meaning \"" + key
                            + "\", " + Suggestions.of(key, Meaning.keys())));
            lines.add(new Line(glob, Pattern.compile(regex(glob)), meaning));
        });
        return new Overrides(List.copyOf(lines));
    }

    @Nullable
    Line first(QName table, String column) {
        String name = table.name() + "." + column;
        String qualified = table.schema() + "." + name;
        return lines.stream()
                .filter(l -> l.pattern().matcher(name).matches()
                        || l.pattern().matcher(qualified).matches())
                .findFirst()
                .orElse(null);
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return regex.toString();
    }
}
