package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Shape;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.ParentSpec.Count;

/**
 * The pairs of a link table: how many rows each iterated parent gets, and which rows of the other parent they point at.
 * Every choice is a function of the key and the parent's place, so that nothing is kept but the parent at hand.
 */
sealed interface Pairing permits EvenPairs, WeightedPairs, ClusteredPairs {

    /** The most rows a link table may have; as for any step. */
    long MOST = 1L << 40;

    /**
     * The two parents of a link table.
     *
     * @param key of the picks
     * @param parents the number of iterated parents
     * @param others the number of rows of the other parent
     */
    record Sides(long key, long parents, long others) {

        /** {@return the rows a density asks for} */
        long rows(double density) {
            return Math.round(density * parents * others);
        }
    }

    /** An iterated parent: its ordinal and address, and where its rows begin. */
    record Parent(long ordinal, long address, long start, int count) {}

    /** Tells how many rows the iterated parent before another one has. */
    interface CountOf {

        /** {@return the number of rows of the parent of that ordinal} */
        int at(long ordinal);
    }

    /** {@return how many rows each iterated parent gets} */
    Count count();

    /** Writes the ordinals of the other parent for all rows of one iterated parent, no two of them equal. */
    void choose(Parent parent, CountOf counts, long[] into);

    /**
     * {@return the pairing for two parents}
     *
     * @throws EngineException if there are rows on one side only, or too many pairs
     */
    static Pairing of(ParentSpec.Pairs pairs, Sides sides, StepNames names) {
        if (sides.parents() > 0 && sides.others() == 0) {
            throw new EngineException(EngineError.NO_PARENTS, names.step(), names.other());
        }
        double wanted = pairs.density() * sides.parents() * sides.others();
        if (wanted > MOST || sides.others() > Integer.MAX_VALUE) {
            throw new EngineException(EngineError.TOO_MANY_ROWS, names.table(), (long) wanted);
        }
        return switch (pairs.spread()) {
            case EVEN -> EvenPairs.of(pairs, sides);
            case WEIGHTED -> WeightedPairs.of(pairs, sides);
            case CLUSTERED -> ClusteredPairs.of(pairs, sides);
        };
    }

    /** Names for messages. */
    record StepNames(String step, String table, String other) {}

    /** {@return numbers that differ by one at most} */
    static Count even(long rows, long parents) {
        long least = parents == 0 ? 0 : rows / parents;
        long most = parents == 0 || rows % parents == 0 ? least : least + 1;
        return new Count((int) least, (int) most, Shape.UNIFORM, rows);
    }

    /** {@return the quotient, rounded up} */
    static long ceil(long dividend, long divisor) {
        return divisor == 0 ? 0 : (dividend + divisor - 1) / divisor;
    }
}
