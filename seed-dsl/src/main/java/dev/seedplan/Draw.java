package dev.seedplan;

import java.time.Instant;
import java.util.List;

/**
 * The draws of a row method's body. Each is keyed by its pool or label, not by the order of the calls: a new line moves
 * no other value.
 *
 * <pre>{@code
 * protected void posts(PostsRow p, @Per(3) UsersRow author, Draw d) {
 *   Article a = d.pick(ARTICLES);
 *   p.title(a.title()).publishedAt(between(author.joinedAt(), d.now()));
 * }
 * }</pre>
 */
public interface Draw {

    /** {@return the row's ordinal in its table: 0, 1, 2, … over all methods that fill it} */
    long row();

    /**
     * {@return the row's place within its iterated parent, or within its method where there is none: 0, 1, 2, …}
     *
     * @throws ArithmeticException for a place beyond 2^31 - 1, which only a method without iterated parent has; use {@link #row}
     */
    int index();

    /** {@return the plan's instant} */
    Instant now();

    /**
     * {@return an asset of the pool, each as likely as another} Draws from a pool are keyed by the name of its field of the
     * plan: two selections of one folder draw each for itself, and another field moves neither. A pool that is no field, or
     * a private one, is known by its format, path and steps.
     */
    <A> A pick(Assets<A> pool);

    /** {@return an asset of the pool such that the table's rows use each once before any repeats} */
    <A> A deal(Assets<A> pool);

    /** {@return an element of the list, each as likely as another; the list must not be empty} */
    <T> T pick(String label, List<T> values);

    /** {@return the value of {@code gen} under a label of this row} */
    <T> T draw(String label, Gen<T> gen);
}
