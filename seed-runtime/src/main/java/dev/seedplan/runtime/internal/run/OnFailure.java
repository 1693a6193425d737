package dev.seedplan.runtime.internal.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to do where something goes wrong.
 *
 * @param retries how often to try anew what may well succeed then; 0 or more
 * @param keepGoing whether to undo a step that fails, and go on with those that do not depend on it
 * @param maxRejects how many rows that the server refuses may be left out; 0 for none
 * @param rejects the file that lists them; null where none may be left out
 */
public record OnFailure(
        int retries,
        boolean keepGoing,
        long maxRejects,
        @Nullable Path rejects) {

    /** Two tries more, and nothing left out. */
    public static final OnFailure USUAL = new OnFailure(2, false, 0, null);

    /** {@return whether rows or steps may be left out, so that each is loaded in a savepoint with its constraints in place} */
    boolean mayLeaveOut() {
        return keepGoing || maxRejects > 0;
    }
}
