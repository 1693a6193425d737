package dev.seedplan;

import java.util.function.Predicate;

/** A source that draws again until a condition holds. */
record Filtered<T>(Gen<T> gen, Predicate<? super T> condition) implements Gen<T> {

    private static final int ATTEMPTS = 1_000;

    @Override
    public T at(Cell cell) {
        T value = gen.at(cell);
        for (int attempt = 1; !condition.test(value); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException(
                        "filter(…) refused " + ATTEMPTS + " values in a row, the last one: " + value);
            }
            long mark = cell.enter(attempt);
            value = gen.at(cell);
            cell.leave(mark);
        }
        return value;
    }
}
