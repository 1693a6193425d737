package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a self reference: the parameter is an earlier row of the same table, or null for a root. Where the method has a
 * {@link Per} parent, only earlier rows of the same parent count: a reply belongs to the post of the comment it answers.
 *
 * <pre>{@code
 * void comments(CommentsRow c, @Per(min = 0, max = 9) PostsRow post,
 *               @Tree(roots = 0.3, depth = 4) @Nullable CommentsRow parent) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Tree {

    /** {@return the share of rows, 0 to 1, that are roots; a first row always is; default 0.3} */
    double roots() default 0.3;

    /** {@return the greatest number of levels, 1 or more: 1 makes every row a root; default 4} */
    int depth() default 4;
}
