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
                MarkdownFile asset = new MarkdownFile(file, parts);
                into.add(file.path(), type.cast(asset), asset.source());
            };
        }
        RecordShape<A> shape = RecordShape.of(type, Assets.Format.MARKDOWN);
        return (file, found, bytes, into) -> {
            FrontMatter.Parts parts =
                    FrontMatter.split(Utf8.text(bytes, assets.options().encoding()));
            Origin origin = new Origin(file, file.path(), new Prose(parts.body()));
            A asset = shape.bind(parts.fields(), origin, refused -> into.refuse(file.path(), refused));
            if (asset != null) {
                // The body is kept by the record, if anybody; lines are looked for again when something is wrong.
                Origin kept = shape.takesBody() ? origin : new Origin(file, file.path(), null);
                into.add(file.path(), asset, new Source(kept, field -> line(found, assets, field)));
            }
        };
    }

    private static long line(Found found, Assets<?> assets, String field) {
        try {
            String text = Utf8.text(found.bytesLater(), assets.options().encoding());
            return Source.lineOf(FrontMatter.split(text).fields(), field);
        } catch (Refused e) {
            return 0;
        }
    }
}
