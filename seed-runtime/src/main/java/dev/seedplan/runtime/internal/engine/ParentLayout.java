package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.TableSpec.ForeignKeySpec;

/**
 * A parent of a step, resolved: its rows, its foreign key as places of columns, and the keys of its draws.
 *
 * @param spec as the program has it
 * @param rows the rows it is taken from
 * @param distinct whether the rows of one iterated parent must have different ones
 * @param columns the places of the foreign key's columns in the child
 * @param referenced the places of the columns they point at in the parent
 * @param pickKey the key of the pick
 * @param nullKey the key of the draw that decides for NULL
 */
record ParentLayout(
        ParentSpec spec, RowSet rows, boolean distinct, int[] columns, int[] referenced, long pickKey, long nullKey) {

    static ParentLayout of(ParentSpec spec, RowSet rows, StepLayout step, boolean distinct) {
        ForeignKeySpec key = step.table().table().foreignKey(spec.foreignKey());
        int[] columns =
                key.columns().stream().mapToInt(step.table().table()::indexOf).toArray();
        int[] referenced =
                key.referencedColumns().stream().mapToInt(rows.table()::indexOf).toArray();
        return new ParentLayout(
                spec,
                rows,
                distinct,
                columns,
                referenced,
                RowKeys.other(step.key(), "pick", spec.foreignKey()),
                RowKeys.other(step.key(), "null", spec.foreignKey()));
    }
}
