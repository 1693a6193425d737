package dev.seedplan;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A source of values without state: the same cell gives the same value, in any order and on any thread.
 *
 * <p>A setter only notes it. It runs when a getter reads the column or the row is sent: the same value either way.
 *
 * <pre>{@code
 * Gen<String> plate = cell -> "B-" + (1000 + cell.below(0, 9000));
 * c.plate(plate);
 * }</pre>
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface Gen<T> extends OptionalGen<T> {

    /** {@return the value at the cell, never null} */
    T at(Cell cell);

    @Override
    default T valueAt(Cell cell) {
        return at(cell);
    }

    /**
     * {@return a source that is NULL in a share of the rows, else this one}
     *
     * @param share 0 (never) to 1 (always)
     * @throws IllegalArgumentException if {@code share} is not between 0 and 1
     */
    default OptionalGen<T> orNull(double share) {
        return new OrNull<>(this, share);
    }

    /** {@return this source with {@code function} applied to each value; the function must be pure} */
    default <U> Gen<U> map(Function<? super T, ? extends U> function) {
        return cell -> function.apply(at(cell));
    }

    /**
     * {@return this source without the values that {@code condition} refuses} It draws again, at most 1,000 times.
     *
     * @throws IllegalStateException at a cell where 1,000 draws in a row were refused
     */
    default Gen<T> filter(Predicate<? super T> condition) {
        return new Filtered<>(this, condition);
    }
}
