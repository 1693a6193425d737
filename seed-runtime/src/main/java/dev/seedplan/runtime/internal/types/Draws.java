package dev.seedplan.runtime.internal.types;

import dev.seedplan.spi.Mix;

/**
 * The draws at one address: a value's key, and from it any number of independent keys by label. Immutable; the same address
 * gives the same draws on every thread and in every run.
 *
 * <pre>{@code
 * Draws row = new Draws(Mix.combine(tableKey, ordinal));
 * long cents = row.of("price").below(10_000);
 * }</pre>
 *
 * @param key mixed from seed, table and row
 */
public record Draws(long key) {

    /** {@return the draws of a part of this address, such as a column} */
    public Draws of(String label) {
        return new Draws(Mix.combine(key, label));
    }

    /** {@return the draws of a numbered part, such as an attempt or an array's element} */
    public Draws of(long number) {
        return new Draws(Mix.combine(key, number));
    }

    /** {@return 64 random bits, always the same for this key} */
    public long bits() {
        return Mix.mix(key);
    }

    /** {@return a number from 0 to {@code bound - 1}; {@code bound} is at least 1} */
    public long below(long bound) {
        return Mix.below(bits(), bound);
    }

    /** {@return a number from 0 (included) to 1 (excluded)} */
    public double unit() {
        return Mix.unit(bits());
    }

    /** {@return whether an event of that probability happens here} */
    public boolean chance(double probability) {
        return unit() < probability;
    }
}
