package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parent over whose rows, the targets, the assets of the method's pool are distributed. The method has {@link
 * Rows#from}; there is a row for each use of an asset. Bounds and quotas are solved exactly, never drawn and trimmed; the
 * seed decides among the solutions. What cannot be is relaxed as little as possible, and the summary says what was.
 *
 * <pre>{@code
 * @Rows(from = "ARTICLES")
 * protected void posts(PostsRow p,
 *     @Distribute(strategy = Strategy.ZIPF, min = 1, max = 4)
 *     @Quota(field = "category", is = "technical", min = 0.3, max = 0.5) UsersRow author, Article a) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Distribute {

    /** {@return how to choose among the distributions that keep all bounds; default {@link Strategy#EVEN}} */
    Strategy strategy() default Strategy.EVEN;

    /** {@return how many assets each target has at least, 0 or more; default 0} */
    int min() default 0;

    /** {@return how many assets each target has at most, 0 or more; -1 (default): no bound} */
    int max() default -1;

    /**
     * {@return how many rows there are in all; -1 (default): as many as there are assets, less where the targets take no more,
     * more where {@link #min} needs more and {@link #perAsset} allows it}
     */
    int total() default -1;

    /** {@return for how many different targets an asset may be used, 1 or more; default 1} */
    int perAsset() default 1;

    /**
     * {@return the name of a method of the plan that takes a target and gives its weight, a number of 0 or more, for {@link
     * Strategy#WEIGHTED_RANDOM}; by default weights are drawn, so that a few targets have much more than most}
     */
    String weight() default "";

    /**
     * {@return the name of a method of the plan that takes a target and an asset and says whether they may come together; by
     * default all may} It is asked for each pair: memory and time are in proportion to their number.
     */
    String allows() default "";

    /** {@return what to do where there are too few assets; default {@link TooFew#MAKE}} */
    TooFew tooFew() default TooFew.MAKE;

    /** {@return whether the run is refused rather than a rule relaxed or an asset made; default false; {@code --strict} too} */
    boolean strict() default false;

    /** {@return how much {@link #min} matters: rules of lower priority are relaxed first; default 0} */
    int minPriority() default 0;

    /** {@return how much {@link #max} matters; default 0} */
    int maxPriority() default 0;

    /** {@return how much {@link #total} matters; default 0} */
    int totalPriority() default 0;
}
