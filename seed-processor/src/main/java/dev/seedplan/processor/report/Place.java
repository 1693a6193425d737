package dev.seedplan.processor.report;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a message stands: an element, an annotation on it, or one value of that annotation.
 *
 * @param element the element
 * @param annotation the annotation; null for the element itself
 * @param value its value; null for the annotation as a whole
 */
public record Place(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) {

    /** {@return the place of an element itself} */
    public static Place of(Element element) {
        return new Place(element, null, null);
    }
}
