package dev.seedplan.spi;

import dev.seedplan.Cell;
import dev.seedplan.Gen;
import dev.seedplan.OptionalGen;

/**
 * A source that is NULL or another source's value, in two parts, so that the other one keeps its ways without objects.
 *
 * @param <T> the type of the values
 */
public interface Sometimes<T> extends OptionalGen<T> {

    /** {@return whether it is NULL at the cell} */
    boolean isNull(Cell cell);

    /** {@return the source of the values that are not NULL} */
    Gen<T> gen();
}
