package dev.seedplan.runtime.internal.engine;

import dev.seedplan.spi.AssetSource;
import org.jspecify.annotations.Nullable;

/**
 * The assets a step's rows come from; none for a step that does not come from a pool.
 *
 * @param pool the assets
 * @param kept for each row its asset's place in the pool; null where that is the row's own
 */
record PoolRows(AssetSource.@Nullable Pool<?> pool, int @Nullable [] kept) {

    static final PoolRows NONE = new PoolRows(null, null);

    Object get(long local) {
        if (pool == null) {
            throw new IllegalStateException("the step takes no rows from a pool");
        }
        return pool.get(place(local));
    }

    @Nullable
    String fact(long local, String name) {
        return pool == null ? null : pool.fact(place(local), name);
    }

    /** {@return where a field of a row's asset stands; {@code otherwise} where the row comes from none} */
    String where(long local, String field, String otherwise) {
        return pool == null ? otherwise : pool.where(place(local), field);
    }

    /** {@return the index of a row's asset} */
    int place(long local) {
        return kept == null ? (int) local : kept[(int) local];
    }

    /** {@return the id of a row's asset} */
    String id(long local) {
        if (pool == null) {
            throw new IllegalStateException("the step takes no rows from a pool");
        }
        return pool.id(place(local));
    }
}
