package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.TablePreview;
import dev.seedplan.runtime.internal.engine.EngineException;
import dev.seedplan.runtime.internal.engine.ExistingRows;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.Pools;
import dev.seedplan.runtime.internal.engine.Purity;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.StepPass;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.ContentException;
import dev.seedplan.spi.Labeled;
import dev.seedplan.spi.Slots;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The first rows of a table without a database. */
public final class PreviewRows {

    private static final int PLACEHOLDERS_TO_ITERATE = 3;
    private static final int PLACEHOLDERS_TO_PICK = 10_000;

    private final SeedProgram program;
    private final RunOptions options;

    /** Prepares a preview; nothing is computed yet. */
    public PreviewRows(SeedProgram program, RunOptions options) {
        SnapshotCheck.check(program);
        this.program = options.tables().of(program);
        this.options = options;
    }

    /** {@return the first rows of the table of a generated row class} */
    public List<Map<String, Object>> of(Class<?> rowClass, int most) {
        Layout layout = layout();
        for (TableLayout table : layout.tables()) {
            if (rowClass.isInstance(layout.view(table))) {
                return rows(layout, table, most);
            }
        }
        throw RunError.BAD_USAGE.because(
                "plan " + program.spec().plan() + " fills no table of " + rowClass.getSimpleName());
    }

    /** {@return the first rows of every table} */
    public List<TablePreview> all(int most) {
        Layout layout = layout();
        return layout.tables().stream()
                .map(table -> preview(layout, table, most))
                .toList();
    }

    private static TablePreview preview(Layout layout, TableLayout table, int most) {
        List<Map<String, Object>> rows = rows(layout, table, most);
        List<List<@Nullable String>> texts = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            List<@Nullable String> values = new ArrayList<>();
            row.values().forEach(value -> values.add(value == null ? null : text(value)));
            texts.add(values);
        }
        return new TablePreview(
                table.table().id(),
                rows.isEmpty() ? List.of() : List.copyOf(rows.get(0).keySet()),
                texts,
                table.steps().stream().flatMap(step -> step.madeUp().stream()).collect(Collectors.toSet()),
                "");
    }

    /**
     * {@return why a row is as it is, line by line}
     *
     * @param table its table, as the user names it
     * @param row its ordinal, from 0
     */
    public List<String> explain(String table, long row) {
        return ExplainedRow.of(layout(), table, row);
    }

    /** Opens the content and calls each row method a few times. */
    public void check() {
        Purity.check(layout(true));
    }

    private Layout layout() {
        return layout(options.strict());
    }

    /** @param strict whether files of no use are refused */
    private Layout layout(boolean strict) {
        try {
            Layout layout = Layout.of(
                    program,
                    Execution.seed(program.spec(), options),
                    options.numbers(),
                    new Pools(program.loader(), options.content(), strict),
                    PreviewRows::placeholders);
            layout.rehearse();
            return layout;
        } catch (EngineException e) {
            throw Failures.of(e);
        } catch (ContentException e) {
            throw Failures.of(e);
        }
    }

    /**
     * Without a database a parent from it is a row of which only the key can be read: 1, 2, 3, … A picked one comes from
     * many, so that different parents can be picked; an iterated one from few, so that there is little to count.
     */
    private static ExistingRows placeholders(TableSpec table, ParentSpec parent) {
        int size = parent.role() == ParentSpec.Role.PER ? PLACEHOLDERS_TO_ITERATE : PLACEHOLDERS_TO_PICK;
        List<String> keys =
                IntStream.rangeClosed(1, size).mapToObj(String::valueOf).toList();
        return new ExistingRows(table, keys, keys.size(), index -> {
            ColumnSpec column = table.columns().get(index);
            boolean number = column.kind().inBits() && table.primaryKey().contains(column.name());
            return number ? LongStream.rangeClosed(1, size).boxed().toArray() : new @Nullable Object[size];
        });
    }

    private static List<Map<String, Object>> rows(Layout layout, TableLayout table, int most) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (StepLayout step : table.steps()) {
            StepPass pass = layout.worker().pass(step);
            for (long local = 0; local < step.count() && rows.size() < most; local++) {
                pass.moveTo(local);
                rows.add(row(step, pass));
            }
        }
        return rows;
    }

    private static Map<String, Object> row(StepLayout step, StepPass pass) {
        Map<String, Object> row = new LinkedHashMap<>();
        List<ColumnSpec> columns = step.table().table().columns();
        for (int i = 0; i < columns.size(); i++) {
            pass.slots().settle(i);
            if (pass.slots().state(i) != Slots.SERVER) {
                row.put(columns.get(i).name(), pass.slots().get(i));
            }
        }
        return row;
    }

    /** {@return a value as a person reads it} */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Labeled labeled) {
            return labeled.label();
        }
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PreviewRows::text).collect(Collectors.joining(",", "{", "}"));
        }
        return value.toString();
    }
}
