package dev.seedplan.content;

import dev.seedplan.Asset;
import dev.seedplan.Assets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes assets of fields: records, or the fields as they are.
 *
 * @param <A> what one asset is
 */
final class FieldsBinding<A> {

    private final Class<A> type;
    private final @Nullable RecordShape<A> shape;
    private final String key;

    private FieldsBinding(Class<A> type, @Nullable RecordShape<A> shape, String key) {
        this.type = type;
        this.shape = shape;
        this.key = key;
    }

    static <A> FieldsBinding<A> of(Assets<A> assets) {
        RecordShape<A> shape = assets.type() == Asset.class ? null : RecordShape.of(assets.type(), assets.format());
        return new FieldsBinding<>(assets.type(), shape, assets.options().key());
    }

    /** Adds the asset of these fields, or what is wrong with them. */
    void add(Value.Fields fields, Origin origin, Loaded<A> into) {
        A asset = shape == null
                ? type.cast(new FieldsAsset(new FieldsText(fields, origin)))
                : shape.bind(
                        fields, origin, refused -> into.refuse(origin.file().path(), refused));
        if (asset != null) {
            boolean keeps = shape == null || (origin.body() != null && shape.takesBody());
            Origin kept = keeps ? origin : new Origin(origin.file(), origin.id(), null);
            into.add(origin.id(), asset, shape == null ? Source.of(kept, fields) : Source.at(kept, fields.line()));
        }
    }

    /** Adds one of a file's several assets, under its key where the pool names one. */
    void addOneOf(FileFacts file, Value.Fields fields, String place, Set<String> keys, Loaded<A> into) {
        try {
            add(fields, new Origin(file, file.path() + idOf(key, fields, place, keys), null), into);
        } catch (Refused e) {
            into.refuse(file.path(), e);
        }
    }

    /**
     * {@return what follows the file's path in an asset's id}
     *
     * @param key the field that tells assets apart; empty where the place does
     * @param keys the keys that the file's assets have so far; this one is added
     * @throws Refused if there is no such field, or its value is there already
     */
    static String idOf(String key, Value.Fields fields, String place, Set<String> keys) {
        if (key.isEmpty()) {
            return place;
        }
        if (!(fields.at(key) instanceof Value.Scalar scalar)) {
            throw new Refused(
                    ContentError.MISSING_FIELD,
                    fields.line(),
                    "there is no single value of " + Shown.quoted(key) + ", by which the pool is keyed; "
                            + Shown.suggestion(key, fields.fields().keySet()));
        }
        if (!keys.add(scalar.text())) {
            throw new Refused(
                    ContentError.DUPLICATE_KEY,
                    scalar.line(),
                    "the " + key + " " + Shown.quoted(scalar.text()) + " is there already");
        }
        return "#" + scalar.text();
    }
}
