package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.Gen;
import dev.seedplan.TextGen;
import dev.seedplan.UniqueGen;
import dev.seedplan.spi.TextOut;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Values chosen or gathered from others. */
public final class Choices {

    private static final ClassValue<List<?>> CONSTANTS = new ClassValue<>() {
        @Override
        protected List<?> computeValue(Class<?> type) {
            return List.of(type.getEnumConstants());
        }
    };

    private Choices() {}

    /** {@return the constants of an enum, in their order} */
    @SuppressWarnings("unchecked")
    public static <E extends Enum<E>> List<E> constants(Class<E> type) {
        return (List<E>) CONSTANTS.get(type);
    }

    /**
     * One of several values, each as likely as another; what stands in the list twice is twice as likely.
     *
     * @param values at least one
     * @param <T> the type of the values
     */
    public record OneOf<T>(List<T> values) implements UniqueGen<T> {

        /** Checks that there is a value. */
        public OneOf {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("oneOf(…) needs at least one value");
            }
        }

        @Override
        public T at(Cell cell) {
            return values.get(cell.below(0, values.size()));
        }

        @Override
        public long capacity(Cell cell) {
            return values.stream().distinct().count();
        }

        @Override
        public T nth(Cell cell, long index) {
            return values.stream().distinct().skip(index).findFirst().orElseThrow();
        }
    }

    /**
     * One of several sources.
     *
     * @param gens at least one
     * @param <T> the type of the values
     */
    public record AnyOf<T>(List<? extends Gen<? extends T>> gens) implements Gen<T> {

        /** Checks that there is a source. */
        public AnyOf {
            if (gens.isEmpty()) {
                throw new IllegalArgumentException("anyOf(…) needs at least one source");
            }
        }

        @Override
        public T at(Cell cell) {
            int which = cell.below(0, gens.size());
            long mark = cell.enter(which);
            try {
                return gens.get(which).at(cell);
            } finally {
                cell.leave(mark);
            }
        }
    }

    /**
     * A list of values of one source.
     *
     * @param gen the source
     * @param min the fewest elements
     * @param max the most elements
     * @param <T> the type of the elements
     */
    public record Lists<T>(Gen<? extends T> gen, int min, int max) implements Gen<List<T>> {

        /** Checks the order. */
        public Lists {
            if (min < 0 || max < min) {
                throw new IllegalArgumentException("a list cannot have " + min + " to " + max + " elements");
            }
        }

        @Override
        public List<T> at(Cell cell) {
            int size = min + cell.below(0, max - min + 1);
            List<T> list = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                long mark = cell.enter(i);
                try {
                    list.add(gen.at(cell));
                } finally {
                    cell.leave(mark);
                }
            }
            return List.copyOf(list);
        }
    }

    /**
     * Different values of a list, in the list's order.
     *
     * @param values the list
     * @param min the fewest
     * @param max the most, no more than the list has
     * @param <T> the type of the values
     */
    public record SomeOf<T>(List<T> values, int min, int max) implements Gen<List<T>> {

        /** Checks the numbers. */
        public SomeOf {
            if (min < 0 || max < min || max > values.size()) {
                throw new IllegalArgumentException(
                        "someOf(…) cannot take " + min + " to " + max + " of " + values.size() + " values");
            }
        }

        @Override
        public List<T> at(Cell cell) {
            int wanted = min + cell.below(0, max - min + 1);
            List<T> some = new ArrayList<>(wanted);
            // D. Knuth, The Art of Computer Programming, volume 2, algorithm S: selection sampling.
            for (int i = 0; some.size() < wanted; i++) {
                if (cell.below(i + 1, values.size() - i) < wanted - some.size()) {
                    some.add(values.get(i));
                }
            }
            return List.copyOf(some);
        }
    }

    /**
     * Texts one after the other.
     *
     * @param parts Strings, and sources whose values are printed
     */
    public record Joined(List<?> parts) implements TextGen {

        @Override
        public void write(Cell cell, TextOut out) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i) instanceof Gen<?> gen) {
                    long mark = cell.enter(i);
                    try {
                        if (gen instanceof TextGen text) {
                            text.write(cell, out);
                        } else {
                            out.text(gen.at(cell).toString());
                        }
                    } finally {
                        cell.leave(mark);
                    }
                } else {
                    out.text(parts.get(i).toString());
                }
            }
        }
    }

    /** Random UUIDs, version 4 of RFC 9562. */
    public record Uuids() implements Gen<UUID> {

        @Override
        public UUID at(Cell cell) {
            return new UUID(
                    (cell.draw(0) & 0xffffffffffff0fffL) | 0x4000L,
                    (cell.draw(1) & 0x3fffffffffffffffL) | 0x8000000000000000L);
        }
    }

    /**
     * Random bytes.
     *
     * @param length how many
     */
    public record Bytes(int length) implements Gen<byte[]> {

        @Override
        public byte[] at(Cell cell) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (cell.draw(i / 8) >>> (8 * (i % 8)));
            }
            return bytes;
        }
    }
}
