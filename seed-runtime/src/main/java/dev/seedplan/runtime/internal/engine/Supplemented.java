package dev.seedplan.runtime.internal.engine;

import dev.seedplan.spi.AssetSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some assets of a pool, and made ones after them.
 *
 * @param <A> what one asset is
 */
final class Supplemented<A> implements AssetSource.Pool<A> {

    private final AssetSource.Pool<A> pool;
    private final int[] real;
    private final String name;
    private final List<A> made = new ArrayList<>();

    Supplemented(AssetSource.Pool<A> pool, int[] real, String name) {
        this.pool = pool;
        this.real = real;
        this.name = name;
    }

    void add(A asset) {
        made.add(asset);
    }

    boolean isMade(int index) {
        return index >= real.length;
    }

    @Override
    public int size() {
        return real.length + made.size();
    }

    @Override
    public A get(int index) {
        return index < real.length ? pool.get(real[index]) : made.get(index - real.length);
    }

    @Override
    public String id(int index) {
        return index < real.length ? pool.id(real[index]) : name + "#made" + (index - real.length);
    }

    @Override
    public @Nullable String fact(int index, String fact) {
        if (index < real.length) {
            return pool.fact(real[index], fact);
        }
        return fact.equals("$id") ? id(index) : null;
    }

    @Override
    public String where(int index, String field) {
        return index < real.length ? pool.where(real[index], field) : id(index);
    }
}
