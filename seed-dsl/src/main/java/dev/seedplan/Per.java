package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parent a row method iterates over, and says how many rows each parent gets.
 *
 * <pre>{@code
 * protected void posts(PostsRow p, @Per(min = 1, max = 12, shape = Shape.ZIPF) UsersRow author) { … }
 * protected void profiles(ProfilesRow p, @Per(1) UsersRow user) { … }
 * protected void postTags(PostTagsRow link, @Per(density = 0.2) PostsRow post, TagsRow tag) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Per {

    /** {@return exactly so many rows for each parent; -1 (default) where {@link #min} and {@link #max} say it} */
    int value() default -1;

    /** {@return the least number of rows for a parent, 0 or more; default 0} */
    int min() default 0;

    /** {@return the greatest number of rows for a parent; must be given unless {@link #value} is} */
    int max() default -1;

    /** {@return how the numbers between {@link #min} and {@link #max} are spread; default {@link Shape#UNIFORM}} */
    Shape shape() default Shape.UNIFORM;

    /** {@return the number of rows over all parents, within {@link #min} and {@link #max}; -1 (default): as they fall} */
    long total() default -1;

    /**
     * {@return for a link table, instead of all the numbers above: the share of all pairs of this parent and the method's
     * other one that get a row, above 0 and at most 1} There are {@code density × parents × others} rows, rounded, and no
     * pair twice. Default -1: no link table.
     */
    double density() default -1;

    /** {@return with {@link #density}: how the pairs are spread; default {@link Spread#EVEN}} */
    Spread spread() default Spread.EVEN;

    /**
     * {@return with {@link #density}: whether rows of either parent may be in no pair; default true} With false each is
     * in at least one, and there are more rows than the density says where that takes more.
     */
    boolean orphans() default true;
}
