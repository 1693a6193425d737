package dev.seedplan.content;

import dev.seedplan.Assets;
import dev.seedplan.Markdown;

/** Reads markdown files. */
final class MarkdownReader {

    private MarkdownReader() {}

    static <A> AssetReader<A> of(Class<A> type) {
        if (type == Markdown.class) {
            return (file, bytes, into) -> {
                FrontMatter.Parts parts = FrontMatter.split(Utf8.text(bytes));
                into.add(file, type.cast(new MarkdownFile(file, parts)));
            };
        }
        RecordShape<A> shape = RecordShape.of(type, Assets.Format.MARKDOWN);
        return (file, bytes, into) -> {
            FrontMatter.Parts parts = FrontMatter.split(Utf8.text(bytes));
            A asset = shape.bind(parts.fields(), parts.body(), refused -> into.refuse(file, refused));
            if (asset != null) {
                into.add(file, asset);
            }
        };
    }
}
