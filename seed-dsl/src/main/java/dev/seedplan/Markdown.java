package dev.seedplan;

import java.util.List;
import java.util.Map;

/** A markdown file: its front matter and its body. */
public interface Markdown extends Asset {

    /** {@return the front matter's {@code title}, else the first heading, else the file's name without extension} */
    String title();

    /** {@return the text below the front matter as it is written, with line ends {@code \n}} */
    String body();

    /** {@return the body as HTML, by CommonMark; HTML within it is passed through} */
    String html();

    /** {@return the body's text without marks: one line a paragraph or list item, headings included} */
    String plainText();

    /** {@return the body's headings, in its order} */
    List<Heading> headings();

    /**
     * {@return the beginning of the first paragraph's text, cut at a word's end and closed with {@code …} where it is
     * longer; empty if there is no paragraph}
     *
     * @param longest the most characters, 1 or more
     */
    String excerpt(int longest);

    /** {@return the number of words of {@link #plainText}: runs of letters and digits, each ideograph one} */
    int wordCount();

    /**
     * {@return the front matter, in the file's order} A list is a {@link List}, nested fields are a {@link Map}, anything
     * else is a text; fields without a value are not there.
     */
    Map<String, Object> frontMatter();

    /**
     * A heading.
     *
     * @param level 1 to 6
     * @param text its text without marks
     */
    record Heading(int level, String text) {}
}
