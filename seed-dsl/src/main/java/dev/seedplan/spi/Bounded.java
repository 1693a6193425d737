package dev.seedplan.spi;

import dev.seedplan.Cell;

/** A generator that can serve only so many rows; the runtime asks before the first row. */
public interface Bounded {

    /** {@return the number of rows it can serve} */
    long capacity(Cell cell);
}
