package dev.seedplan.content;

import dev.seedplan.Markdown;
import dev.seedplan.spi.ContentException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A markdown file as it is, for plans that bind no record. Fields without a value are as if they were not there. */
final class MarkdownFile implements Markdown {

    private final String path;
    private final Map<String, Object> frontMatter;
    private final String body;

    MarkdownFile(String path, FrontMatter.Parts parts) {
        this.path = path;
        this.body = parts.body();
        Map<String, Object> fields = new LinkedHashMap<>();
        parts.fields().fields().forEach((name, value) -> {
            if (value instanceof Value.Scalar scalar) {
                fields.put(name, scalar.text());
            } else if (value instanceof Value.Items items) {
                fields.put(name, texts(items));
            }
        });
        this.frontMatter = Collections.unmodifiableMap(fields);
    }

    private static List<String> texts(Value.Items items) {
        return items.items().stream()
                .map(item -> item instanceof Value.Scalar scalar ? scalar.text() : item.shown())
                .toList();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String title() {
        String title = text("title");
        if (title == null) {
            title = Headings.first(body);
        }
        return title == null ? nameWithoutExtension() : title;
    }

    private String nameWithoutExtension() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    @Override
    public String body() {
        return body;
    }

    @Override
    public Map<String, Object> frontMatter() {
        return frontMatter;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ContentException if it is a list
     */
    @Override
    public @Nullable String text(String field) {
        Object value = frontMatter.get(field);
        if (value instanceof List<?>) {
            throw new ContentException(ContentError.WRONG_VALUE.message(
                    path, "field " + Shown.quoted(field) + " is a list, and was asked for as a text"));
        }
        return (String) value;
    }

    @Override
    public List<String> list(String field) {
        Object value = frontMatter.get(field);
        if (value instanceof List<?> items) {
            return items.stream().map(String.class::cast).toList();
        }
        return value == null ? List.of() : List.of((String) value);
    }

    @Override
    public String toString() {
        return path;
    }
}
