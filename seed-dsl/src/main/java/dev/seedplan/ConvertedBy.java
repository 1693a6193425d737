package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Function;

/**
 * Makes the component of a record from the field's text by a class of one's own, whatever the component's type. The class
 * has a constructor without parameters; what its function throws is reported with file and line.
 *
 * <pre>{@code
 * record Product(@ConvertedBy(Cents.class) long price) {}
 * static final class Cents implements Function<String, Long> { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ConvertedBy {

    /** {@return the class whose function makes the value} */
    Class<? extends Function<String, ?>> value();
}
