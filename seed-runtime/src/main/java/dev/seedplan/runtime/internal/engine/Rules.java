package dev.seedplan.runtime.internal.engine;

import dev.seedplan.OptionalGen;
import dev.seedplan.runtime.internal.database.KeyRanges;
import dev.seedplan.runtime.internal.rules.LeftColumns;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.Bounded;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Slots;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what fills the columns that row methods leave, from the schema and from a sample of each step's rows. */
final class Rules {

    private static final int SAMPLE = 16;

    private Rules() {}

    /** Rules that are right whatever a method sets; keys begin at 1 until the sequences have been asked. */
    static void first(Layout layout) {
        for (StepLayout step : layout.steps()) {
            List<ColumnSpec> columns = step.table().table().columns();
            for (int c = 0; c < columns.size(); c++) {
                step.rule(c, rule(layout, step, c, false));
            }
        }
    }

    /** Rules that know what the methods set; also checks what the sample shows. */
    static void settle(Layout layout) {
        Worker worker = layout.worker();
        for (StepLayout step : layout.steps()) {
            List<ColumnSpec> columns = step.table().table().columns();
            int rows = (int) Math.min(SAMPLE, step.count());
            int[] set = sample(step, worker, columns.size());
            for (int c = 0; c < columns.size() && rows > 0; c++) {
                ColumnRule rule = rule(layout, step, c, set[c] == 0);
                if (rule instanceof ColumnRule.Server && !columns.get(c).generated() && set[c] > 0) {
                    rule = new ColumnRule.Sometimes();
                }
                if (rule instanceof ColumnRule.Left left
                        && left.neverSet()
                        && columns.get(c).notNull()) {
                    left.left().check(c, step.table().size());
                }
                step.rule(c, rule);
            }
        }
    }

    /** {@return for each column the number of sampled rows whose method sets it} */
    private static int[] sample(StepLayout step, Worker worker, int columns) {
        int[] set = new int[columns];
        if (step.count() == 0) {
            return set;
        }
        StepPass pass = worker.pass(step);
        long distance = Math.max(1, step.count() / SAMPLE);
        for (int i = 0; i < Math.min(SAMPLE, step.count()); i++) {
            pass.moveTo(i * distance);
            for (int c = 0; c < columns; c++) {
                byte state = pass.slots().state(c);
                if (state != Slots.UNSET) {
                    set[c]++;
                }
                if (state == Slots.NOTED) {
                    checkCapacity(step, pass, c);
                }
            }
        }
        return set;
    }

    private static void checkCapacity(StepLayout step, StepPass pass, int column) {
        OptionalGen<?> gen = pass.slots().noted(column);
        if (gen instanceof Bounded bounded) {
            long capacity = bounded.capacity(pass.slots().cellFor(column));
            if (step.table().size() > capacity) {
                TableSpec table = step.table().table();
                throw new EngineException(
                        EngineError.TOO_FEW_VALUES,
                        table.id() + "." + table.columns().get(column).name(),
                        step.table().size(),
                        capacity);
            }
        }
    }

    private static ColumnRule rule(Layout layout, StepLayout step, int column, boolean neverSet) {
        ColumnSpec spec = step.table().table().columns().get(column);
        if (spec.generated()) {
            return new ColumnRule.Server();
        }
        ColumnRule parent = parentKey(step, column);
        if (parent != null) {
            return parent;
        }
        if (!spec.identity().isEmpty() || spec.sequence() != null) {
            KeyRanges ranges = step.table().keys(column);
            return new ColumnRule.SequenceKey(
                    ranges == null ? KeyRanges.of(1, step.table().size(), 1) : ranges, neverSet);
        }
        String expression = spec.defaultExpression();
        if (expression != null) {
            Object asked = layout.asked(step.table().table(), spec);
            return asked == null
                    ? Defaults.rule(spec, expression, layout.now(), neverSet)
                    : new ColumnRule.Constant(asked);
        }
        TableSpec table = step.table().table();
        if (!spec.notNull() && LeftColumns.mayStayNull(table, column)) {
            return new ColumnRule.Null();
        }
        if (spec.notNull() && spec.kind() == Kind.UUID) {
            return new ColumnRule.AddressUuid(neverSet);
        }
        return new ColumnRule.Left(layout.leftOvers(table), neverSet);
    }

    private static @Nullable ColumnRule parentKey(StepLayout step, int column) {
        List<ColumnRule.ParentKey.Part> parts = new ArrayList<>();
        boolean later = false;
        List<ParentLayout> parents = step.parents();
        for (int p = 0; p < parents.size(); p++) {
            ParentLayout parent = parents.get(p);
            for (int i = 0; i < parent.columns().length; i++) {
                if (parent.columns()[i] == column) {
                    parts.add(new ColumnRule.ParentKey.Part(p, parent.referenced()[i]));
                    later |= parent.spec().later();
                }
            }
        }
        if (parts.isEmpty()) {
            return null;
        }
        ColumnRule.ParentKey key = new ColumnRule.ParentKey(List.copyOf(parts));
        return later ? new ColumnRule.Later(key) : key;
    }
}
