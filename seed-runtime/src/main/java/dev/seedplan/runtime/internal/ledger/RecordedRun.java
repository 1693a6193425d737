package dev.seedplan.runtime.internal.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A run as the ledger has it.
 *
 * @param id its number, from 1
 * @param run what was planned
 * @param state how far it is
 * @param planned when it began, by the database's clock
 * @param who the role, and from where, as far as it was known
 * @param blocks the keys it took
 * @param steps what it wrote, in order
 * @param isRestored whether it was recorded in another database, of which this is a copy restored from a dump
 */
public record RecordedRun(
        long id,
        NewRun run,
        State state,
        Instant planned,
        String who,
        List<KeyBlock> blocks,
        List<WrittenStep> steps,
        boolean isRestored) {

    /** How far a run is. */
    public enum State {
        /** It has taken keys; what it committed since is in its steps. */
        PLANNED,
        /** It has written all it meant to. */
        DONE,
        /** A part of its rows has been taken back. */
        ROLLING_BACK,
        /** Its rows have been taken back. */
        ROLLED_BACK,
        /** It wrote nothing, and will never be gone on with. */
        GIVEN_UP
    }

    /** Keeps the lists as they are now. */
    public RecordedRun {
        blocks = List.copyOf(blocks);
        steps = List.copyOf(steps);
    }

    /** {@return whether it has committed rows} */
    public boolean hasRows() {
        return steps.stream().anyMatch(s -> s.count() > 0);
    }

    /** {@return the number of rows it wrote} */
    public long rows() {
        return steps.stream().mapToLong(WrittenStep::count).sum();
    }
}
