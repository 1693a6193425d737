package dev.seedplan.runtime.internal.ledger;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, in view of the earlier runs of the same name.
 *
 * @param kind what
 * @param run the earlier run it refers to; null for {@link Kind#FRESH}
 */
public record Decision(Kind kind, @Nullable RecordedRun run) {

    /** The names of lines that say what was found in the database, rather than what the program is, begin so. */
    public static final String FOUND = "found ";

    /** Names of lines about single values and numbers of rows begin so; rows of the database may decide these too. */
    public static final String VALUE = "value ";

    public static final String ROWS = "rows ";
    public static final String ADDRESS = "address ";
    private static final List<String> DECIDED_BY_FINDS = List.of(FOUND, VALUE, ROWS, ADDRESS);

    /** What is to be done. */
    public enum Kind {
        /** All rows are to be written. */
        FRESH,
        /** An unfinished run of the same contract is to be gone on with. */
        RESUME,
        /** All rows are there. */
        DONE,
        /** The rows of another contract are there. */
        CHANGED,
        /** A part of the rows of another contract is there. */
        UNFINISHED
    }

    /**
     * {@return what is to be done}
     *
     * @param runs of that name, as {@link Ledger#runs} gives them
     * @throws dev.seedplan.runtime.SeedException if an unfinished run began with other rows of the database
     */
    public static Decision of(List<RecordedRun> runs, RunContract contract) {
        RecordedRun changed = null;
        RecordedRun unfinished = null;
        for (RecordedRun run : runs) {
            boolean same = same(run.run().contract(), contract);
            if (run.state() == RecordedRun.State.DONE) {
                if (same) {
                    return new Decision(Kind.DONE, run);
                }
                changed = run;
            } else if (same && run.state() == RecordedRun.State.PLANNED) {
                return resume(run, contract);
            } else if (run.hasRows()) {
                unfinished = run;
            }
        }
        if (unfinished != null) {
            return new Decision(Kind.UNFINISHED, unfinished);
        }
        return changed != null ? new Decision(Kind.CHANGED, changed) : new Decision(Kind.FRESH, null);
    }

    private static Decision resume(RecordedRun run, RunContract contract) {
        if (run.run().contract().equals(contract)) {
            return new Decision(Kind.RESUME, run);
        }
        if (run.hasRows()) {
            throw LedgerError.EXISTING_CHANGED.because(
                    "run " + run.id() + " is unfinished, and since it began there was a change in "
                            + String.join(", ", changedFinds(run.run().contract(), contract)));
        }
        // Nothing was written yet: a new run begins with what is there now.
        return new Decision(Kind.FRESH, null);
    }

    /** {@return what was found otherwise than now, without the word before it} */
    public static List<String> changedFinds(RunContract then, RunContract now) {
        TreeMap<String, String> all = new TreeMap<>(then.lines());
        all.putAll(now.lines());
        return all.keySet().stream()
                .filter(name -> name.startsWith(FOUND))
                .filter(name -> !String.valueOf(then.lines().get(name))
                        .equals(String.valueOf(now.lines().get(name))))
                .map(name -> name.substring(FOUND.length()))
                .toList();
    }

    /** {@return whether two contracts are of one program; what rows of the database decide counts only if those are the same} */
    private static boolean same(RunContract one, RunContract other) {
        boolean found = changedFinds(one, other).isEmpty();
        return found ? one.equals(other) : program(one).equals(program(other));
    }

    private static Map<String, String> program(RunContract contract) {
        SortedMap<String, String> lines = new TreeMap<>(contract.lines());
        lines.keySet().removeIf(name -> DECIDED_BY_FINDS.stream().anyMatch(name::startsWith));
        return lines;
    }
}
