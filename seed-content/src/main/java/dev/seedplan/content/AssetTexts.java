package dev.seedplan.content;

import dev.seedplan.Asset;
import dev.seedplan.Markdown;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** An asset's fields as texts, whatever type it has: for search and statistics, not for rows. */
final class AssetTexts {

    private AssetTexts() {}

    /** {@return the fields in their order; empty text for none} */
    static Map<String, String> of(Object asset) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (asset instanceof Asset fields) {
            fields.fields().forEach(field -> texts.put(field, text(fields, field)));
            if (asset instanceof Markdown markdown) {
                texts.put("$content", markdown.body());
            }
        } else if (asset instanceof CsvLine line) {
            line.header().names().forEach(column -> texts.put(column, line.text(column)));
        } else if (asset instanceof Record) {
            for (RecordComponent component : asset.getClass().getRecordComponents()) {
                texts.put(component.getName(), text(asset, component));
            }
        }
        return texts;
    }

    private static String text(Asset asset, String field) {
        Object value =
                asset instanceof Markdown markdown ? markdown.frontMatter().get(field) : null;
        return value == null ? String.join(", ", asset.list(field)) : value.toString();
    }

    private static String text(Object asset, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            Object value = accessor.invoke(asset);
            return value == null ? "" : value.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("component " + component.getName() + " was readable before", e);
        }
    }
}
