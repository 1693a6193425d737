package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the body of a row method sets a foreign key column itself, so that no parameter stands for it.
 *
 * <pre>{@code
 * @Rows(10) @Own("country_id")
 * void cities(CitiesRow c) { c.countryId(1); }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Own.List.class)
public @interface Own {

    /** {@return the foreign key column} */
    String value();

    /** Holds several {@link Own} on one method. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    @interface List {

        /** {@return the annotations} */
        Own[] value();
    }
}
