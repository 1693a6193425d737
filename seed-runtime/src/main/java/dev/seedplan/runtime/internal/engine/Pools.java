package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Assets;
import dev.seedplan.spi.AssetSource;
import dev.seedplan.spi.Mix;
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
    private final Map<Assets<?>, AssetSource.Pool<?>> open = new ConcurrentHashMap<>();
    private @Nullable AssetSource source;

    /**
     * Makes the pools of a plan.
     *
     * @param classLoader the plan's
     * @param directory a directory that is looked in first; empty for none
     */
    public Pools(ClassLoader classLoader, String directory) {
        this.classLoader = classLoader;
        this.directory = directory;
    }

    @SuppressWarnings("unchecked") // the map holds for each Assets<A> a Pool<A>
    <A> AssetSource.Pool<A> open(Assets<A> assets, long seed) {
        AssetSource.Pool<?> known = open.get(assets);
        if (known == null) {
            known = open.computeIfAbsent(assets, a -> source(a).open(a, classLoader, directory, seed));
        }
        return (AssetSource.Pool<A>) known;
    }

    /** {@return for each pool that has been opened a digest of its assets, by what it is called} */
    public SortedMap<String, Long> digests() {
        SortedMap<String, Long> digests = new TreeMap<>();
        open.forEach((assets, pool) -> {
            long digest = pool.size();
            for (int i = 0; i < pool.size(); i++) {
                digest = Mix.combine(Mix.combine(digest, pool.id(i)), ValueText.of(pool.get(i)));
            }
            digests.merge(assets.toString(), digest, Mix::combine);
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
