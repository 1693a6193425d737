package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.Distributed;
import dev.seedplan.runtime.program.DistributeSpec;
import dev.seedplan.runtime.program.ParentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a row of a plan comes from.
 *
 * @param method the row method
 * @param asset the id of its asset; null where it comes from no pool
 * @param assetIndex the asset's index in its pool; 0 where it comes from none
 * @param target the ordinal of the target its asset was given to; -1 where nothing is distributed
 * @param distributed what came of the distribution; null where there is none
 * @param rules its rules; null where there is none
 * @param parents its other parents, each a sentence
 */
public record RowOrigin(
        String method,
        @Nullable String asset,
        int assetIndex,
        long target,
        @Nullable Distributed distributed,
        @Nullable DistributeSpec rules,
        List<String> parents) {

    static RowOrigin of(StepLayout step, long local, Worker worker) {
        Dealt dealt = step.dealt();
        PoolRows rows = step.pool();
        boolean pooled = rows.pool() != null;
        DistributeSpec rules = step.spec().parents().stream()
                .map(ParentSpec::distribute)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Frame frame = new Frame(step, worker, true);
        frame.moveTo(local);
        List<String> parents = new ArrayList<>();
        for (int i = 0; i < step.parents().size(); i++) {
            ParentLayout parent = step.parents().get(i);
            if (parent.spec().distribute() == null) {
                long ordinal = frame.parentOrdinal(i);
                parents.add(parent.spec().foreignKey() + ": "
                        + (ordinal < 0
                                ? "none"
                                : "row " + ordinal + " of "
                                        + parent.rows().table().id())
                        + " (" + parent.spec().role().name().toLowerCase(Locale.ROOT) + ")");
            }
        }
        return new RowOrigin(
                step.spec().method(),
                pooled ? rows.id(local) : null,
                pooled ? rows.place(local) : 0,
                dealt == null ? -1 : dealt.places()[(int) local],
                dealt == null ? null : dealt.report(),
                rules,
                parents);
    }
}
