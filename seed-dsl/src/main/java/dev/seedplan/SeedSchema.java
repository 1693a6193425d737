package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the package whose row classes are generated from a schema snapshot. {@code seedplan snapshot} writes it:
 *
 * <pre>{@code
 * @SeedSchema(file = "seedplan/schema.json", hash = "3f9c41…")
 * package blog.db;
 * }</pre>
 *
 * <p>The hash is over the meaning of the snapshot. It stands in the source so that every build tool sees a changed
 * schema as a changed source.
 */
@Documented
@Retention(RetentionPolicy.CLASS) // a plan compiled alone finds its schema through this package's class file
@Target(ElementType.PACKAGE)
public @interface SeedSchema {

    /** {@return the snapshot's path among the project's resources} */
    String file() default "seedplan/schema.json";

    /** {@return SHA-256 of the snapshot's meaning, in hex} */
    String hash();
}
