package dev.seedplan.content;

import dev.seedplan.spi.Labeled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Enums as texts: a constant by its label in the database, by its name, or, where only one can be meant, by its name
 * without regard to case and with {@code -} or a space for {@code _}.
 */
final class EnumType {

    private EnumType() {}

    static ScalarType of(Class<?> type) {
        Map<String, Object> exact = new HashMap<>();
        Map<String, Object> folded = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        List<String> names = new ArrayList<>();
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants == null ? new Object[0] : constants) {
            String name = ((Enum<?>) constant).name();
            exact.putIfAbsent(name, constant);
            if (folded.putIfAbsent(fold(name), constant) != null) {
                ambiguous.add(fold(name));
            }
            names.add(constant instanceof Labeled labeled ? labeled.label() : name);
        }
        for (Object constant : constants == null ? new Object[0] : constants) {
            if (constant instanceof Labeled labeled) {
                exact.put(labeled.label(), constant);
            }
        }
        folded.keySet().removeAll(ambiguous);
        return new ScalarType("one of " + Shown.list(names), Value.Kind.STRING, text -> find(text, exact, folded));
    }

    private static @Nullable Object find(String text, Map<String, Object> exact, Map<String, Object> folded) {
        Object found = exact.get(text);
        return found == null ? folded.get(fold(text)) : found;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }
}
