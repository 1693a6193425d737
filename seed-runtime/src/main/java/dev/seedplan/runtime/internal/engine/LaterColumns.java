package dev.seedplan.runtime.internal.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The foreign key columns of a step that are set after the load. */
public final class LaterColumns {

    private final StepLayout step;
    private final List<Integer> columns = new ArrayList<>();

    private LaterColumns(StepLayout step) {
        this.step = step;
        for (int i = 0; i < step.table().table().columns().size(); i++) {
            if (step.rule(i) instanceof ColumnRule.Later) {
                columns.add(i);
            }
        }
    }

    /** {@return those of a step} */
    public static LaterColumns of(StepLayout step) {
        return new LaterColumns(step);
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return columns.isEmpty();
    }

    /** {@return their names} */
    public List<String> columns() {
        return columns.stream()
                .map(c -> step.table().table().columns().get(c).name())
                .toList();
    }

    /** Takes the columns' values, then the values of the primary key. */
    public interface Sink {

        /** Takes one row's. */
        void row(@Nullable Object[] values) throws SQLException;
    }

    /** Computes the rows again, with the keys of their parents; rows whose keys stay NULL are passed over. */
    public void forEach(Worker worker, Sink sink) throws SQLException {
        List<String> key = step.table().table().primaryKey();
        StepPass pass = worker.pass(step);
        for (long local = 0; local < step.count(); local++) {
            pass.moveTo(local);
            @Nullable Object[] values = new Object[columns.size() + key.size()];
            boolean any = false;
            for (int i = 0; i < columns.size(); i++) {
                int column = columns.get(i);
                values[i] = pass.later(column);
                any |= values[i] != null;
            }
            for (int i = 0; i < key.size(); i++) {
                values[columns.size() + i] =
                        pass.slots().get(step.table().table().indexOf(key.get(i)));
            }
            if (any) {
                sink.row(values);
            }
        }
    }
}
