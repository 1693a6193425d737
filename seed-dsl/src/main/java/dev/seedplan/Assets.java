package dev.seedplan;

import java.util.Objects;

/**
 * A pool of content: which files, and as what. A description only: nothing is read until a run, a check or a preview
 * asks. Paths are looked for on the class path of the plan, or under {@code --content DIR}.
 *
 * <pre>{@code
 * static final Assets<Article> ARTICLES = Assets.markdown("content/articles/**}{@code /*.md", Article.class);
 * static final Assets<CsvRow> TAGS = Assets.csv("content/tags.csv");
 * }</pre>
 *
 * @param <A> what one asset is
 */
public final class Assets<A> {

    /** The formats of assets. */
    public enum Format {
        /** Markdown with front matter, one asset a file. */
        MARKDOWN,
        /** CSV with a header, one asset a line. */
        CSV,
        /** JSON, one asset an object: of a file, or of the array in it. */
        JSON
    }

    private final Format format;
    private final String location;
    private final Class<A> type;

    private Assets(Format format, String location, Class<A> type) {
        this.format = format;
        this.location = Objects.requireNonNull(location, "location");
        this.type = Objects.requireNonNull(type, "type");
    }

    /** {@return the markdown files that match a glob} */
    public static Assets<Markdown> markdown(String glob) {
        return new Assets<>(Format.MARKDOWN, glob, Markdown.class);
    }

    /** {@return the markdown files that match a glob, each as a record of its front matter and {@link Body}} */
    public static <A extends Record> Assets<A> markdown(String glob, Class<A> type) {
        return new Assets<>(Format.MARKDOWN, glob, type);
    }

    /** {@return the lines of a CSV file with a header} */
    public static Assets<CsvRow> csv(String path) {
        return new Assets<>(Format.CSV, path, CsvRow.class);
    }

    /** {@return the lines of a CSV file with a header, each as a record} */
    public static <A extends Record> Assets<A> csv(String path, Class<A> type) {
        return new Assets<>(Format.CSV, path, type);
    }

    /** {@return the objects of the JSON files that match a glob, each as a record} */
    public static <A extends Record> Assets<A> json(String glob, Class<A> type) {
        return new Assets<>(Format.JSON, glob, type);
    }

    /** {@return the format} */
    public Format format() {
        return format;
    }

    /** {@return the path or glob} */
    public String location() {
        return location;
    }

    /** {@return what one asset is} */
    public Class<A> type() {
        return type;
    }

    /** {@return a name for messages, from format and location} */
    @Override
    public String toString() {
        return format.name().toLowerCase(java.util.Locale.ROOT) + "(" + location + ")";
    }
}
