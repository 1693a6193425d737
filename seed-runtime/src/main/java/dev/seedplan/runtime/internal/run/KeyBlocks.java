package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.engine.KeyRanges;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.ledger.KeyBlock;
import dev.seedplan.runtime.internal.ledger.KeyRange;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.schema.QName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the keys of a run from the tables' sequences, before the load: race-free, and nobody has to set them afterwards. */
final class KeyBlocks {

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

    private KeyBlocks() {}

    /** {@return the keys that the rows of a layout need, taken} */
    static List<KeyBlock> take(Connection connection, Layout layout) throws SQLException {
        List<KeyBlock> blocks = new ArrayList<>();
        for (TableLayout table : layout.tables()) {
            List<ColumnSpec> columns = table.table().columns();
            for (int i = 0; i < columns.size() && table.size() > 0; i++) {
                String sequence = columns.get(i).sequence();
                if (sequence != null && table.takesKeys(i)) {
                    blocks.add(
                            new KeyBlock(name(table), columns.get(i).name(), take(connection, sequence, table.size())));
                }
            }
        }
        return blocks;
    }

    static QName name(TableLayout table) {
        return new QName(table.table().schema(), table.table().name());
    }

    /** Gives the rows of a layout their keys. */
    static void give(List<KeyBlock> blocks, Layout layout) {
        for (TableLayout table : layout.tables()) {
            for (KeyBlock block : blocks) {
                if (block.table().equals(name(table)) && block.count() >= table.size()) {
                    table.keys(table.table().indexOf(block.column()), ranges(block.keys()));
                }
            }
        }
    }

    /** {@return keys as the ledger has them} */
    static List<KeyRange> list(@Nullable KeyRanges ranges) {
        List<KeyRange> keys = new ArrayList<>();
        for (int i = 0; ranges != null && i < ranges.starts().length; i++) {
            keys.add(new KeyRange(ranges.starts()[i], ranges.offsets()[i + 1] - ranges.offsets()[i], ranges.step()));
        }
        return keys;
    }

    private static KeyRanges ranges(List<KeyRange> keys) {
        long[] starts = new long[keys.size()];
        long[] offsets = new long[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = keys.get(i).first();
            offsets[i + 1] = offsets[i] + keys.get(i).count();
        }
        return new KeyRanges(starts, offsets, keys.isEmpty() ? 1 : keys.get(0).increment());
    }

    static List<KeyRange> take(Connection connection, String sequence, long count) throws SQLException {
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
