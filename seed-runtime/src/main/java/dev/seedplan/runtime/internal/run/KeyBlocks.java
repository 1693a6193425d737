package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.engine.KeyRanges;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.program.ColumnSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes the keys of a run from the tables' sequences, before the load: race-free, and nobody has to set them afterwards. */
final class KeyBlocks {

    // nextval runs in the order of generate_series; rows of one range share value - place * increment.
    private static final String TAKE = """
            with taken as materialized (select nextval(?::regclass) as key from generate_series(1, ?::bigint)),
                 step as (select seqincrement as by from pg_catalog.pg_sequence where seqrelid = ?::regclass),
                 placed as (select key, key - step.by * row_number() over () as range, step.by from taken, step)
            select min(key * sign(by)) * sign(min(by)), count(*), min(by) from placed group by range order by min(key * sign(by))""";

    private KeyBlocks() {}

    static void take(Connection connection, Layout layout) throws SQLException {
        for (TableLayout table : layout.tables()) {
            List<ColumnSpec> columns = table.table().columns();
            for (int i = 0; i < columns.size() && table.size() > 0; i++) {
                String sequence = columns.get(i).sequence();
                if (sequence != null && table.takesKeys(i)) {
                    table.keys(i, take(connection, sequence, table.size()));
                }
            }
        }
    }

    private static KeyRanges take(Connection connection, String sequence, long count) throws SQLException {
        List<long[]> ranges = new ArrayList<>();
        long step = 1;
        try (PreparedStatement query = connection.prepareStatement(TAKE)) {
            query.setString(1, sequence);
            query.setLong(2, count);
            query.setString(3, sequence);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ranges.add(new long[] {rows.getLong(1), rows.getLong(2)});
                    step = rows.getLong(3);
                }
            }
        }
        long[] starts = new long[ranges.size()];
        long[] offsets = new long[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = ranges.get(i)[0];
            offsets[i + 1] = offsets[i] + ranges.get(i)[1];
        }
        return new KeyRanges(starts, offsets, step);
    }
}
