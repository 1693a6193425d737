package dev.seedplan.runtime.internal.engine;

import dev.seedplan.mapping.MappingException;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.spi.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mapping of a step, tried on all of the step's assets before the first row: what it refuses either leaves its row out
 * or stops the run, with everything that is wrong at once.
 */
final class MappedPool {

    /** The most problems one message lists: enough to see a pattern, few enough to read. */
    private static final int MOST = 20;

    private final StepLayout all;
    private final List<String> problems = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** Makes one for a step that was laid out with all of its assets. */
    MappedPool(StepLayout all) {
        this.all = all;
    }

    /**
     * {@return the places of the assets that make rows}
     *
     * @throws EngineException if the mapping refuses one, and its row may not be left out
     */
    int[] kept(Worker worker) {
        Frame frame = new Frame(all, worker, true);
        int[] kept = IntStream.range(0, (int) all.count())
                .filter(asset -> maps(frame, asset))
                .toArray();
        stopIfAny("");
        return kept;
    }

    /** {@return for each row that is left out why} */
    List<String> leftOut() {
        return leftOut;
    }

    private boolean maps(Frame frame, int asset) {
        frame.moveTo(asset);
        Slots row = frame.slots();
        frame.map();
        boolean kept = true;
        List<ColumnSpec> columns = all.table().table().columns();
        for (int column = 0; column < columns.size(); column++) {
            if (row.state(column) == Slots.NOTED) {
                try {
                    row.resolve(column);
                } catch (MappingException e) {
                    kept = false;
                    refuse(e);
                }
            }
        }
        return kept;
    }

    private void refuse(MappingException e) {
        if (e.skipsRow()) {
            leftOut.add(e.what());
            return;
        }
        problems.add(e.what());
        if (problems.size() == MOST) {
            stopIfAny("at least ");
        }
    }

    private void stopIfAny(String atLeast) {
        if (problems.size() == 1) {
            throw new EngineException(EngineError.NOT_MAPPED, problems.get(0));
        }
        if (!problems.isEmpty()) {
            throw new EngineException(
                    EngineError.NOT_MAPPED,
                    all.name() + ": there are " + atLeast + problems.size() + " problems\n  "
                            + String.join("\n  ", problems) + "\n");
        }
    }

    /** {@return the addresses of those that are kept} */
    static long[] of(long[] addresses, int[] kept) {
        return Arrays.stream(kept).mapToLong(place -> addresses[place]).toArray();
    }
}
