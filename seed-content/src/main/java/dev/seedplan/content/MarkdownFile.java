package dev.seedplan.content;

import dev.seedplan.Asset;
import dev.seedplan.Markdown;
import dev.seedplan.spi.ContentException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A markdown file as it is, for plans that bind no record. Fields without a value are as if they were not there. */
final class MarkdownFile implements Markdown {

    private final Asset asset;
    private final Source source;
    private final Value.Fields fields;
    private final Prose prose;

    MarkdownFile(FileFacts file, FrontMatter.Parts parts) {
        this.fields = parts.fields();
        this.prose = new Prose(parts.body());
        Origin origin = new Origin(file, file.path(), prose);
        this.source = Source.of(origin, fields);
        this.asset = new FieldsAsset(new FieldsText(fields, origin));
    }

    Source source() {
        return source;
    }

    @Override
    public String id() {
        return asset.id();
    }

    @Override
    public String path() {
        return asset.path();
    }

    @Override
    public long size() {
        return asset.size();
    }

    @Override
    public Instant modified() {
        return asset.modified();
    }

    @Override
    public String title() {
        String title = text("title");
        if (title == null) {
            title = Headings.first(body());
        }
        return title == null ? String.valueOf(text("$filename")) : title;
    }

    @Override
    public String body() {
        return prose.source();
    }

    @Override
    public String html() {
        return named(prose::html);
    }

    @Override
    public String plainText() {
        return named(prose::plainText);
    }

    @Override
    public List<Heading> headings() {
        return named(prose::headings);
    }

    @Override
    public String excerpt(int longest) {
        return named(() -> prose.excerpt(longest));
    }

    @Override
    public int wordCount() {
        return named(prose::wordCount);
    }

    /** {@return the front matter as it was read} */
    Value.Fields values() {
        return fields;
    }

    private <T> T named(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refused e) {
            throw new ContentException(e.message(path()), e);
        }
    }

    @Override
    public Map<String, Object> frontMatter() {
        return plain(fields);
    }

    private static Map<String, Object> plain(Value.Fields fields) {
        Map<String, Object> plain = new LinkedHashMap<>();
        fields.fields().forEach((name, value) -> {
            if (!(value instanceof Value.Nothing)) {
                plain.put(name, plain(value));
            }
        });
        return Collections.unmodifiableMap(plain);
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Fields nested) {
            return plain(nested);
        }
        if (value instanceof Value.Items items) {
            return items.items().stream()
                    .filter(item -> !(item instanceof Value.Nothing))
                    .map(MarkdownFile::plain)
                    .toList();
        }
        return FieldsText.shown(value);
    }

    @Override
    public @Nullable String text(String field) {
        return asset.text(field);
    }

    @Override
    public List<String> list(String field) {
        return asset.list(field);
    }

    @Override
    public List<String> fields() {
        return asset.fields();
    }

    @Override
    public String toString() {
        return path();
    }
}
