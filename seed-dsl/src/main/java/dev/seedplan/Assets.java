package dev.seedplan;

import dev.seedplan.spi.AssetStep;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

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
        /** CSV, one asset a line. */
        CSV,
        /** JSON, one asset an object: of a file, of the array in it, or of a line of a {@code .jsonl} or {@code .ndjson} file. */
        JSON,
        /** YAML 1.2, one asset a mapping: of a file or of one of its documents, or of the sequence in it. */
        YAML,
        /** Text, one asset a file. */
        TEXT,
        /** Pictures: jpeg, png, gif, webp, svg, avif; one asset a file. */
        IMAGE
    }

    /**
     * How files are read, as far as a pool says more than its format.
     *
     * @param separator what separates the cells of CSV
     * @param encoding how text is encoded
     * @param columns the columns of CSV without a header; empty where the first line is one
     * @param key the field whose value tells an asset from the others of its file; empty for its line or index
     */
    public record Options(char separator, Charset encoding, List<String> columns, String key) {

        private static final Options USUAL = new Options(',', StandardCharsets.UTF_8, List.of(), "");
    }

    private final Format format;
    private final String location;
    private final Class<A> type;
    private final Options options;
    private final List<AssetStep<A>> steps;

    private Assets(Format format, String location, Class<A> type) {
        this(format, location, type, Options.USUAL, List.of());
    }

    private Assets(Format format, String location, Class<A> type, Options options, List<AssetStep<A>> steps) {
        this.format = format;
        this.location = Objects.requireNonNull(location, "location");
        this.type = Objects.requireNonNull(type, "type");
        this.options = options;
        this.steps = steps;
    }

    /** {@return the markdown files that match a glob} */
    public static Assets<Markdown> markdown(String glob) {
        return new Assets<>(Format.MARKDOWN, glob, Markdown.class);
    }

    /** {@return the markdown files that match a glob, each as a record of its front matter and {@link Body}} */
    public static <A extends Record> Assets<A> markdown(String glob, Class<A> type) {
        return new Assets<>(Format.MARKDOWN, glob, type);
    }

    /** {@return the lines of the CSV files that match a glob} */
    public static Assets<CsvRow> csv(String glob) {
        return new Assets<>(Format.CSV, glob, CsvRow.class);
    }

    /** {@return the lines of the CSV files that match a glob, each as a record} */
    public static <A extends Record> Assets<A> csv(String glob, Class<A> type) {
        return new Assets<>(Format.CSV, glob, type);
    }

    /** {@return the objects of the JSON files that match a glob} */
    public static Assets<Asset> json(String glob) {
        return new Assets<>(Format.JSON, glob, Asset.class);
    }

    /** {@return the objects of the JSON files that match a glob, each as a record} */
    public static <A extends Record> Assets<A> json(String glob, Class<A> type) {
        return new Assets<>(Format.JSON, glob, type);
    }

    /** {@return the mappings of the YAML files that match a glob} */
    public static Assets<Asset> yaml(String glob) {
        return new Assets<>(Format.YAML, glob, Asset.class);
    }

    /** {@return the mappings of the YAML files that match a glob, each as a record} */
    public static <A extends Record> Assets<A> yaml(String glob, Class<A> type) {
        return new Assets<>(Format.YAML, glob, type);
    }

    /** {@return the text files that match a glob; their text is {@code $content}} */
    public static Assets<Asset> text(String glob) {
        return new Assets<>(Format.TEXT, glob, Asset.class);
    }

    /** {@return the text files that match a glob, each as a record of its {@link Body} and of facts about the file} */
    public static <A extends Record> Assets<A> text(String glob, Class<A> type) {
        return new Assets<>(Format.TEXT, glob, type);
    }

    /** {@return the pictures that match a glob} */
    public static Assets<Image> images(String glob) {
        return new Assets<>(Format.IMAGE, glob, Image.class);
    }

    /**
     * {@return the same CSV files with cells separated otherwise than by commas}
     *
     * @throws IllegalArgumentException for a quote, a line break or a letter or digit
     * @throws IllegalStateException if they are no CSV
     */
    public Assets<A> separatedBy(char separator) {
        require(format == Format.CSV, "separatedBy");
        if (separator == '"' || separator == '\n' || separator == '\r' || Character.isLetterOrDigit(separator)) {
            throw new IllegalArgumentException("the separator '" + separator + "' could not be told from a cell");
        }
        return with(new Options(separator, options.encoding, options.columns, options.key));
    }

    /**
     * {@return the same CSV files, without a header and with columns of these names}
     *
     * @throws IllegalStateException if they are no CSV
     */
    public Assets<A> columns(String... names) {
        require(format == Format.CSV, "columns");
        return with(new Options(options.separator, options.encoding, List.of(names), options.key));
    }

    /**
     * {@return the same files in another encoding than UTF-8}
     *
     * @throws IllegalStateException for pictures and JSON, which is always UTF-8
     */
    public Assets<A> encodedAs(Charset encoding) {
        require(format != Format.IMAGE && format != Format.JSON, "encodedAs");
        return with(new Options(options.separator, encoding, options.columns, options.key));
    }

    /**
     * {@return the same assets, told from the others of their file by the value of a field} Rows then stay as they are
     * when lines or objects are added before theirs. Two assets of one file with the same value are an error.
     *
     * @throws IllegalStateException if a file is one asset
     */
    public Assets<A> keyedBy(String field) {
        require(format == Format.CSV || format == Format.JSON || format == Format.YAML, "keyedBy");
        return with(new Options(options.separator, options.encoding, options.columns, field));
    }

    /** {@return the assets of which {@code test} is true; several are all to be true} */
    public Assets<A> where(Predicate<? super A> test) {
        return then(new AssetStep.Where<>(test));
    }

    /**
     * {@return the assets named, in that order} A name is an id, a path, or a file's name with or without its extension. One
     * that no asset has, or several, is an error that says what was probably meant.
     */
    public Assets<A> only(String... names) {
        return then(new AssetStep.Only<>(List.of(names)));
    }

    /**
     * {@return {@code count} of the assets, or all where there are fewer, each as likely as another} The plan's seed and the
     * assets' ids decide; one more file takes the place of one at most. The order stays.
     */
    public Assets<A> take(int count) {
        return then(new AssetStep.Take<>(atLeastNone(count), null));
    }

    /**
     * {@return {@code count} of the assets, drawn by weight without repetition} An asset of twice the weight is drawn first
     * twice as often; one of weight 0 or less only when nothing else is left. As stable as {@link #take(int)}.
     */
    public Assets<A> take(int count, ToDoubleFunction<? super A> weight) {
        return then(new AssetStep.Take<>(atLeastNone(count), Objects.requireNonNull(weight, "weight")));
    }

    /** {@return the first {@code count} of the assets, or all where there are fewer} */
    public Assets<A> first(int count) {
        return then(new AssetStep.First<>(atLeastNone(count)));
    }

    /** {@return the assets in another order; those that are equal in it stay in the order of their paths} */
    public Assets<A> orderedBy(Comparator<? super A> order) {
        return then(new AssetStep.Ordered<>(order));
    }

    /** {@return these assets, and after them those of another pool whose ids are not among them} */
    public Assets<A> mergedWith(Assets<A> other) {
        return then(new AssetStep.Merged<>(Objects.requireNonNull(other, "other")));
    }

    /**
     * {@return these assets, made up to {@code count} where there are fewer} So ten users have an article each where there are
     * five files.
     *
     * @param maker makes the one of that number, 0 and up, from nothing else
     */
    public Assets<A> filledUpTo(int count, IntFunction<? extends A> maker) {
        return then(new AssetStep.FilledUp<>(atLeastNone(count), maker));
    }

    private static int atLeastNone(int count) {
        if (count < 0) {
            throw new IllegalArgumentException(count + " assets");
        }
        return count;
    }

    private Assets<A> then(AssetStep<A> step) {
        List<AssetStep<A>> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Assets<>(format, location, type, options, List.copyOf(longer));
    }

    private void require(boolean fits, String method) {
        if (!fits) {
            throw new IllegalStateException(method + " says nothing about " + this);
        }
    }

    private Assets<A> with(Options changed) {
        return new Assets<>(format, location, type, changed, steps);
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

    /** {@return how the files are read} */
    public Options options() {
        return options;
    }

    /** {@return what is done to the assets after they were read} */
    public List<AssetStep<A>> steps() {
        return steps;
    }

    /** {@return a name for messages, from format and location} */
    @Override
    public String toString() {
        return format.name().toLowerCase(Locale.ROOT) + "(" + location + ")";
    }
}
