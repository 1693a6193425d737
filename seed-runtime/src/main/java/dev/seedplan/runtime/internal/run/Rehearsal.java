package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.engine.Worker;
import dev.seedplan.runtime.internal.load.Nowhere;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A dry run: makes and encodes every row, and sends none. */
final class Rehearsal {

    static final String NOT_CHECKED =
            "Checked: every value against its column's type, length and NOT NULL. Not checked without "
                    + "writing: CHECK constraints, triggers, and unique keys over values the plan makes itself.";

    private Rehearsal() {}

    static List<Summary.TableSummary> tables(Layout layout, Progress progress) {
        Worker worker = layout.worker();
        Map<TableLayout, Long> calls = new HashMap<>();
        for (StepLayout step : layout.steps()) {
            long before = worker.calls();
            new Nowhere()
                    .load(
                            step,
                            0,
                            step.count(),
                            worker,
                            rows -> progress.at(
                                    new Progress.State(step.table().table().id(), rows, step.count())));
            calls.merge(step.table(), worker.calls() - before, Long::sum);
        }
        return layout.tables().stream()
                .map(table -> new Summary.TableSummary(
                        table.table().id(),
                        table.size(),
                        0,
                        table.size() == 0 ? 0 : (double) calls.getOrDefault(table, 0L) / table.size()))
                .toList();
    }
}
