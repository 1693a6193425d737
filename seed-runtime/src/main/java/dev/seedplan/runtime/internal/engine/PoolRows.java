package dev.seedplan.runtime.internal.engine;

import dev.seedplan.spi.AssetSource;
import org.jspecify.annotations.Nullable;

/** The assets a step's rows come from; none for a step that does not come from a pool. */
record PoolRows(AssetSource.@Nullable Pool<?> pool) {

    static final PoolRows NONE = new PoolRows(null);

    Object get(long local) {
        if (pool == null) {
            throw new IllegalStateException("the step takes no rows from a pool");
        }
        return pool.get((int) local);
    }
}
