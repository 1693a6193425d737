package dev.seedplan.processor.distribute;

import javax.lang.model.type.TypeMirror;

/**
 * What a rule asks: a field of an asset, or a method of the plan.
 *
 * @param kind of whom
 * @param name the method's or field's
 * @param asset the type of the assets
 */
public record Question(Kind kind, String name, TypeMirror asset) {

    /** Of whom a question is, and how it is asked. */
    public enum Kind {
        /** A method that takes a target. */
        TARGET,
        /** A method that takes an asset. */
        ASSET,
        /** A method that takes both. */
        PAIR,
        /** A component of the asset's record. */
        COMPONENT,
        /** A field of an asset without a record. */
        FIELD,
        /** A cell of a line of CSV. */
        CELL
    }
}
