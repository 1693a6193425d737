package dev.seedplan.content;

import dev.seedplan.Asset;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An asset as it is, for plans that bind no record.
 *
 * @param values its fields
 */
record FieldsAsset(FieldsText values) implements Asset {

    @Override
    public String id() {
        return values.origin().id();
    }

    @Override
    public String path() {
        return values.origin().file().path();
    }

    @Override
    public long size() {
        return values.origin().file().size();
    }

    @Override
    public Instant modified() {
        return values.origin().file().modified();
    }

    @Override
    public @Nullable String text(String field) {
        return values.text(field);
    }

    @Override
    public List<String> list(String field) {
        return values.list(field);
    }

    @Override
    public List<String> fields() {
        return List.copyOf(values.fields().fields().keySet());
    }

    @Override
    public String toString() {
        return id();
    }
}
