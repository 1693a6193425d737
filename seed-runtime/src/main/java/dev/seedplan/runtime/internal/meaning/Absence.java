package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.runtime.internal.types.Draws;

/** Which of a row's columns are NULL by nature: decided once for columns that tell of the same thing. */
final class Absence {

    /** The share of rows that are given up: deleted, archived, cancelled. */
    private static final double GONE = 0.1;

    private Absence() {}

    static boolean of(ColumnMeaning column, Draws row) {
        double rate = column.nullRate();
        if (rate == 0) {
            return false;
        } else if (column.meaning() == Meaning.DELETED_AT) {
            return !isGone(row);
        } else if (column.meaning() == Meaning.EVENT_AT && step(column) > 0) {
            // How far the row has come: what happens late is missing first.
            return row.of("progress").unit() > 1 - rate;
        }
        return row.of("null:" + column.column()).chance(rate);
    }

    /** {@return whether the row was given up} */
    static boolean isGone(Draws row) {
        return row.of("gone").unit() < GONE;
    }

    /** {@return the share of NULL: that of the meaning, and the larger the later an event of a known order happens} */
    static double rate(Meaning meaning, String words) {
        if (meaning == Meaning.DELETED_AT) {
            return 1 - GONE;
        }
        int step = meaning == Meaning.EVENT_AT ? Vocabulary.shared().stepOf(words) : 0;
        return step == 0 ? meaning.nullRate() : 0.06 * step;
    }

    private static int step(ColumnMeaning column) {
        return Vocabulary.shared().stepOf(column.words());
    }
}
