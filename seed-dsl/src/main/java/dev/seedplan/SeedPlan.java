package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class as a seed plan: its row methods fill tables.
 *
 * <p>The class must not be final and needs a constructor without parameters that is not private. The processor
 * generates the program beside it: for {@code BlogDemo} the class {@code BlogDemoSeed} with a {@code main}.
 *
 * <pre>{@code
 * @SeedPlan(seed = 2026, at = "2026-01-01T00:00:00Z")
 * public class BlogDemo {
 *   @Rows(50)
 *   protected void users(UsersRow u) {
 *     u.name(fullName());
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SeedPlan {

    /** {@return the seed that decides every draw; another seed gives other rows} */
    long seed() default 1;

    /** {@return the plan's instant in ISO-8601: what {@code now()} means in it; default 2026-01-01T00:00:00Z} */
    String at() default "2026-01-01T00:00:00Z";

    /** {@return the language of names and texts: {@code en}, {@code de}, {@code fr} or {@code es}; default {@code en}} */
    String locale() default "en";
}
