package dev.seedplan;

import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Surroundings;
import dev.seedplan.spi.Words;

/**
 * Where a value goes: a column of a row. It gives a {@link Gen} its random draws, which depend on nothing but the seed,
 * the table, the row method, the column's name, the row's address and the number of the draw.
 *
 * <pre>{@code
 * Gen<String> dice = cell -> "rolled " + (1 + cell.below(0, 6));
 * }</pre>
 *
 * <p>One cell object serves many rows: do not keep it.
 */
public final class Cell {

    private final Surroundings surroundings;
    private long key;
    private long uniqueKey;
    private long row;
    private long ordinal;
    private int maxLength = -1;

    /** Makes a cell; generated programs and the runtime do. */
    public Cell(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Moves the cell; the runtime does.
     *
     * @param rowAddress 64 bits that stand for the row's address
     * @param rowOrdinal the row's place among all that need distinct values in this table, 0 or more
     */
    public void moveToRow(long rowAddress, long rowOrdinal) {
        row = rowAddress;
        ordinal = rowOrdinal;
    }

    /**
     * Moves the cell; the runtime does.
     *
     * @param columnKey 64 bits of (seed, table, method, column)
     * @param columnUniqueKey 64 bits of (seed, table, column)
     * @param columnMaxLength the column's limit in characters, -1 for none
     */
    public void moveToColumn(long columnKey, long columnUniqueKey, int columnMaxLength) {
        key = columnKey;
        uniqueKey = columnUniqueKey;
        maxLength = columnMaxLength;
    }

    /** {@return 64 random bits: draw {@code n} of this cell, the same whenever it is asked} */
    public long draw(int n) {
        return Mix.draw(key, row, n);
    }

    /** {@return draw {@code n} as a number from 0 (inclusive) to {@code bound} (exclusive); {@code bound} is 1 or more} */
    public int below(int n, int bound) {
        return (int) Mix.below(draw(n), bound);
    }

    /** {@return draw {@code n} as a number from 0 (inclusive) to {@code bound} (exclusive); {@code bound} is 1 or more} */
    public long below(int n, long bound) {
        return Mix.below(draw(n), bound);
    }

    /** {@return draw {@code n} as a number from 0 (inclusive) to 1 (exclusive)} */
    public double unit(int n) {
        return Mix.unit(draw(n));
    }

    /**
     * Gives a generator inside this one draws of its own. Pass the result to {@link #leave} afterwards:
     *
     * <pre>{@code
     * long mark = cell.enter(1);
     * String inner = gen.at(cell);
     * cell.leave(mark);
     * }</pre>
     *
     * @param label which inner generator; 0 or more
     * @return what {@link #leave} takes back
     */
    public long enter(int label) {
        long mark = key;
        key = Mix.combine(key, label);
        return mark;
    }

    /** {@return what {@link #leave} takes back to return to this state of the draws} */
    public long mark() {
        return key;
    }

    /** Ends what {@link #enter} began. */
    public void leave(long mark) {
        key = mark;
    }

    /** {@return the row's place among all that need distinct values in this table: 0, 1, 2, …} */
    public long ordinal() {
        return ordinal;
    }

    /** {@return the key of the column's permutation, which does not depend on the row or its method} */
    public long uniqueKey() {
        return uniqueKey;
    }

    /** {@return the column's limit in characters, -1 where there is none} */
    public int maxLength() {
        return maxLength;
    }

    /** {@return the plan's instant in microseconds since 1970-01-01T00:00:00Z} */
    public long nowMicros() {
        return surroundings.nowMicros();
    }

    /** {@return the plan's language, for example {@code en}} */
    public String locale() {
        return surroundings.locale();
    }

    /** {@return a dictionary in the plan's language, or in English where the language has none} */
    public Words words(Dict dictionary) {
        return surroundings.words(dictionary, surroundings.locale());
    }

    /** {@return a dictionary in that language, or in English where the language has none} */
    public Words words(Dict dictionary, String locale) {
        return surroundings.words(dictionary, locale);
    }

    /** {@return what the runtime provides to values of the catalogue} */
    public Surroundings surroundings() {
        return surroundings;
    }
}
