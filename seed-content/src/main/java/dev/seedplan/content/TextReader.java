package dev.seedplan.content;

import dev.seedplan.Assets;
import java.util.Map;

/** Reads text files: without fields, with a body. */
final class TextReader {

    private TextReader() {}

    static <A> AssetReader<A> of(Assets<A> assets) {
        FieldsBinding<A> binding = FieldsBinding.of(assets);
        return (file, found, bytes, into) -> {
            String text = Utf8.text(bytes, assets.options().encoding());
            binding.add(new Value.Fields(Map.of(), 1), new Origin(file, file.path(), new Prose(text)), into);
        };
    }
}
