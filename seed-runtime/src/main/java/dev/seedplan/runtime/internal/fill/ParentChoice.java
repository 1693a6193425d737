package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.Nulls;
import dev.seedplan.runtime.internal.rules.Reference;
import dev.seedplan.runtime.internal.rules.Unfillable;
import dev.seedplan.runtime.internal.solve.Nullness;
import dev.seedplan.runtime.internal.types.Draws;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Chooses the parents of a row. */
final class ParentChoice {

    private static final double ROOTS = 0.3;
    private static final double UNSET_PARENTS = 0.15;

    private final RowPlan plan;
    private final RowStart start;
    private final @Nullable Object[] values;

    /** For a row whose {@code values} are set. */
    ParentChoice(RowPlan plan, RowStart start) {
        this.plan = plan;
        this.start = start;
        values = start.values();
    }

    /**
     * Chooses the parents of all foreign keys.
     *
     * @throws Unfillable if none fit
     */
    void choose() {
        for (int g = 0; g < plan.groups().size(); g++) {
            choose(g);
        }
    }

    private void choose(int place) {
        ReferenceGroup group = plan.groups().get(place);
        ReferenceGroup.Judge judge =
                (column, value) -> value == null || start.shape().allows(column, value);
        boolean[] chosen = new boolean[group.references().size()];
        for (int r = 0; r < chosen.length; r++) {
            chosen[r] = hasParent(group.references().get(r), group.parents(r));
        }
        Draws draws = start.draws().of("parents").of(place);
        byKeys(place, chosen, draws, judge);
        if (group.choose(chosen, -1, start.number(), draws, values, judge)) {
            return;
        }
        // Parents that do not fit each other or the row's constraints: those that may be missing are left out.
        boolean[] mandatory = chosen.clone();
        for (int r = 0; r < mandatory.length; r++) {
            mandatory[r] &= Arrays.stream(group.references().get(r).columns())
                    .noneMatch(c -> plan.rules().nullable(c) && start.mayBeNull(c));
        }
        if (!group.choose(mandatory, -1, start.number(), draws, values, judge)) {
            throw new Unfillable("no row of the parents fits foreign key "
                    + String.join(
                            " and ",
                            group.references().stream().map(Reference::name).toList())
                    + " and the table's constraints together");
        }
    }

    /** Sets the parents that unique keys have chosen. */
    private void byKeys(int place, boolean[] chosen, Draws draws, ReferenceGroup.Judge judge) {
        ReferenceGroup group = plan.groups().get(place);
        long[] picks = start.picks();
        for (int i = 0; i < picks.length; i++) {
            if (picks[i] >= 0
                    && plan.keys().components().get(i) instanceof Component.Parents parents
                    && parents.group() == place) {
                int[] covered =
                        parents.covered().stream().mapToInt(Integer::intValue).toArray();
                if (!Arrays.stream(covered).allMatch(r -> chosen[r])) {
                    // A key with a NULL in it repeats nothing.
                    continue;
                }
                if (covered.length > 1) {
                    group.choose(covered, parents.sums(), picks[i], values, judge);
                } else {
                    boolean[] first = new boolean[chosen.length];
                    first[covered[0]] = true;
                    group.choose(first, picks[i], start.number(), draws, values, judge);
                }
                parents.covered().forEach(r -> chosen[r] = false);
            }
        }
    }

    private boolean hasParent(Reference reference, ParentRows parents) {
        boolean optional = false;
        boolean demanded = false;
        for (int c : reference.columns()) {
            if (start.isNull(c)) {
                return false;
            }
            demanded |= start.nullness(c) == Nullness.NOT_NULL;
            optional |= plan.rules().nullable(c) && start.nullness(c) == Nullness.ANY;
        }
        if (!optional) {
            return true;
        }
        boolean self = parents.growing();
        Nulls rate = plan.rate(start.attempt());
        if (rate == Nulls.ALL || parents.size(start.number()) == 0 || (self && start.number() == 0)) {
            return false;
        }
        return (demanded && reference.columns().length == 1)
                || rate == Nulls.NONE
                || !start.draws().of("null").of(reference.name()).chance(self ? ROOTS : UNSET_PARENTS);
    }
}
