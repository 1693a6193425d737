package dev.seedplan.spi;

import dev.seedplan.Assets;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads content. Found by {@link java.util.ServiceLoader}; {@code seed-content} provides it. */
public interface AssetSource {

    /**
     * {@return the assets of a pool, in an order that is the same on every system}
     *
     * @param classLoader where paths are looked for
     * @param directory a directory that is looked in first; empty for none
     * @param seed the plan's, which decides what is drawn
     * @throws ContentException if there is no file, or none of use; what is wrong with some is in the pool
     */
    <A> Pool<A> open(Assets<A> assets, ClassLoader classLoader, String directory, long seed);

    /**
     * {@return markdown as HTML, by CommonMark; HTML within it is passed through}
     *
     * @throws ContentException if it is nested too deeply
     */
    String html(String markdown);

    /**
     * {@return the text of markdown without its marks}
     *
     * @throws ContentException if it is nested too deeply
     */
    String plainText(String markdown);

    /**
     * {@return makes assets of the same shape as those of a pool} Each of their fields holds what those of others hold, mixed
     * anew; of one number it is always the same.
     *
     * @param assets the pool's description
     * @param pool what it holds
     * @param name what the pool is called, for their ids
     * @param seed decides
     * @throws ContentException if assets of that type cannot be made
     */
    <A> IntFunction<A> maker(Assets<A> assets, Pool<A> pool, String name, long seed);

    /**
     * {@return who gets what}
     *
     * @throws ContentException if the rules are of a kind, or of a size, that is not solved exactly
     */
    DistributionOutcome distribute(DistributionTask task);

    /**
     * The assets of a pool.
     *
     * @param <A> what one asset is
     */
    interface Pool<A> {

        /** {@return how many there are} */
        int size();

        /** {@return how many problems kept files, or assets of a file, out of the pool} */
        default int problems() {
            return 0;
        }

        /** {@return the first of these problems, each with file, line and reason} */
        default List<String> rejected() {
            return List.of();
        }

        /** {@return asset {@code index}, 0 to {@code size() - 1}} */
        A get(int index);

        /** {@return the stable id of asset {@code index}: a path, or a line} */
        String id(int index);

        /**
         * {@return a fact about the file of asset {@code index}, for example {@code $path}; null where it has none of that
         * name, as made assets have none but {@code $id}}
         */
        @Nullable
        String fact(int index, String name);

        /** {@return where a field of asset {@code index} stands, for messages: its file, with the line where it is known} */
        String where(int index, String field);
    }
}
