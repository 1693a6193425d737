package dev.seedplan;

import dev.seedplan.internal.Derived;
import dev.seedplan.internal.Lorem;
import dev.seedplan.internal.Patterns;
import dev.seedplan.internal.Slugs;
import dev.seedplan.internal.Template;
import dev.seedplan.internal.TextFunctions;

/** Words and texts, and functions on text. Import {@link Values}, which has all of these. */
public abstract class TextValues extends BusinessValues {

    private static final UniqueText WORD = Template.of(Dict.LOREM);
    private static final UniqueText ADJECTIVE = Template.of(Dict.ADJECTIVE);
    private static final UniqueText NOUN = Template.of(Dict.NOUN);
    private static final UniqueText VERB = Template.of(Dict.VERB);
    private static final TextGen TITLE = new Lorem.Title(3, 7);
    private static final TextGen SENTENCE = new Lorem.Sentences(1, 1);
    private static final TextGen PARAGRAPH = new Lorem.Sentences(3, 6);
    private static final TextGen MARKDOWN = new Lorem.Markdown();
    private static final LocalizedText ANIMAL = Template.of(Dict.ANIMAL);
    private static final LocalizedText BOOK_TITLE = Template.of(Dict.BOOK_TITLE);
    private static final LocalizedText GENRE = Template.of(Dict.GENRE);
    private static final LocalizedText DISH = Template.of(Dict.DISH);
    private static final LocalizedText INGREDIENT = Template.of(Dict.INGREDIENT);
    private static final UniqueText VEHICLE_MAKE = Template.of(Dict.VEHICLE_MAKE);
    private static final UniqueText APP_NAME = Template.of(Dict.APP_NAME);
    private static final UniqueText EMOJI = Template.of(Dict.EMOJI);

    TextValues() {}

    /** {@return a Latin word: {@code voluptatem}} */
    public static UniqueText word() {
        return WORD;
    }

    /** {@return an English adjective: {@code brave}} */
    public static UniqueText adjective() {
        return ADJECTIVE;
    }

    /** {@return an English noun: {@code otter}} */
    public static UniqueText noun() {
        return NOUN;
    }

    /** {@return an English verb: {@code compose}} */
    public static UniqueText verb() {
        return VERB;
    }

    /**
     * {@return Latin words in lower case, fewer where the column is too short for all}
     *
     * @param count how many, 1 or more
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public static TextGen words(int count) {
        return new Lorem.Plain(count);
    }

    /** {@return 3 to 7 Latin words like a heading, fewer where the column is short: {@code Alias Voluptatem Sit}} */
    public static TextGen title() {
        return TITLE;
    }

    /** {@return a sentence of 6 to 14 Latin words, fewer where the column is short} */
    public static TextGen sentence() {
        return SENTENCE;
    }

    /**
     * {@return sentences on one line, fewer where the column is short}
     *
     * @param count how many, 1 or more
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public static TextGen sentences(int count) {
        return new Lorem.Sentences(count, count);
    }

    /** {@return 3 to 6 sentences on one line, fewer where the column is short} */
    public static TextGen paragraph() {
        return PARAGRAPH;
    }

    /**
     * {@return paragraphs with an empty line between them, fewer where the column is short}
     *
     * @param count how many, 1 or more
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public static TextGen paragraphs(int count) {
        return new Lorem.Paragraphs(count, "", "", "\n\n");
    }

    /**
     * {@return paragraphs in HTML: {@code <p>…</p>}}
     *
     * @param count how many, 1 or more
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public static TextGen htmlParagraphs(int count) {
        return new Lorem.Paragraphs(count, "<p>", "</p>", "\n");
    }

    /** {@return a document in Markdown with headings, paragraphs and a list; it does not heed the column's length} */
    public static TextGen markdown() {
        return MARKDOWN;
    }

    /** {@return an animal: {@code otter}} */
    public static LocalizedText animal() {
        return ANIMAL;
    }

    /** {@return the title of a book: {@code Andorra}} */
    public static LocalizedText bookTitle() {
        return BOOK_TITLE;
    }

    /** {@return the genre of a book: {@code Fairy tale}} */
    public static LocalizedText genre() {
        return GENRE;
    }

    /** {@return a dish: {@code Caesar Salad}} */
    public static LocalizedText dish() {
        return DISH;
    }

    /** {@return what a dish is made of: {@code Artichoke}} */
    public static LocalizedText ingredient() {
        return INGREDIENT;
    }

    /** {@return a maker of cars: {@code Volvo}} */
    public static UniqueText vehicleMake() {
        return VEHICLE_MAKE;
    }

    /** {@return the name of an app: {@code Treeflex}} */
    public static UniqueText appName() {
        return APP_NAME;
    }

    /** {@return an emoji} */
    public static UniqueText emoji() {
        return EMOJI;
    }

    /**
     * {@return a text after a pattern: {@code #} stands for a digit, {@code %} for one from 1 to 9, {@code ?} for a
     * capital letter, {@code *} for a small one, and a backslash makes the next character stand for itself}
     *
     * <pre>{@code
     * c.plate(pattern("??-####"));
     * }</pre>
     */
    public static UniqueText pattern(String pattern) {
        return Patterns.of(pattern);
    }

    /**
     * {@return {@code base} with a code that no other row of the table has: {@code on-numbers-0k3m9q}}
     *
     * <pre>{@code
     * p.slug(uniqueOf(slugify(p.title())));
     * }</pre>
     *
     * <p>The code, 6 characters, is the row's ordinal permuted by a key of the seed; it is always there, so that a further
     * row changes no earlier one. The base is cut to fit the column. It serves 2^30 rows (about a thousand million).
     */
    public static TextGen uniqueOf(String base) {
        return Derived.unique(base);
    }

    /**
     * {@return text for an address: letters and digits in lower case with hyphens between words; never empty}
     *
     * <p>Latin letters lose their accents (ß, æ, ø, ł become ss, ae, o, l), Cyrillic and Greek ones are spelled in Latin,
     * letters of other scripts stay. A text without letters and digits gives a code that depends on it alone.
     *
     * <pre>{@code
     * slugify("Größe & Maß"); // grosse-mass
     * }</pre>
     */
    public static String slugify(String text) {
        return Slugs.slug(text);
    }

    /** {@return the text with each word's first letter in upper case} */
    public static String titleCase(String text) {
        return TextFunctions.titleCase(text);
    }

    /**
     * {@return the text, cut to {@code length} characters with an ellipsis as the last where it is longer}
     *
     * @param length in code points, as PostgreSQL counts
     * @throws IllegalArgumentException if {@code length} is negative
     */
    public static String truncate(String text, int length) {
        return TextFunctions.truncate(text, length);
    }

    /**
     * {@return how long the text takes to read, in whole minutes, at least 1} At 238 words a minute, the mean that
     * M. Brysbaert found for English non-fiction ("How many words do we read per minute?", 2019).
     */
    public static int readMinutes(String text) {
        return TextFunctions.readMinutes(text);
    }
}
