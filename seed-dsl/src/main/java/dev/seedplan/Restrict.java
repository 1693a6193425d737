package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which assets the targets of a {@link Distribute} may have, by their tags or another field. A restriction is never
 * relaxed.
 *
 * <pre>{@code
 * @Restrict(targets = "isGuest", any = {"travel", "food"}, excluded = "draft") UsersRow author
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
@Repeatable(Restrict.List.class)
public @interface Restrict {

    /** {@return the name of a method of the plan that takes a target and says whether it is meant; by default all are} */
    String targets() default "";

    /** {@return a component of the asset's record, or a field of an asset without one; default {@code tags}} */
    String field() default "tags";

    /** {@return values of which {@link #field} has all} */
    String[] required() default {};

    /** {@return values of which {@link #field} has at least one; none (default): any will do} */
    String[] any() default {};

    /** {@return values of which {@link #field} has none} */
    String[] excluded() default {};

    /** Holds several {@link Restrict} on one parameter. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.PARAMETER)
    @interface List {

        /** {@return the annotations} */
        Restrict[] value();
    }
}
