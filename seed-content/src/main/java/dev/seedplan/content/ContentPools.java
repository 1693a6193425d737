package dev.seedplan.content;

import dev.seedplan.Assets;
import dev.seedplan.spi.AssetSource.Pool;
import dev.seedplan.spi.ContentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pools by name, for a tool that keeps them open: health, statistics, search, and a reload that fails keeps what was read
 * before. Definitions go to YAML and come from it.
 *
 * <pre>{@code
 * ContentPools pools = new ContentPools(loader, "site", 1).add("articles", Assets.markdown("articles/**}{@code /*.md"));
 * pools.reload();
 * pools.health().forEach(System.out::println);
 * }</pre>
 *
 * <p>Instances may be shared by threads.
 */
public final class ContentPools {

    private static final class Entry {

        private final Assets<?> assets;
        private @Nullable Pool<?> pool;
        private String failure = "";

        private Entry(Assets<?> assets) {
            this.assets = assets;
        }
    }

    private final ContentSource source = new ContentSource();
    private final ClassLoader loader;
    private final String directory;
    private final long seed;
    private final Map<String, Entry> entries = new TreeMap<>();

    /**
     * Makes a set without pools.
     *
     * @param loader where paths are looked for
     * @param directory a directory that is looked in first; empty for none
     * @param seed decides what selections draw
     */
    public ContentPools(ClassLoader loader, String directory, long seed) {
        this.loader = loader;
        this.directory = directory;
        this.seed = seed;
    }

    /**
     * How a pool is.
     *
     * @param name the pool's
     * @param valid how many assets it has
     * @param problems how many problems kept files, or assets of a file, out of it
     * @param rejected the first 20 of these, each with file, line and reason
     * @param failure why the last reload failed, whose result is therefore not this; empty where it did not
     */
    public record Health(String name, int valid, int problems, List<String> rejected, String failure) {}

    /**
     * What a pool holds.
     *
     * @param assets how many
     * @param fields of each field the number of assets that have a value in it, sorted
     */
    public record Statistics(int assets, Map<String, Integer> fields) {}

    /**
     * A place where a text was found.
     *
     * @param pool the pool's name
     * @param id the asset's
     */
    public record Hit(String pool, String id) {}

    /** {@return this set with one more pool, or another one of that name; nothing is read} */
    public synchronized ContentPools add(String name, Assets<?> assets) {
        entries.put(Objects.requireNonNull(name, "name"), new Entry(assets));
        return this;
    }

    /** {@return the names, sorted} */
    public synchronized List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** Reads all pools anew. One that fails stays as it was, and its health says why. */
    public synchronized void reload() {
        entries.values().forEach(this::reload);
    }

    private void reload(Entry entry) {
        try {
            entry.pool = source.open(entry.assets, loader, directory, seed);
            entry.failure = "";
        } catch (ContentException e) {
            entry.failure = String.valueOf(e.getMessage());
        }
    }

    private Pool<?> pool(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException(
                    "there is no pool " + name + "; " + Shown.suggestion(name, entries.keySet()));
        }
        if (entry.pool == null && entry.failure.isEmpty()) {
            reload(entry);
        }
        return entry.pool == null ? new Loaded<>(new Problems(name)) : entry.pool;
    }

    /** {@return how each pool is, by name; one that was never read is read} */
    public synchronized List<Health> health() {
        List<Health> health = new ArrayList<>();
        entries.forEach((name, entry) -> {
            Pool<?> pool = pool(name);
            health.add(new Health(name, pool.size(), pool.problems(), pool.rejected(), entry.failure));
        });
        return health;
    }

    /**
     * {@return what a pool holds}
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public synchronized Statistics statistics(String name) {
        Pool<?> pool = pool(name);
        Map<String, Integer> fields = new TreeMap<>();
        for (int i = 0; i < pool.size(); i++) {
            AssetTexts.of(pool.get(i))
                    .forEach((field, text) -> fields.merge(field, text.isEmpty() ? 0 : 1, Integer::sum));
        }
        return new Statistics(pool.size(), fields);
    }

    /**
     * {@return the assets of which the id or a field contains a text, whatever its case; by pool and in its order}
     *
     * @param text 1 character or more
     */
    public synchronized List<Hit> search(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("nothing to search for");
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        List<Hit> hits = new ArrayList<>();
        for (String name : entries.keySet()) {
            Pool<?> pool = pool(name);
            for (int i = 0; i < pool.size(); i++) {
                boolean found = pool.id(i).toLowerCase(Locale.ROOT).contains(wanted)
                        || AssetTexts.of(pool.get(i)).values().stream()
                                .anyMatch(
                                        value -> value.toLowerCase(Locale.ROOT).contains(wanted));
                if (found) {
                    hits.add(new Hit(name, pool.id(i)));
                }
            }
        }
        return hits;
    }

    /**
     * {@return the pools' definitions as YAML}
     *
     * @throws IllegalArgumentException if one has a step that is a function of Java, which YAML cannot hold
     */
    public synchronized String toYaml() {
        Map<String, Assets<?>> pools = new TreeMap<>();
        entries.forEach((name, entry) -> pools.put(name, entry.assets));
        return PoolYaml.write(pools);
    }

    /**
     * {@return this set with the pools of a YAML text as {@link #toYaml} writes it}
     *
     * @throws ContentException if the text is no YAML or defines no pools
     */
    public synchronized ContentPools addYaml(String yaml) {
        PoolYaml.read(yaml).forEach(this::add);
        return this;
    }
}
