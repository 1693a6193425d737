package dev.seedplan.runtime.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes keys from a sequence: race-free, and nobody has to set it afterwards. */
public final class SequenceBlock {

    // Nothing is kept for a key: where nobody else takes keys meanwhile, the ends and the number say that it is one
    // range. The sequence is looked up once, in a query of its own: a cast beside nextval runs again for every key.
    private static final String TAKE_ONE_RANGE = """
            select min(key), max(key), (select seqincrement from pg_catalog.pg_sequence where seqrelid = ?::regclass)
            from (select nextval((select ?::regclass)) as key from generate_series(1, ?::bigint)) as taken""";

    // nextval runs in the order of generate_series; rows of one range share value - place * increment.
    private static final String TAKE = """
            with taken as materialized (select nextval((select ?::regclass)) as key from generate_series(1, ?::bigint)),
                 step as (select seqincrement as by from pg_catalog.pg_sequence where seqrelid = ?::regclass),
                 placed as (select key, key - step.by * row_number() over () as range, step.by from taken, step)
            select min(key * sign(by)) * sign(min(by)), count(*), min(by) from placed group by range order by min(key * sign(by))""";

    private SequenceBlock() {}

    /**
     * {@return keys that nobody else gets, as few ranges as they come in}
     *
     * @param sequence as SQL text for regclass
     * @param count how many; 1 or more
     * @throws SQLException if it has fewer left, or the role may not use it
     */
    public static List<KeyRange> take(Connection connection, String sequence, long count) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TAKE_ONE_RANGE)) {
            query.setString(1, sequence);
            query.setString(2, sequence);
            query.setLong(3, count);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                long step = row.getLong(3);
                long first = step > 0 ? row.getLong(1) : row.getLong(2);
                long last = step > 0 ? row.getLong(2) : row.getLong(1);
                if (last - first == (count - 1) * step) {
                    return List.of(new KeyRange(first, count, step));
                }
            }
        }
        // Somebody else takes keys, or the sequence began anew: these keys stay unused, which sequences allow for.
        return takeRanges(connection, sequence, count);
    }

    private static List<KeyRange> takeRanges(Connection connection, String sequence, long count) throws SQLException {
        List<KeyRange> ranges = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(TAKE)) {
            query.setString(1, sequence);
            query.setLong(2, count);
            query.setString(3, sequence);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ranges.add(new KeyRange(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
                }
            }
        }
        return ranges;
    }
}
