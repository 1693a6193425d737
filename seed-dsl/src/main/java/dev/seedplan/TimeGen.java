package dev.seedplan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A source of instants without an object for each; a {@code timestamptz} column takes it, and {@code timestamp} and
 * {@code date} columns take it in UTC.
 */
public interface TimeGen extends Gen<Instant> {

    /** {@return the value at the cell in microseconds since 1970-01-01T00:00:00Z, as precise as PostgreSQL is} */
    long microsAt(Cell cell);

    @Override
    default Instant at(Cell cell) {
        return Instant.EPOCH.plus(microsAt(cell), ChronoUnit.MICROS);
    }
}
