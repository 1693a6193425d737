package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Truth;

/** Sets of what a condition may be, as bits. */
final class Outcomes {

    static final int TRUE = 1;
    static final int FALSE = 2;
    static final int NULL = 4;
    static final int ANY = 7;

    private Outcomes() {}

    /** The same for the opposite of the condition. */
    static int swapped(int outcomes) {
        return (outcomes & NULL) | ((outcomes & TRUE) << 1) | ((outcomes & FALSE) >> 1);
    }

    static boolean allow(int outcomes, Truth truth) {
        return switch (truth) {
            case TRUE -> (outcomes & TRUE) != 0;
            case FALSE -> (outcomes & FALSE) != 0;
            case NULL -> (outcomes & NULL) != 0;
            case UNDECIDED -> true;
        };
    }
}
