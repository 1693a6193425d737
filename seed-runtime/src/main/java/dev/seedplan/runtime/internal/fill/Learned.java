package dev.seedplan.runtime.internal.fill;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a first pass has taught about a table, for the next one. */
final class Learned {

    private boolean rowByRow;
    private boolean heldParents;
    private String reason = "";
    private final Set<String> ownKeys = new HashSet<>();
    private final Map<Long, Integer> attempts = new HashMap<>();

    /** {@return whether the server refuses some rows, so that each is sent alone} */
    boolean rowByRow() {
        return rowByRow;
    }

    void sendRowByRow() {
        rowByRow = true;
    }

    /** {@return foreign keys whose parents a trigger of this table makes itself, so that their keys must be new} */
    Set<String> ownKeys() {
        return ownKeys;
    }

    /** {@return whether rows that parents held before are parents too, beside the new ones} */
    boolean heldParents() {
        return heldParents;
    }

    /** Takes them; {@return whether that is new} */
    boolean takeHeldParents() {
        boolean before = heldParents;
        heldParents = true;
        return !before;
    }

    /** {@return why rows were refused first; empty if none was} */
    String reason() {
        return reason;
    }

    /** Remembers why rows are refused, unless that is known. */
    void refused(String why) {
        if (reason.isEmpty()) {
            reason = why;
        }
    }

    /** {@return the attempts whose values the server takes, by row} */
    Map<Long, Integer> attempts() {
        return attempts;
    }
}
