package dev.seedplan.content;

import dev.seedplan.Image;
import dev.seedplan.spi.AssetSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assets that were read, and what was wrong.
 *
 * @param <A> what one asset is
 */
final class Loaded<A> implements AssetSource.Pool<A> {

    private final List<String> ids = new ArrayList<>();
    private final List<A> assets = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final Problems problems;

    Loaded(Problems problems) {
        this.problems = problems;
    }

    void add(String id, A asset, Source source) {
        ids.add(id);
        assets.add(asset);
        sources.add(source);
    }

    /** Adds what another one holds, and takes over what was wrong with it. */
    void addAll(Loaded<A> more) {
        ids.addAll(more.ids);
        assets.addAll(more.assets);
        sources.addAll(more.sources);
        problems.addAll(more.problems);
    }

    void refuse(String file, Refused refused) {
        problems.add(file, refused);
    }

    Problems found() {
        return problems;
    }

    @Override
    public int problems() {
        return problems.count();
    }

    @Override
    public List<String> rejected() {
        return problems.messages();
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

    /** {@return where an asset comes from} */
    Source source(int index) {
        return sources.get(index);
    }

    @Override
    public @Nullable String fact(int index, String name) {
        // A picture's MIME type, width and height are in its bytes.
        if (assets.get(index) instanceof Image image) {
            return image.text(name);
        }
        return name.equals("$id") ? ids.get(index) : sources.get(index).fact(name);
    }

    @Override
    public String where(int index, String field) {
        return sources.get(index).where(ids.get(index), field);
    }
}
