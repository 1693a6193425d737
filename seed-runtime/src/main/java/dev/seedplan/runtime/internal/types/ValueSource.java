package dev.seedplan.runtime.internal.types;

/** Makes values of one type, each a pure function of its address. Safe to share between threads. */
@FunctionalInterface
public interface ValueSource {

    /** {@return the value at an address, never null, as the Java class that this package fixes for the type} */
    Object at(Draws draws);
}
