package dev.seedplan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A source of distinct instants without an object for each. */
public interface UniqueTimeGen extends TimeGen, UniqueGen<Instant> {

    /** {@return value number {@code index} of the domain in microseconds since 1970-01-01T00:00:00Z} */
    long nthMicros(Cell cell, long index);

    @Override
    default Instant nth(Cell cell, long index) {
        return Instant.EPOCH.plus(nthMicros(cell, index), ChronoUnit.MICROS);
    }

    @Override
    default TimeGen unique() {
        return new DistinctTimes(this);
    }
}
