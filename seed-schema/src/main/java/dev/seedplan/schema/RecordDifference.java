package dev.seedplan.schema;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A component in which two records differ. Found by reflection over the components, so that none is ever forgotten.
 *
 * @param aspect the component's name in words
 * @param before the older value, as people read it
 * @param after the newer value
 */
record RecordDifference(String aspect, String before, String after) {

    /** Where this differs, it says all but the comment; the other components are only what it was taken apart into. */
    private static final String DEFINITION = "definition";

    static List<RecordDifference> of(Record older, Record newer, List<String> except) {
        if (older.getClass() != newer.getClass()) {
            return List.of(new RecordDifference("all of it", shown(older), shown(newer)));
        }
        List<RecordDifference> differences = new ArrayList<>();
        boolean redefined = false;
        for (RecordComponent component : older.getClass().getRecordComponents()) {
            String name = component.getName();
            Object before = value(component, older);
            Object after = value(component, newer);
            if (!Objects.equals(before, after) && !except.contains(name)) {
                differences.add(new RecordDifference(words(name), shown(before), shown(after)));
                redefined |= name.equals(DEFINITION);
            }
        }
        if (redefined) {
            differences.removeIf(d -> !d.aspect.equals(DEFINITION) && !d.aspect.equals("comment"));
        }
        return differences;
    }

    static String shown(@Nullable Object value) {
        if (value == null) {
            return "none";
        } else if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        } else if (value instanceof TypeRef type) {
            return type.sql();
        } else if (value instanceof Enum<?> constant) {
            return words(constant);
        } else if (value instanceof Collection<?> list) {
            return list.isEmpty()
                    ? "none"
                    : list.stream().map(RecordDifference::shown).collect(Collectors.joining(", "));
        }
        return value.toString();
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(String component) {
        return NameWords.of(component).upperCase().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the accessors of the model are public", e);
        }
    }
}
