package dev.seedplan.content;

import dev.seedplan.Markdown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an asset comes from: what its names with {@code $} stand for.
 *
 * @param id the asset's
 * @param body the text below the front matter, or a text file's; null in formats that have none
 */
record Origin(FileFacts file, String id, @Nullable Prose body) {

    /** How long {@code $excerpt} is at most. */
    static final int EXCERPT = 160;

    private static final List<String> NAMES = List.of(
            "$content",
            "$excerpt",
            "$extension",
            "$filename",
            "$headings",
            "$html",
            "$id",
            "$isvalid",
            "$mime",
            "$modified",
            "$path",
            "$size",
            "$text",
            "$type",
            "$words");

    /**
     * {@return what a name that begins with {@code $} stands for; null where this asset has none}
     *
     * @throws Refused if there is no such name
     */
    @Nullable
    Value fact(String name) {
        if (name.equals("$id")) {
            return text(id);
        }
        String fact = file.fact(name);
        if (fact != null) {
            return text(fact);
        }
        if (!NAMES.contains(name)) {
            throw new Refused(
                    ContentError.MISSING_FIELD,
                    0,
                    "there is no fact " + Shown.quoted(name) + "; " + Shown.suggestion(name, NAMES));
        }
        return body == null ? null : of(body, name);
    }

    private static @Nullable Value of(Prose prose, String name) {
        return switch (name) {
            case "$content" -> text(prose.source());
            case "$html" -> text(prose.html());
            case "$text" -> text(prose.plainText());
            case "$excerpt" -> text(prose.excerpt(EXCERPT));
            case "$words" -> text(Integer.toString(prose.wordCount()));
            case "$headings" -> {
                List<Value> headings = new ArrayList<>();
                for (Markdown.Heading heading : prose.headings()) {
                    headings.add(text(heading.text()));
                }
                yield new Value.Items(headings, 0);
            }
            default -> null;
        };
    }

    private static Value text(String text) {
        return new Value.Scalar(Value.Kind.ANY, text, 0);
    }
}
