package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.Distributed;
import dev.seedplan.runtime.PoolHealth;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What became of the content of a run, and where its rows come from. */
public final class LayoutContent {

    private final Layout layout;
    private final PoolNames names;

    LayoutContent(Layout layout, PoolNames names) {
        this.layout = layout;
        this.names = names;
    }

    /** {@return what came of the distributions, in the order of the steps} */
    public List<Distributed> distributed() {
        return layout.steps().stream()
                .map(StepLayout::distributed)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Refuses assets that were made, and rules that were relaxed.
     *
     * @throws EngineException if there are any
     */
    public void refuseRelaxed() {
        for (StepLayout step : layout.steps()) {
            Dealt dealt = step.dealt();
            if (dealt != null) {
                dealt.refuseRelaxed();
            }
        }
    }

    /** {@return what became of the pools that have been opened, by name} */
    public List<PoolHealth> health() {
        return layout.pools().health(names);
    }

    /** {@return for each pool that has been opened a digest, by name} */
    public SortedMap<String, Long> digests() {
        return layout.pools().digests(names);
    }

    /** {@return where a row of a table comes from; null where the plan makes no such row} */
    public @Nullable RowOrigin origin(String table, long row) {
        TableLayout rows = layout.table(table);
        if (rows == null || row < 0 || row >= rows.size()) {
            return null;
        }
        StepLayout step = rows.stepOf(row);
        return RowOrigin.of(step, row - step.base(), layout.worker());
    }
}
