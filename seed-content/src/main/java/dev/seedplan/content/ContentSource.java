package dev.seedplan.content;

import dev.seedplan.Assets;
import dev.seedplan.content.distribute.Distribution;
import dev.seedplan.spi.AssetSource;
import dev.seedplan.spi.ContentException;
import dev.seedplan.spi.DistributionOutcome;
import dev.seedplan.spi.DistributionTask;
import java.io.IOException;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Reads markdown, CSV, JSON, YAML, text and pictures; found by {@link java.util.ServiceLoader}.
 *
 * <p><b>Where.</b> A pool's path counts from the root of the class path, or from the root of the directory given. Where
 * the directory has files of the pool, only those are read. Otherwise all entries of the class path are searched,
 * directories and archives alike; of files with the same path the one that the class loader would take is read.
 *
 * <p><b>Ids and order.</b> The id of a file is that path, {@code content/articles/craft/a.md}; of a line of CSV
 * {@code content/tags.csv:3}, with the line it begins at; of an object in an array of JSON or a sequence of YAML
 * {@code content/authors.json#0}; of either, where the pool is keyed, {@code content/tags.csv#travel}. Assets come in the order of their files' paths, by code point, and within a file in
 * its order: the same on every system, from a directory and from an archive.
 *
 * <p><b>Errors.</b> A file that is wrong, or an asset of it, is left out, and the pool says what is wrong with it; of a
 * pool of which nothing is left everything that is wrong is reported at once, up to 20 problems.
 *
 * <p><b>Memory.</b> All assets of a pool are read by {@link #open} and held, bodies included: about the size of the
 * files, and twice that where they have characters beyond Latin-1. A file has 64 MiB at most. Of pictures only the facts
 * are held.
 *
 * <p>Instances have no state and may be shared by threads; so may the pools.
 */
public final class ContentSource implements AssetSource {

    /** Makes one. */
    public ContentSource() {}

    /**
     * {@inheritDoc}
     *
     * @throws ContentException if no file matches, or none parses and fits the pool's record
     */
    @Override
    public <A> Pool<A> open(Assets<A> assets, ClassLoader classLoader, String directory, long seed) {
        return load(assets, classLoader, directory, seed);
    }

    @Override
    public String html(String markdown) {
        return prose(() -> new Prose(markdown).html());
    }

    @Override
    public String plainText(String markdown) {
        return prose(() -> new Prose(markdown).plainText());
    }

    private static String prose(Supplier<String> work) {
        try {
            return work.get();
        } catch (Refused e) {
            throw new ContentException(e.message("a text"), e);
        }
    }

    private static <A> Loaded<A> load(Assets<A> assets, ClassLoader classLoader, String directory, long seed) {
        Problems problems = new Problems(assets.toString());
        Loaded<A> loaded = new Loaded<>(problems);
        try {
            AssetReader<A> reader = AssetReader.of(assets);
            try (Search search = new Search(Glob.of(assets.location()), classLoader, problems)) {
                // Each file alone, on as many threads as there are cores; put together in their order.
                search.files(directory).parallelStream()
                        .map(file -> read(file, reader, assets.format()))
                        .forEachOrdered(loaded::addAll);
            } catch (IOException e) {
                throw Found.unreadable("an entry of the class path", e);
            }
        } catch (Refused e) {
            throw refused(problems, assets, e);
        }
        if (loaded.size() == 0) {
            problems.throwIfAny();
        }
        if (assets.steps().isEmpty()) {
            return loaded;
        }
        Loaded<A> selected = new Loaded<>(problems);
        try {
            new Selection<>(assets, seed, other -> merged(load(other, classLoader, directory, seed), problems))
                    .of(loaded, selected);
        } catch (Refused e) {
            throw refused(problems, assets, e);
        }
        return selected;
    }

    private static <A> Loaded<A> merged(Loaded<A> other, Problems problems) {
        problems.addAll(other.found());
        return other;
    }

    private static ContentException refused(Problems problems, Assets<?> assets, Refused e) {
        problems.add(assets.toString(), e);
        return problems.exception();
    }

    @Override
    public <A> IntFunction<A> maker(Assets<A> assets, Pool<A> pool, String name, long seed) {
        IntFunction<A> maker = orContentException(assets, () -> Maker.of(assets, pool, name, seed));
        return number -> orContentException(assets, () -> maker.apply(number));
    }

    private static <T> T orContentException(Assets<?> assets, Supplier<T> made) {
        try {
            return made.get();
        } catch (Refused e) {
            throw new ContentException(e.message(assets.toString()), e);
        }
    }

    @Override
    public DistributionOutcome distribute(DistributionTask task) {
        try {
            return Distribution.of(task);
        } catch (Distribution.NotSolvable e) {
            throw new ContentException(
                    ContentError.NOT_SOLVED.message("a distribution", String.valueOf(e.getMessage())), e);
        }
    }

    private static <A> Loaded<A> read(Found file, AssetReader<A> reader, Assets.Format format) {
        Loaded<A> alone = new Loaded<>(new Problems(file.id()));
        try {
            byte[] bytes = file.bytes();
            reader.read(new FileFacts(file.id(), format, bytes.length, file.modifiedSeconds()), file, bytes, alone);
        } catch (Refused e) {
            alone.refuse(file.id(), e);
        }
        return alone;
    }
}
