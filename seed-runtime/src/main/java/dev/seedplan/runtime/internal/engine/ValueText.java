package dev.seedplan.runtime.internal.engine;

import dev.seedplan.spi.Labeled;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values as texts that are equal when the values are: what fingerprints are made of. Line ends do not count. */
final class ValueText {

    private ValueText() {}

    static String of(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        append(value, text);
        return text.toString();
    }

    private static void append(@Nullable Object value, StringBuilder to) {
        if (value == null) {
            to.append("\\N");
        } else if (value instanceof CharSequence text) {
            to.append(text.toString().replace("\r\n", "\n"));
        } else if (value instanceof Labeled labeled) {
            to.append(labeled.label());
        } else if (value instanceof byte[] bytes) {
            to.append(HexFormat.of().formatHex(bytes));
        } else if (value instanceof Object[] array) {
            append(Arrays.asList(array), to);
        } else if (value instanceof Iterable<?> list) {
            list.forEach(each -> {
                append(each, to);
                to.append('\u001f');
            });
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(of(key), of(each)));
            append(sorted.entrySet(), to);
        } else if (value instanceof Record row) {
            components(row, to);
        } else if (value instanceof Optional<?> optional) {
            append(optional.orElse(null), to);
        } else if (value.getClass().getModule() == Object.class.getModule() || value instanceof Enum<?>) {
            // Numbers, times, UUIDs: what the JDK prints is the value.
            to.append(value);
        } else {
            // A class of somebody's own prints what it likes, perhaps where it lies in memory.
            to.append(value.getClass().getName());
        }
    }

    private static void components(Record row, StringBuilder to) {
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                append(component.getAccessor().invoke(row), to);
            } catch (ReflectiveOperationException | RuntimeException e) {
                to.append(component.getName());
            }
            to.append('\u001e');
        }
    }
}
