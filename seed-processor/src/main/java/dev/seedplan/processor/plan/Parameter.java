package dev.seedplan.processor.plan;

import dev.seedplan.schema.Table;
import java.util.List;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** A parameter of a row method after the first. */
public sealed interface Parameter {

    /** {@return the parameter of the method and of those it overrides, most specific first} */
    List<VariableElement> chain();

    /** A parent. */
    record Parent(List<VariableElement> chain, Table table) implements Parameter {}

    /** The draws. */
    record Draws(List<VariableElement> chain) implements Parameter {}

    /** A row of a table that is not there, which has been said; {@code type} is its row class's simple name. */
    record Lost(List<VariableElement> chain, String type) implements Parameter {}

    /** Anything else: of a method with a pool its asset, otherwise wrong. */
    record Other(List<VariableElement> chain, TypeMirror type) implements Parameter {}

    /** {@return the parameter itself} */
    default VariableElement element() {
        return chain().get(0);
    }
}
