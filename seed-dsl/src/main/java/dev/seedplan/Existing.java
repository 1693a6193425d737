package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for parents among the rows that are in the database already, also where a row method fills their table.
 *
 * <pre>{@code
 * void posts(PostsRow p, @Per(max = 3) @Existing(where = "is_personal_account", limit = 100) AccountsRow account) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Existing {

    /** {@return a SQL condition over the parent's columns; empty (default) for all rows} */
    String where() default "";

    /** {@return at most so many rows, in the order of the key; default 100,000} */
    int limit() default 100_000;

    /** {@return {@code table.column}: only parents to which no row of that table points yet; empty (default) for all} */
    String without() default "";
}
