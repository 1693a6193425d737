package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.database.KeyRange;
import dev.seedplan.runtime.internal.database.SequenceBlock;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.ledger.Decision;
import dev.seedplan.runtime.internal.ledger.KeyBlock;
import dev.seedplan.runtime.internal.ledger.LedgerError;
import dev.seedplan.runtime.internal.ledger.RecordedRun;
import dev.seedplan.runtime.internal.ledger.RunContract;
import dev.seedplan.runtime.program.ColumnSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rows beyond those of an earlier run, which keep their keys. */
final class Addition {

    private final RecordedRun earlier;

    private Addition(RecordedRun earlier) {
        this.earlier = earlier;
    }

    /**
     * {@return what comes on top of an earlier run}
     *
     * @param now the contract of the rows that the earlier run has, as the plan is now
     * @throws dev.seedplan.runtime.SeedException if these are no longer the first rows of their steps
     */
    static Addition of(Layout layout, RecordedRun earlier, RunContract now) {
        RunContract then = earlier.run().contract();
        for (StepLayout step : layout.steps()) {
            String address = Decision.ADDRESS + PlanContract.name(step);
            long rows = Math.min(PlanContract.rows(then, step), step.count());
            if (rows == PlanContract.rows(then, step)
                    && rows > 0
                    && !Objects.equals(then.lines().get(address), now.lines().get(address))) {
                throw LedgerError.CANNOT_ADD.because("the first " + rows + " rows of " + PlanContract.name(step)
                        + " are others now: rows have come in between, or numbers of children have changed");
            }
        }
        return new Addition(earlier);
    }

    /** {@return keys for all rows: those they have, and new ones} */
    List<KeyBlock> blocks(Connection connection, Layout layout) throws SQLException {
        return blocks(layout, (sequence, old, count) -> SequenceBlock.take(connection, sequence, count));
    }

    /** {@return keys for all rows, those of new rows made up: they do not reach any table} */
    static List<KeyBlock> madeUp(Layout layout, RecordedRun earlier) throws SQLException {
        return new Addition(earlier).blocks(layout, (sequence, old, count) -> {
            KeyRange last = old.get(old.size() - 1);
            return List.of(new KeyRange(last.last() + last.increment(), count, last.increment()));
        });
    }

    private interface Taker {

        List<KeyRange> take(String sequence, List<KeyRange> old, long count) throws SQLException;
    }

    private List<KeyBlock> blocks(Layout layout, Taker taker) throws SQLException {
        List<KeyBlock> blocks = new ArrayList<>();
        for (TableLayout table : layout.tables()) {
            List<ColumnSpec> columns = table.table().columns();
            for (int i = 0; i < columns.size() && table.size() > 0; i++) {
                String sequence = columns.get(i).sequence();
                if (sequence != null && table.takesKeys(i)) {
                    blocks.add(block(taker, table, columns.get(i).name(), sequence));
                }
            }
        }
        return blocks;
    }

    private KeyBlock block(Taker taker, TableLayout table, String column, String sequence) throws SQLException {
        RunContract then = earlier.run().contract();
        List<KeyRange> old = earlier.blocks().stream()
                .filter(b ->
                        b.table().equals(KeyBlocks.name(table)) && b.column().equals(column))
                .findFirst()
                .map(KeyBlock::keys)
                .orElse(List.of());
        List<KeyRange> keys = new ArrayList<>();
        for (StepLayout step : table.steps()) {
            long there = Math.min(PlanContract.rows(then, step), step.count());
            if (there > 0 && old.isEmpty()) {
                throw LedgerError.CANNOT_ADD.because(
                        "the rows of " + table.table().id() + " that are there have no keys of ours in " + column);
            }
            keys.addAll(KeyRange.slice(old, PlanContract.base(then, step), there));
            if (step.count() > there) {
                keys.addAll(taker.take(sequence, old, step.count() - there));
            }
        }
        if (keys.stream().mapToLong(KeyRange::increment).distinct().count() > 1) {
            throw LedgerError.CANNOT_ADD.because(
                    "the sequence of " + table.table().id() + "." + column + " has another increment than it had");
        }
        return new KeyBlock(KeyBlocks.name(table), column, keys);
    }
}
