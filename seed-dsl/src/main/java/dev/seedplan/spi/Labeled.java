package dev.seedplan.spi;

/** A generated enum: each constant stands for a label of an enum in the database. */
public interface Labeled {

    /** {@return the label as the database spells it} */
    String label();
}
