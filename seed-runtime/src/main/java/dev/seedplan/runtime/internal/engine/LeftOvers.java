package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.internal.rules.LeftColumns;
import dev.seedplan.runtime.internal.rules.Unfillable;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.TableSpec;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What fills the columns of one table that row methods leave; looked up when a row first needs it. */
final class LeftOvers {

    private final TableSpec table;
    private final Supplier<LeftColumns> source;
    // One for all tables of a run: rows of two tables may ask for each other.
    private final Object lock;
    private @Nullable LeftColumns columns;

    LeftOvers(TableSpec table, Supplier<LeftColumns> source, Object lock) {
        this.lock = lock;
        this.table = table;
        this.source = source;
    }

    /** Checks that values of a column can be made, and enough different ones where they must differ. */
    void check(int column, long rows) {
        columns().refusal(column).ifPresent(why -> {
            throw cannot(column, why);
        });
        columns().capacity(column).filter(most -> most < rows).ifPresent(most -> {
            throw new EngineException(EngineError.TOO_FEW_VALUES, describe(column), rows, most);
        });
    }

    /** Sets what is open in a frame's row. */
    void complete(Frame frame, int column) {
        try {
            synchronized (lock) {
                columns().complete(new LeftRow(frame, frame.isUnfinished() ? column : -1));
            }
        } catch (Unfillable e) {
            throw cannot(column, e.reason());
        }
    }

    private LeftColumns columns() {
        if (columns == null) {
            try {
                columns = source.get();
            } catch (Unfillable e) {
                throw new EngineException(EngineError.NO_FILL, table.id(), e.reason());
            }
        }
        return columns;
    }

    private EngineException cannot(int column, String why) {
        return new EngineException(EngineError.NO_FILL, describe(column), why);
    }

    private String describe(int column) {
        ColumnSpec spec = table.columns().get(column);
        return table.id() + "." + spec.name();
    }
}
