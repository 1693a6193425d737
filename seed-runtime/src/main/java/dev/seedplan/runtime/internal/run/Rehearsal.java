package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.engine.Worker;
import dev.seedplan.runtime.internal.load.Nowhere;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A dry run: makes and encodes every row, and sends none. */
final class Rehearsal {

    static final String NOT_CHECKED =
            "Checked: every value against its column's type, length and NOT NULL. Not checked without "
                    + "writing: CHECK constraints, triggers, and unique keys over values the plan makes itself.";

    /** From so many calls on a row costs more than the server needs to take it. */
    private static final double MANY_CALLS = 8;

    private Rehearsal() {}

    /** {@return a sentence for each table whose rows compute many others} */
    static List<String> costly(List<Summary.TableSummary> tables) {
        return tables.stream()
                .filter(table -> table.callsPerRow() > MANY_CALLS)
                .map(table -> String.format(
                        Locale.ROOT,
                        "Each row of %s takes %.1f calls of row methods: it reads columns of parents that read columns of theirs."
                                + " What is read along a long chain is better drawn anew, or kept in a column of the nearest"
                                + " parent that does not read on.",
                        table.table(),
                        table.callsPerRow()))
                .toList();
    }

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
