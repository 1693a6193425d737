package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Assets;
import dev.seedplan.runtime.PoolHealth;
import dev.seedplan.spi.AssetSource;
import dev.seedplan.spi.Mix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The plan's pools of content, each opened when it is first asked for. */
public final class Pools {

    private final ClassLoader classLoader;
    private final String directory;
    private final boolean strict;
    private final Map<Assets<?>, AssetSource.Pool<?>> open = new ConcurrentHashMap<>();
    private @Nullable AssetSource source;

    /**
     * Makes the pools of a plan.
     *
     * @param classLoader the plan's
     * @param directory a directory that is looked in first; empty for none
     */
    public Pools(ClassLoader classLoader, String directory) {
        this(classLoader, directory, false);
    }

    /**
     * Makes the pools of a plan.
     *
     * @param strict whether a pool is refused that has files of no use
     */
    public Pools(ClassLoader classLoader, String directory, boolean strict) {
        this.strict = strict;
        this.classLoader = classLoader;
        this.directory = directory;
    }

    @SuppressWarnings("unchecked") // the map holds for each Assets<A> a Pool<A>
    <A> AssetSource.Pool<A> open(Assets<A> assets, long seed) {
        AssetSource.Pool<?> known = open.get(assets);
        if (known == null) {
            known = open.computeIfAbsent(assets, a -> sound(source(a).open(a, classLoader, directory, seed), a));
        }
        return (AssetSource.Pool<A>) known;
    }

    private AssetSource.Pool<?> sound(AssetSource.Pool<?> pool, Assets<?> assets) {
        if (strict && pool.problems() > 0) {
            throw new EngineException(
                    EngineError.REJECTED,
                    assets,
                    pool.problems(),
                    "\n  " + String.join("\n  ", pool.rejected()) + "\n");
        }
        return pool;
    }

    /** {@return what became of each pool that has been opened, by name} */
    List<PoolHealth> health(PoolNames names) {
        List<PoolHealth> health = new ArrayList<>();
        open.forEach((assets, pool) -> health.add(
                new PoolHealth(names.of(assets), assets.location(), pool.size(), pool.problems(), pool.rejected())));
        health.sort(Comparator.comparing(PoolHealth::name).thenComparing(PoolHealth::path));
        return health;
    }

    /** {@return for each pool that has been opened a digest of its assets, by what it is called} */
    SortedMap<String, Long> digests(PoolNames names) {
        SortedMap<String, Long> digests = new TreeMap<>();
        open.forEach((assets, pool) -> {
            long digest = pool.size();
            for (int i = 0; i < pool.size(); i++) {
                digest = Mix.combine(Mix.combine(digest, pool.id(i)), ValueText.of(pool.get(i)));
            }
            // A sum, since pools come in no order.
            digests.merge(names.of(assets), digest, Long::sum);
        });
        return digests;
    }

    /** {@return what reads content} */
    AssetSource content() {
        return source("markdown");
    }

    synchronized AssetSource source(Object wanted) {
        if (source == null) {
            source = ServiceLoader.load(AssetSource.class, classLoader)
                    .findFirst()
                    .orElseThrow(() -> new EngineException(EngineError.NO_CONTENT_MODULE, wanted));
        }
        return source;
    }
}
