package dev.seedplan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the field of an asset that a record's component takes, where it is spelled otherwise, is nested
 * ({@code seo.title}) or is a fact about the file, such as {@code $path} or {@code $size}: see {@link Asset}. Of markdown
 * there are also {@code $html}, {@code $text}, {@code $excerpt} (160 characters), {@code $words} and {@code $headings}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Named {

    /** {@return the field's name in the file} */
    String value();
}
