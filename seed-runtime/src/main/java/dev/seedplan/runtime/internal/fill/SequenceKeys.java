package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.database.KeyRange;
import dev.seedplan.runtime.internal.database.KeyRanges;
import dev.seedplan.runtime.internal.database.SequenceBlock;
import dev.seedplan.runtime.internal.rules.FillColumn;
import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.rules.Unfillable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The keys that a sequence gives to rows: where it stands, without moving it, or a block taken from it.
 *
 * @param ranges the keys, in the order of the rows
 */
record SequenceKeys(KeyRanges ranges) {

    /** Beyond this a gap is no accident of loading, and the server says what collides. */
    private static final long MOST_SKIPPED = 1_000_000;
    /** Others do not take as many while a fill runs. */
    private static final long PLENTY = 1_000_000;

    long at(long row) {
        return ranges.at(row);
    }

    long size() {
        return ranges.size();
    }

    /**
     * {@return keys of a sequence, as many as are wanted or are left}
     *
     * @param column whose default the sequence is
     * @param state where the sequence stood when the fill began
     * @param take whether to take them, so that nobody else gets them
     * @param occupied whether the table holds rows, whose keys may not come from the sequence
     * @throws Unfillable if the role may not use the sequence
     */
    static SequenceKeys of(
            Connection connection,
            FillTable table,
            FillColumn column,
            SequenceStates.State state,
            long wanted,
            boolean take,
            boolean occupied)
            throws SQLException {
        String sequence = String.valueOf(column.sequenceName());
        if (!state.usable()) {
            throw new Unfillable("the role has no USAGE privilege on sequence " + sequence);
        }
        boolean plenty = state.left() - PLENTY > 2 * wanted;
        if (!state.readable() || (take && !occupied && plenty)) {
            return take(connection, sequence, wanted);
        }
        SequenceKeys keys = peek(connection, sequence, wanted);
        long skipped = occupied ? skipped(connection, table, column, keys) : 0;
        if (skipped > 0) {
            keys = peek(connection, sequence, wanted + skipped);
        }
        if (take && keys.size() > 0) {
            keys = take(connection, sequence, keys.size());
        }
        return skipped > 0 ? keys.from(skipped) : keys;
    }

    private static SequenceKeys take(Connection connection, String sequence, long count) throws SQLException {
        return new SequenceKeys(KeyRanges.of(SequenceBlock.take(connection, sequence, count)));
    }

    /** {@return how many of the next keys rows may have that did not take theirs from the sequence} */
    private static long skipped(Connection connection, FillTable table, FillColumn column, SequenceKeys keys)
            throws SQLException {
        String name = '"' + column.name().replace("\"", "\"\"") + '"';
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + (keys.ranges.step() > 0 ? "max(" : "min(") + name
                        + ")::bigint from " + table.from())) {
            row.next();
            long last = row.getLong(1);
            if (row.wasNull() || keys.size() == 0) {
                return 0;
            }
            long ahead = (last - keys.at(0)) / keys.ranges.step() + 1;
            return ahead > 0 && ahead <= MOST_SKIPPED ? ahead : 0;
        }
    }

    /** {@return the keys without the first ones} */
    private SequenceKeys from(long first) {
        long left = Math.max(0, size() - first);
        return new SequenceKeys(KeyRanges.of(KeyRange.slice(ranges.list(), first, left)));
    }

    /**
     * Looks where a sequence stands.
     *
     * @param sequence as SQL text for regclass
     * @param count how many keys are wanted
     * @return at most as many as the sequence has left
     */
    private static SequenceKeys peek(Connection connection, String sequence, long count) throws SQLException {
        long next;
        long increment;
        long left;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select s.last_value, s.is_called, p.seqincrement, p.seqmin, p.seqmax, p.seqcycle from "
                                + sequence
                                + " s, pg_catalog.pg_sequence p where p.seqrelid = '" + sequence.replace("'", "''")
                                + "'::regclass")) {
            row.next();
            increment = row.getLong(3);
            next = row.getLong(1) + (row.getBoolean(2) ? increment : 0);
            long end = increment > 0 ? row.getLong(5) : row.getLong(4);
            boolean over = increment > 0 ? next > end || next < row.getLong(1) : next < end || next > row.getLong(1);
            left = over ? 0 : (end - next) / increment + 1;
            if (left < 0) {
                left = Long.MAX_VALUE;
            }
        }
        long size = Math.min(count, left);
        return new SequenceKeys(KeyRanges.of(next, size, increment));
    }
}
