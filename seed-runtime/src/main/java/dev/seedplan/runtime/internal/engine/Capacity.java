package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.TableSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be proven of a plan's numbers before the first row. */
final class Capacity {

    private Capacity() {}

    /** Checks that there are parents wherever rows need them, and enough different ones. */
    static void check(Layout layout) {
        for (StepLayout step : layout.steps()) {
            ParentLayout per = step.perParent();
            if (per != null && per.rows() instanceof ExistingRows && per.rows().size() == 0) {
                throw new EngineException(
                        EngineError.NO_PARENTS, step.name(), per.rows().table().id());
            }
            if (step.count() > 0) {
                step.parents().forEach(parent -> check(step, parent));
            }
        }
    }

    private static void check(StepLayout step, ParentLayout parent) {
        if (parent.spec().role() != ParentSpec.Role.PICK) {
            return;
        }
        long size = parent.rows().size();
        String table = parent.rows().table().id();
        if (size == 0 && parent.spec().nulls() < 1) {
            throw new EngineException(EngineError.NO_PARENTS, step.name(), table);
        }
        if (parent.distinct()) {
            long most = step.addressing() instanceof Addressing.Children children
                    ? children.offsets().greatest()
                    : step.count();
            if (most > size) {
                throw new EngineException(EngineError.TOO_FEW_PARENTS, step.name(), most, table, size);
            }
        }
    }

    /**
     * {@return whether a unique key demands that the rows of one iterated parent pick different parents here} That is so
     * where all its columns belong to this foreign key and the iterated parent's.
     */
    static boolean mustDiffer(StepLayout step, ParentSpec parent) {
        if (parent.role() != ParentSpec.Role.PICK) {
            return false;
        }
        TableSpec table = step.table().table();
        List<String> picked = table.foreignKey(parent.foreignKey()).columns();
        Set<String> covered = new HashSet<>(picked);
        step.spec().parents().stream()
                .filter(p -> p.role() == ParentSpec.Role.PER)
                .forEach(p -> covered.addAll(table.foreignKey(p.foreignKey()).columns()));
        List<List<String>> keys = new ArrayList<>();
        if (!table.primaryKey().isEmpty()) {
            keys.add(table.primaryKey());
        }
        table.uniques().forEach(unique -> keys.add(unique.columns()));
        return keys.stream()
                .anyMatch(key -> covered.containsAll(key) && key.stream().anyMatch(picked::contains));
    }
}
