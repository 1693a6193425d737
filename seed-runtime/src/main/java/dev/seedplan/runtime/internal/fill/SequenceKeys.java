package dev.seedplan.runtime.internal.fill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys that a sequence gives to rows: where it stands, without moving it, or a block taken from it.
 *
 * @param starts the first key of each run of keys
 * @param offsets the number of the row that gets it; one more than starts, the last is the number of keys
 * @param increment from key to key
 */
record SequenceKeys(long[] starts, long[] offsets, long increment) {

    /** Beyond this a gap is no accident of loading, and the server says what collides. */
    private static final long MOST_SKIPPED = 1_000_000;

    long at(long row) {
        int run = java.util.Arrays.binarySearch(offsets, row);
        run = run >= 0 ? run : -run - 2;
        return starts[run] + (row - offsets[run]) * increment;
    }

    long size() {
        return offsets[offsets.length - 1];
    }

    /**
     * {@return keys of a sequence, as many as are wanted or are left}
     *
     * @param column whose default the sequence is
     * @param take whether to take them, so that nobody else gets them
     * @param occupied whether the table holds rows, whose keys may not come from the sequence
     * @throws Unfillable if the role may not use the sequence
     */
    static SequenceKeys of(
            Connection connection, FillTable table, FillColumn column, long wanted, boolean take, boolean occupied)
            throws SQLException {
        String sequence = String.valueOf(column.sequenceName());
        boolean readable;
        try (PreparedStatement query = connection.prepareStatement(
                "select has_sequence_privilege(?::regclass, 'USAGE'), has_sequence_privilege(?::regclass, 'SELECT')")) {
            query.setString(1, sequence);
            query.setString(2, sequence);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new Unfillable("the role has no USAGE privilege on sequence " + sequence);
                }
                readable = row.getBoolean(2);
            }
        }
        if (!readable) {
            return take(connection, sequence, wanted, 1);
        }
        SequenceKeys keys = peek(connection, sequence, wanted);
        long skipped = occupied ? skipped(connection, table, column, keys) : 0;
        if (skipped > 0) {
            keys = peek(connection, sequence, wanted + skipped);
        }
        if (take && keys.size() > 0) {
            keys = take(connection, sequence, keys.size(), keys.increment());
        }
        return skipped > 0 ? keys.from(skipped) : keys;
    }

    /** {@return how many of the next keys rows may have that did not take theirs from the sequence} */
    private static long skipped(Connection connection, FillTable table, FillColumn column, SequenceKeys keys)
            throws SQLException {
        String name = '"' + column.name().replace("\"", "\"\"") + '"';
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select " + (keys.increment > 0 ? "max(" : "min(") + name + ")::bigint from " + table.from())) {
            row.next();
            long last = row.getLong(1);
            if (row.wasNull() || keys.starts.length == 0) {
                return 0;
            }
            long ahead = (last - keys.starts[0]) / keys.increment + 1;
            return ahead > 0 && ahead <= MOST_SKIPPED ? ahead : 0;
        }
    }

    private SequenceKeys from(long first) {
        long left = Math.max(0, size() - first);
        if (starts.length == 1) {
            return new SequenceKeys(new long[] {starts[0] + first * increment}, new long[] {0, left}, increment);
        }
        long[] values = new long[Math.toIntExact(left)];
        long[] places = new long[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = at(first + i);
            places[i + 1] = i + 1L;
        }
        return new SequenceKeys(values, places, increment);
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
        return new SequenceKeys(new long[] {next}, new long[] {0, size}, increment);
    }

    /** Takes keys by nextval, which nobody else gets then. */
    private static SequenceKeys take(Connection connection, String sequence, long count, long increment)
            throws SQLException {
        List<long[]> runs = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                with taken as materialized (select nextval(?::regclass) as key from generate_series(1, ?::bigint)),
                     placed as (select key, key - ?::bigint * row_number() over () as run from taken)
                select case when ?::bigint > 0 then min(key) else max(key) end, count(*) from placed group by run
                order by case when ?::bigint > 0 then min(key) else -max(key) end""")) {
            query.setString(1, sequence);
            query.setLong(2, count);
            query.setLong(3, increment);
            query.setLong(4, increment);
            query.setLong(5, increment);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    runs.add(new long[] {rows.getLong(1), rows.getLong(2)});
                }
            }
        }
        long[] starts = new long[runs.size()];
        long[] offsets = new long[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = runs.get(i)[0];
            offsets[i + 1] = offsets[i] + runs.get(i)[1];
        }
        return new SequenceKeys(starts, offsets, increment);
    }
}
