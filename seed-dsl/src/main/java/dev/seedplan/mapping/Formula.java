package dev.seedplan.mapping;

import dev.seedplan.Cell;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a mapping, compiled.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface Formula<T> {

    /** {@return the value at a cell; null where it is missing} */
    @Nullable
    T at(Cell cell);
}
