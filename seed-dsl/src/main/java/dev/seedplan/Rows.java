package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many rows a row method makes, or which pool they come from. A row method has either {@code @Rows} or one
 * {@link Per} parameter. On an overriding method it replaces the number; {@code @Rows(0)} leaves the table out.
 *
 * <pre>{@code
 * @Rows(50)            protected void users(UsersRow u) { … }
 * @Rows(value = 200, small = 10, large = 1_000_000) protected void readers(UsersRow u) { … }
 * @Rows(from = "TAGS") protected void tags(TagsRow t, CsvRow csv) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Rows {

    /** {@return the number of rows, 0 or more; with {@link #from} at most so many, all by default (-1)} */
    long value() default -1;

    /**
     * {@return the number of rows where a run asks for the small size, {@code --size small}; -1 (default): a tenth of
     * {@link #value}, rounded up}
     */
    long small() default -1;

    /**
     * {@return the number of rows where a run asks for the large size, {@code --size large}; -1 (default): ten times
     * {@link #value}}
     */
    long large() default -1;

    /** {@return the name of an {@link Assets} field of the plan or an ancestor: one row for each of its assets} */
    String from() default "";
}
