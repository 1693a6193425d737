package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which foreign key a parent parameter stands for, where more than one leads to its table, and how often a
 * nullable one is NULL.
 *
 * <pre>{@code
 * void posts(PostsRow p, @Per(3) @Via("author_id") UsersRow author,
 *            @Via(value = "editor_id", nulls = 0.6) @Nullable UsersRow editor) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Via {

    /** {@return a column of the foreign key; may be left out where only one leads to the parent} */
    String value() default "";

    /** {@return the share of rows, 0 to 1, whose foreign key is NULL and whose parameter is null; default 0} */
    double nulls() default 0;
}
