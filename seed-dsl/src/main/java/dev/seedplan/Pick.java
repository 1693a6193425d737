package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parent that is picked for each row. A row parameter without {@link Per} is picked anyway; the annotation adds
 * {@link #distinct}. On a row method, {@code @Pick("editor_id")} picks the parent of that column without a parameter.
 *
 * <pre>{@code
 * void postTags(PostTagsRow link, @Per(min = 1, max = 4) PostsRow post, @Pick(distinct = true) TagsRow tag) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.METHOD})
@Repeatable(Pick.List.class)
public @interface Pick {

    /** {@return on a method: the foreign key column whose parent is picked; on a parameter not used} */
    String value() default "";

    /** {@return whether the rows of one iterated parent pick different parents; default false} */
    boolean distinct() default false;

    /** Holds several {@link Pick} on one method. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.PARAMETER, ElementType.METHOD})
    @interface List {

        /** {@return the annotations} */
        Pick[] value();
    }
}
