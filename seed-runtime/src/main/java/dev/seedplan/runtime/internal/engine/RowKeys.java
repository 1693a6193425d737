package dev.seedplan.runtime.internal.engine;

import dev.seedplan.spi.Mix;

/** The keys of draws: one 64-bit number per (seed, table, method, label), frozen with {@code rng = 1}. */
final class RowKeys {

    private RowKeys() {}

    /** The key of everything a step draws. */
    static long step(long seed, String table, String method) {
        return Mix.combine(Mix.combine(Mix.combine(seed, 1), table), method);
    }

    /** The key of a column of a step. */
    static long column(long stepKey, String column) {
        return Mix.combine(Mix.combine(stepKey, "column"), column);
    }

    /** The key of another draw of a step: a pick, a count, a label. */
    static long other(long stepKey, String what, String label) {
        return Mix.combine(Mix.combine(stepKey, what), label);
    }

    /** The key of a column's permutation, whichever method fills it. */
    static long unique(long seed, String table, String column) {
        return Mix.combine(Mix.combine(Mix.combine(Mix.combine(seed, 2), table), "unique"), column);
    }

    /** The address of child {@code k} of the row at {@code parent}. */
    static long child(long parent, long k) {
        return Mix.combine(parent, k);
    }

    /** What keeps the rows of a method apart from those of another one that fills the same table; never 0. */
    static long method(String method) {
        return Mix.combine(4, method) | 1;
    }

    /** The address of a row that stands for an asset. */
    static long asset(String id) {
        return Mix.combine(3, id);
    }
}
