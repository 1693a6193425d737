package dev.seedplan.content;

import dev.seedplan.spi.AssetSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Assets that were read, and what was wrong.
 *
 * @param <A> what one asset is
 */
final class Loaded<A> implements AssetSource.Pool<A> {

    private final List<String> ids = new ArrayList<>();
    private final List<A> assets = new ArrayList<>();
    private final Problems problems;

    Loaded(Problems problems) {
        this.problems = problems;
    }

    void add(String id, A asset) {
        ids.add(id);
        assets.add(asset);
    }

    /** Adds what another one holds, and takes over what was wrong with it. */
    void addAll(Loaded<A> more) {
        ids.addAll(more.ids);
        assets.addAll(more.assets);
        problems.addAll(more.problems);
    }

    void refuse(String file, Refused refused) {
        problems.add(file, refused);
    }

    @Override
    public int size() {
        return assets.size();
    }

    @Override
    public A get(int index) {
        return assets.get(index);
    }

    @Override
    public String id(int index) {
        return ids.get(index);
    }
}
