package dev.seedplan.runtime.internal.partition;

import dev.seedplan.runtime.internal.definition.DefinitionText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bound of a partition as {@code pg_get_expr(relpartbound)} prints it, constants still as text. */
sealed interface PartitionBound {

    /** Whatever no other partition takes. */
    record Default() implements PartitionBound {}

    /** One of some values; null for NULL. */
    record In(List<@Nullable String> values) implements PartitionBound {}

    /** From one tuple, included, up to another, excluded. */
    record FromTo(List<Edge> from, List<Edge> to) implements PartitionBound {}

    /** Those whose hash leaves a remainder. */
    record Hash(int modulus, int remainder) implements PartitionBound {}

    /** A place on the line of a column's values. */
    record Edge(Kind kind, String text) {

        /** Which place. */
        enum Kind {
            /** Before all values. */
            MINVALUE,
            /** At a value. */
            VALUE,
            /** After all values. */
            MAXVALUE
        }
    }

    Pattern HASH = Pattern.compile("FOR VALUES WITH \\(modulus (\\d+), remainder (\\d+)\\)");
    String IN = "FOR VALUES IN (";
    String FROM = "FOR VALUES FROM (";
    String TO = " TO (";

    /**
     * {@return the bound of a text}
     *
     * @throws IllegalArgumentException if it is none that is known
     */
    static PartitionBound parse(String text) {
        if (text.equals("DEFAULT")) {
            return new Default();
        } else if (text.startsWith(IN)) {
            List<@Nullable String> values = new ArrayList<>();
            for (String value : DefinitionText.split(text.substring(IN.length(), text.length() - 1))) {
                values.add(value.equals("NULL") ? null : DefinitionText.constant(value));
            }
            return new In(values);
        } else if (text.startsWith(FROM)) {
            int to = DefinitionText.find(text, TO, 0);
            return new FromTo(
                    edges(text.substring(FROM.length(), to - 1)),
                    edges(text.substring(to + TO.length(), text.length() - 1)));
        }
        Matcher hash = HASH.matcher(text);
        if (hash.matches()) {
            return new Hash(Integer.parseInt(hash.group(1)), Integer.parseInt(hash.group(2)));
        }
        throw new IllegalArgumentException("\"" + text + "\" is no bound of a partition");
    }

    private static List<Edge> edges(String list) {
        return DefinitionText.split(list).stream()
                .map(text -> switch (text) {
                    case "MINVALUE" -> new Edge(Edge.Kind.MINVALUE, "");
                    case "MAXVALUE" -> new Edge(Edge.Kind.MAXVALUE, "");
                    default -> new Edge(Edge.Kind.VALUE, DefinitionText.constant(text));
                })
                .toList();
    }
}
