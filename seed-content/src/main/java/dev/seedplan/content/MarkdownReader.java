package dev.seedplan.content;

import dev.seedplan.Assets;
import dev.seedplan.Markdown;

/** Reads markdown files. */
final class MarkdownReader {

    private MarkdownReader() {}

    static <A> AssetReader<A> of(Assets<A> assets) {
        Class<A> type = assets.type();
        if (type == Markdown.class) {
            return (file, found, bytes, into) -> {
                FrontMatter.Parts parts =
                        FrontMatter.split(Utf8.text(bytes, assets.options().encoding()));
                into.add(file.path(), type.cast(new MarkdownFile(file, parts)));
            };
        }
        RecordShape<A> shape = RecordShape.of(type, Assets.Format.MARKDOWN);
        return (file, found, bytes, into) -> {
            FrontMatter.Parts parts =
                    FrontMatter.split(Utf8.text(bytes, assets.options().encoding()));
            Origin origin = new Origin(file, file.path(), new Prose(parts.body()));
            A asset = shape.bind(parts.fields(), origin, refused -> into.refuse(file.path(), refused));
            if (asset != null) {
                into.add(file.path(), asset);
            }
        };
    }
}
