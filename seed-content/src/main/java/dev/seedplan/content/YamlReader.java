package dev.seedplan.content;

import dev.seedplan.Assets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads YAML files: a mapping is an asset with the file's id; of several documents, or of a sequence of mappings, each is
 * one with its index, {@code content/products.yaml#0}.
 */
final class YamlReader {

    private YamlReader() {}

    static <A> AssetReader<A> of(Assets<A> assets) {
        FieldsBinding<A> binding = FieldsBinding.of(assets);
        return (file, found, bytes, into) -> {
            List<Value> documents =
                    YamlText.documents(Utf8.text(bytes, assets.options().encoding()), 0);
            Set<String> keys = new HashSet<>();
            List<Value> values =
                    documents.size() == 1 && documents.get(0) instanceof Value.Items items ? items.items() : documents;
            boolean single = values == documents && documents.size() == 1;
            int index = 0;
            for (Value value : values) {
                String place = single ? "" : "#" + index++;
                if (value instanceof Value.Fields fields) {
                    binding.addOneOf(file, fields, place, keys, into);
                } else if (!(value instanceof Value.Nothing && documents.size() > 1)) {
                    into.refuse(
                            file.path(),
                            new Refused(
                                    ContentError.NOT_FIELDS,
                                    value.line(),
                                    "there is " + value.shown() + " in place of fields"));
                }
            }
        };
    }
}
