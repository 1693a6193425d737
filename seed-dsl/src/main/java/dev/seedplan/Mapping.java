package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How an asset becomes a row: one line for each column, {@code column = expression}. The lines are checked and compiled
 * with the plan. They run before the method's body, whose setters win.
 *
 * <pre>{@code
 * @Rows(from = "ARTICLES")
 * @Mapping("""
 *     title        = frontmatter.title | sentence()
 *     slug         = slugify(frontmatter.title | $filename)
 *     published_at = frontmatter.date | randomRecent(30 days)
 *     tags         = frontmatter.tags | []
 *     read_minutes = readTime(body)
 *     price        = frontmatter.price where min(0) else skip
 *     """)
 * protected void posts(PostsRow p, Article a) {}
 * }</pre>
 *
 * <p>An expression is a path into the asset, a fact about its file ({@code $filename}), a literal, a list, or a call, with
 * {@code |} before what is taken where the former is missing: null, an empty text or an empty list. {@code where} tests
 * the value; {@code else} says what becomes of one that fails a test or does not fit its column: {@code fail} stops the
 * run before anything is written, {@code skip} leaves the row out, an expression takes its place. {@code docs/mapping.md}
 * has the grammar and all functions.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Mapping {

    /** {@return the lines} */
    String value() default "";

    /**
     * {@return a ready mapping to start from} It sets those of its columns that the table has and {@link #value} has no line
     * for, from those of its fields that the assets have; the rest of it is left out.
     */
    Ready start() default Ready.NONE;

    /** Ready mappings. */
    enum Ready {
        /** None. */
        NONE,
        /** Title, slug, body, excerpt, tags, category, status, date and reading time of an article. */
        BLOG_POST,
        /** Title, slug, body, excerpt, status, position and date of a page. */
        PAGE,
        /** Names, addresses and what people say about themselves; made up where the assets do not say. */
        USER,
        /** Name, number, price, description, category, labels and stock of something to sell. */
        PRODUCT
    }
}
