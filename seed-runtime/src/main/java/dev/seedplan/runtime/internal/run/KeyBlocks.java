package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.database.KeyRange;
import dev.seedplan.runtime.internal.database.KeyRanges;
import dev.seedplan.runtime.internal.database.SequenceBlock;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.ledger.KeyBlock;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.schema.QName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the keys of a run from the tables' sequences, before the load: race-free, and nobody has to set them afterwards. */
final class KeyBlocks {

    private KeyBlocks() {}

    /** {@return the keys that the rows of a layout need, taken} */
    static List<KeyBlock> take(Connection connection, Layout layout) throws SQLException {
        List<KeyBlock> blocks = new ArrayList<>();
        for (TableLayout table : layout.tables()) {
            List<ColumnSpec> columns = table.table().columns();
            for (int i = 0; i < columns.size() && table.size() > 0; i++) {
                String sequence = columns.get(i).sequence();
                if (sequence != null && table.takesKeys(i)) {
                    blocks.add(new KeyBlock(
                            name(table),
                            columns.get(i).name(),
                            SequenceBlock.take(connection, sequence, table.size())));
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
                    table.keys(table.table().indexOf(block.column()), KeyRanges.of(block.keys()));
                }
            }
        }
    }

    /** {@return keys as the ledger has them} */
    static List<KeyRange> list(@Nullable KeyRanges ranges) {
        return ranges == null ? List.of() : ranges.list();
    }
}
