package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.engine.Fingerprint;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.ledger.Decision;
import dev.seedplan.runtime.internal.ledger.RunContract;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.Mix;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What decides the values of a plan's rows, as the lines of a contract. */
final class PlanContract {

    private final Layout layout;
    private final long seed;
    private final Map<String, Long> found;
    private final Scripts scripts;

    /**
     * Means a plan's rows, before they have keys from sequences.
     *
     * @param seed the seed it runs with
     * @param found what was read from the database, as digests by name
     * @param scripts gives the text of a SQL script
     */
    PlanContract(Layout layout, long seed, Map<String, Long> found, Scripts scripts) {
        this.layout = layout;
        this.seed = seed;
        this.found = found;
        this.scripts = scripts;
    }

    /** {@return the contract of all rows} */
    RunContract whole() {
        return of(StepLayout::count);
    }

    /** {@return the contract of the first rows of each step, at most all} */
    RunContract of(ToLongFunction<StepLayout> rows) {
        Lines lines = new Lines(scripts);
        PlanSpec spec = layout.program().spec();
        lines.put("plan", spec.plan());
        lines.put("seed", String.valueOf(seed));
        lines.put("at", spec.at());
        lines.put("locale", spec.locale());
        lines.put("rng", "1");
        lines.put("dict", "1");
        lines.script("before", spec.sqlBefore());
        lines.script("after", spec.sqlAfter());
        layout.tables().forEach(t -> lines.table(t.table()));
        for (StepLayout step : layout.steps()) {
            lines.step(layout, step, Math.min(step.count(), rows.applyAsLong(step)));
        }
        layout.content().digests().forEach((pool, digest) -> lines.put("content " + pool, Long.toHexString(digest)));
        found.forEach((what, digest) -> lines.put(Decision.FOUND + what, Long.toHexString(digest)));
        return new RunContract(lines.lines);
    }

    /** {@return how the step's lines are called after their first word} */
    static String name(StepLayout step) {
        return step.table().table().id() + " by " + step.spec().method();
    }

    /** {@return how many rows a contract has of a step; 0 where it does not know it} */
    static long rows(RunContract contract, StepLayout step) {
        String line = contract.lines().get(Decision.ROWS + name(step));
        return line == null ? 0 : Long.parseLong(line.substring(0, line.indexOf(' ')));
    }

    /** {@return the ordinal of the step's first row in a contract} */
    static long base(RunContract contract, StepLayout step) {
        String line = contract.lines().getOrDefault(Decision.ROWS + name(step), "0 from 0");
        return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    }

    /** Collects the lines. */
    private static final class Lines {

        private final TreeMap<String, String> lines = new TreeMap<>();
        private final Scripts scripts;

        Lines(Scripts scripts) {
            this.scripts = scripts;
        }

        private void put(String name, String value) {
            lines.put(name.replace('\t', ' ').replaceAll("\\R", " "), value.replaceAll("\\R", " "));
        }

        private void table(TableSpec table) {
            for (ColumnSpec column : table.columns()) {
                put(
                        "column " + table.id() + "." + column.name(),
                        column.sqlType()
                                + (column.notNull() ? " not null" : "")
                                + text(" default ", column.defaultExpression())
                                + text(" identity ", column.identity())
                                + (column.generated() ? " generated" : "")
                                + (column.labels().isEmpty() ? "" : " " + column.labels()));
            }
            put(
                    "keys " + table.id(),
                    table.primaryKey() + " " + table.uniques() + " " + table.foreignKeys() + " " + table.checks());
        }

        private static String text(String before, @Nullable String value) {
            return value == null || value.isEmpty() ? "" : before + value;
        }

        private void step(Layout layout, StepLayout step, long rows) {
            StepSpec spec = step.spec();
            String name = name(step);
            put(Decision.ROWS + name, rows + " from " + step.base());
            put(
                    "step " + name,
                    source(spec.source())
                            + spec.parents().stream().map(ParentSpec::toString).toList());
            script("before " + name, spec.sqlBefore());
            script("after " + name, spec.sqlAfter());
            Fingerprint print = Fingerprint.of(layout, step, rows);
            put(Decision.ADDRESS + name, Long.toHexString(print.addresses()));
            print.columns()
                    .forEach((column, hash) -> put(
                            Decision.VALUE + step.table().table().id() + "." + column + " by " + spec.method(),
                            Long.toHexString(hash)));
        }

        /** Numbers of rows have lines of their own. */
        private static String source(StepSpec.Source source) {
            return source instanceof StepSpec.Source.Pool pool
                    ? "pool " + pool.field()
                    : source.getClass().getSimpleName();
        }

        private void script(String when, List<String> names) {
            names.forEach(
                    name -> put("script " + when + " " + name, Long.toHexString(Mix.combine(1, scripts.text(name)))));
        }
    }
}
