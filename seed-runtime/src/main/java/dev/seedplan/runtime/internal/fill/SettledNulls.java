package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.Reference;
import dev.seedplan.runtime.internal.rules.UniqueKey;
import dev.seedplan.runtime.internal.solve.Nullness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Settles which columns of a row are NULL, or must not be, because of keys and parents.
 *
 * @param number the row's
 * @param picks for each part of the unique keys the number of its value; -1 where it is free
 * @param wanted is set, by column
 */
record SettledNulls(RowPlan plan, long number, long[] picks, Nullness[] wanted) {

    /** {@return the unique keys the row must stay out of} */
    List<UniqueKey> settle() {
        List<UniqueKey> outside = new ArrayList<>();
        for (KeyPlan.Escape escape : plan.keys().escapes(number)) {
            if (escape.nullColumn() >= 0) {
                wanted[escape.nullColumn()] = Nullness.NULL;
            } else {
                outside.add(escape.key());
            }
        }
        plan.sequences().keySet().forEach(c -> wanted[c] = Nullness.NOT_NULL);
        plan.keys().drivers().stream().filter(this::mustHaveValue).forEach(c -> wanted[c] = Nullness.NOT_NULL);
        Set<Reference> governed = governed();
        for (ReferenceGroup group : plan.groups()) {
            for (int r = 0; r < group.references().size(); r++) {
                Reference reference = group.references().get(r);
                if (governed.contains(reference)) {
                    Arrays.stream(reference.columns())
                            .filter(this::mustHaveValue)
                            .forEach(c -> wanted[c] = Nullness.NOT_NULL);
                } else {
                    settle(reference, group.parents(r), group);
                }
            }
        }
        return outside;
    }

    /** {@return the references whose parents a unique key chooses} */
    private Set<Reference> governed() {
        Set<Reference> governed = new LinkedHashSet<>();
        for (int i = 0; i < picks.length; i++) {
            if (picks[i] < 0) {
                continue;
            }
            Component component = plan.keys().components().get(i);
            if (component instanceof Component.Values few) {
                wanted[few.column()] = Nullness.NOT_NULL;
            } else if (component instanceof Component.Parents parents) {
                ReferenceGroup group = plan.groups().get(parents.group());
                parents.covered().forEach(r -> governed.add(group.references().get(r)));
            }
        }
        return governed;
    }

    private boolean mustHaveValue(int column) {
        return plan.keys().mustHaveValue(column) || !plan.rules().nullable(column);
    }

    /** A reference that has no parent to point at must be NULL, in a column of its own if it has one. */
    private void settle(Reference reference, ParentRows parents, ReferenceGroup group) {
        boolean possible = parents.size(number) > 0 && !(parents.growing() && number == 0);
        int[] nullable = Arrays.stream(reference.columns())
                .filter(plan.rules()::nullable)
                .toArray();
        if (possible || nullable.length == 0) {
            return;
        }
        int column = Arrays.stream(nullable)
                .filter(c -> group.references().stream().filter(r -> r.has(c)).count() == 1)
                .findFirst()
                .orElse(nullable[0]);
        wanted[column] = Nullness.NULL;
    }
}
