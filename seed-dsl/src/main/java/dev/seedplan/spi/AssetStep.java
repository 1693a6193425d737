package dev.seedplan.spi;

import dev.seedplan.Assets;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the assets of a pool after they were read, one step after the other.
 *
 * @param <A> what one asset is
 */
public sealed interface AssetStep<A> {

    /** Keeps those of which it is true. */
    record Where<A>(Predicate<? super A> test) implements AssetStep<A> {}

    /** Keeps those that are named, in the order in which they are. */
    record Only<A>(List<String> names) implements AssetStep<A> {}

    /** Draws so many, each as likely as another, or by weight. */
    record Take<A>(int count, @Nullable ToDoubleFunction<? super A> weight) implements AssetStep<A> {}

    /** Keeps the first so many. */
    record First<A>(int count) implements AssetStep<A> {}

    /** Puts them into another order; equal ones stay as they were. */
    record Ordered<A>(Comparator<? super A> order) implements AssetStep<A> {}

    /** Appends those of another pool that have other ids. */
    record Merged<A>(Assets<A> other) implements AssetStep<A> {}

    /** Appends made ones until there are so many. */
    record FilledUp<A>(int count, IntFunction<? extends A> maker) implements AssetStep<A> {}
}
