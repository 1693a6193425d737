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

    private final TreeMap<String, String> lines = new TreeMap<>();

    private PlanContract() {}

    /**
     * {@return the contract of a plan's rows, before they have keys from sequences}
     *
     * @param seed the seed it runs with
     * @param rows of how many rows of each step the values are looked at, at most all
     * @param found what was read from the database, as digests by name
     * @param scripts gives the text of a SQL script
     */
    static RunContract of(
            Layout layout, long seed, ToLongFunction<StepLayout> rows, Map<String, Long> found, Scripts scripts) {
        PlanContract contract = new PlanContract();
        PlanSpec spec = layout.program().spec();
        contract.put("plan", spec.plan());
        contract.put("seed", String.valueOf(seed));
        contract.put("at", spec.at());
        contract.put("locale", spec.locale());
        contract.put("rng", "1");
        contract.put("dict", "1");
        contract.script("before", spec.sqlBefore(), scripts);
        contract.script("after", spec.sqlAfter(), scripts);
        layout.tables().forEach(t -> contract.table(t.table()));
        for (StepLayout step : layout.steps()) {
            contract.step(layout, step, Math.min(step.count(), rows.applyAsLong(step)), scripts);
        }
        layout.digests().forEach((pool, digest) -> contract.put("content " + pool, Long.toHexString(digest)));
        found.forEach((what, digest) -> contract.put(Decision.FOUND + what, Long.toHexString(digest)));
        return new RunContract(contract.lines);
    }

    /** {@return how the step's lines are called after their first word} */
    static String name(StepLayout step) {
        return step.table().table().id() + " by " + step.spec().method();
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

    private void step(Layout layout, StepLayout step, long rows, Scripts scripts) {
        StepSpec spec = step.spec();
        String name = name(step);
        put(Decision.ROWS + name, rows + " from " + step.base());
        put(
                "step " + name,
                source(spec.source())
                        + spec.parents().stream().map(PlanContract::parent).toList());
        script("before " + name, spec.sqlBefore(), scripts);
        script("after " + name, spec.sqlAfter(), scripts);
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

    private static String parent(ParentSpec parent) {
        return parent.toString();
    }

    private void script(String when, List<String> names, Scripts scripts) {
        names.forEach(name -> put("script " + when + " " + name, Long.toHexString(Mix.combine(1, scripts.text(name)))));
    }
}
