package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which share of all rows of a {@link Distribute} is of assets of a kind. The kind is said by {@link #is}, by {@link
 * #within}, or by {@link #where}.
 *
 * <pre>{@code
 * @Quota(field = "category", is = "technical", min = 0.3, max = 0.5)
 * @Quota(field = "date", within = "6 months", min = 0.7)
 * @Quota(where = "isLong", max = 0.2, priority = 5)
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
@Repeatable(Quota.List.class)
public @interface Quota {

    /** {@return a component of the asset's record, or a field of an asset without one} */
    String field() default "";

    /** {@return the values of {@link #field}, of which one is enough; of a list one element is enough} */
    String[] is() default {};

    /**
     * {@return a time before the plan's instant in which {@link #field}, a date, lies: a number and {@code days}, {@code weeks},
     * {@code months} or {@code years}}
     */
    String within() default "";

    /** {@return the name of a method of the plan that takes an asset and says whether it is of the kind} */
    String where() default "";

    /** {@return the least share, 0 to 1; default 0} */
    double min() default 0;

    /** {@return the largest share, 0 to 1; default 1} */
    double max() default 1;

    /** {@return how much it matters: rules of lower priority are relaxed first; default 0} */
    int priority() default 0;

    /** Holds several {@link Quota} on one parameter. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PARAMETER)
    @interface List {

        /** {@return the annotations} */
        Quota[] value();
    }
}
