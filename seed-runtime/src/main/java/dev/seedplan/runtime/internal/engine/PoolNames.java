package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Assets;
import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.spi.AssetStep;
import java.util.HashMap;
import java.util.Map;

/**
 * What pools are called: by their field of the plan, so that two selections of one folder are two pools, and another field
 * changes neither. A pool that is no field, or a private one, is called by what it is: format, path and steps.
 */
final class PoolNames {

    private final Map<Assets<?>, String> names = new HashMap<>();

    PoolNames(BoundPlan plan) {
        for (String field : plan.pools()) {
            // Of two fields that hold the same pool the first has it.
            names.putIfAbsent(plan.assets(field), field);
        }
    }

    String of(Assets<?> assets) {
        String name = names.get(assets);
        return name == null ? described(assets) : name;
    }

    private static String described(Assets<?> assets) {
        StringBuilder text = new StringBuilder(assets.toString());
        for (AssetStep<?> step : assets.steps()) {
            text.append('.').append(step.getClass().getSimpleName());
            if (step instanceof AssetStep.Take<?> take) {
                text.append(take.count());
            } else if (step instanceof AssetStep.First<?> first) {
                text.append(first.count());
            } else if (step instanceof AssetStep.Only<?> only) {
                text.append(only.names());
            } else if (step instanceof AssetStep.Merged<?> merged) {
                text.append('(').append(described(merged.other())).append(')');
            }
        }
        return text.toString();
    }
}
