package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The steps that are left out under {@code --keep-going}: those that failed, and those that depend on one. */
final class LeftOutSteps {

    private final Layout layout;
    private final Map<StepLayout, String> reasons = new LinkedHashMap<>();

    LeftOutSteps(Layout layout) {
        this.layout = layout;
    }

    /**
     * Leaves a failed step out, and those that depend on it.
     *
     * @return whether that is possible: rows that are loaded already do not wait for the step's
     */
    boolean add(StepLayout failed, String reason) {
        reasons.put(failed, reason);
        String table = failed.table().table().id();
        boolean possible = true;
        for (StepLayout step : layout.steps()) {
            boolean depends = step.spec().parents().stream()
                    .anyMatch(p -> p.existing() == null && p.table().equals(table));
            if (depends && step != failed && step.count() > 0 && !reasons.containsKey(step)) {
                possible &= layout.steps().indexOf(step) > layout.steps().indexOf(failed);
                possible &= add(step, "it needs rows of " + table + ", which is left out");
            }
        }
        return possible;
    }

    boolean contains(StepLayout step) {
        return reasons.containsKey(step);
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    /** {@return what is left out, steps in their order, then rows by table} */
    List<Summary.LeftOut> list(Rejects rejects, OnFailure failing) {
        List<Summary.LeftOut> all = new ArrayList<>();
        for (StepLayout step : layout.steps()) {
            String reason = reasons.get(step);
            if (reason != null) {
                all.add(new Summary.LeftOut(step.table().table().id(), step.count(), reason));
            }
        }
        new TreeMap<>(rejects.byTable())
                .forEach((table, rows) -> all.add(new Summary.LeftOut(
                        table, rows, "the server refuses them; the reasons are in " + failing.rejects())));
        return all;
    }
}
