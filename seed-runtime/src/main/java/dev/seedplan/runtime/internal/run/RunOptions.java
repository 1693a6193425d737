package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.guard.Environment;
import dev.seedplan.runtime.internal.engine.Numbers;
import dev.seedplan.runtime.internal.engine.Size;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run may change of a plan.
 *
 * @param seed another seed; null for the plan's
 * @param numbers the numbers of rows, tables by id
 * @param tables which tables
 * @param dryRun whether to write nothing
 * @param strict whether to refuse rather than make up values of columns that nothing says anything about
 * @param content a directory looked in before the class path; empty for none
 * @param load how the rows reach the tables
 * @param keeping what becomes of earlier runs' rows, and what is recorded of these
 * @param caution what may be done where
 * @param failing what to do where something goes wrong
 */
public record RunOptions(
        @Nullable Long seed,
        Numbers numbers,
        TableFilter tables,
        boolean dryRun,
        boolean strict,
        String content,
        LoadOptions load,
        Keeping keeping,
        Caution caution,
        OnFailure failing) {

    /** Options with the usual way of loading and the usual ledger. */
    public RunOptions(
            @Nullable Long seed, Numbers numbers, TableFilter tables, boolean dryRun, boolean strict, String content) {
        this(
                seed,
                numbers,
                tables,
                dryRun,
                strict,
                content,
                LoadOptions.USUAL,
                Keeping.USUAL,
                Caution.USUAL,
                OnFailure.USUAL);
    }

    /** {@return these options with another way of loading} */
    public RunOptions loading(LoadOptions other) {
        return new RunOptions(seed, numbers, tables, dryRun, strict, content, other, keeping, caution, failing);
    }

    /** {@return these options with another way to keep to earlier runs} */
    public RunOptions keeping(Keeping other) {
        return new RunOptions(seed, numbers, tables, dryRun, strict, content, load, other, caution, failing);
    }

    /** {@return these options with other ways to take failures} */
    public RunOptions failing(OnFailure other) {
        return new RunOptions(seed, numbers, tables, dryRun, strict, content, load, keeping, caution, other);
    }

    /** {@return these options with another caution} */
    public RunOptions caution(Caution other) {
        return new RunOptions(seed, numbers, tables, dryRun, strict, content, load, keeping, other, failing);
    }

    /** {@return these options with what the file says is usual in an environment, where no flag says otherwise} */
    RunOptions in(Environment environment) {
        String size = caution.isSizeGiven() ? null : caution.guard().rules().size(environment);
        String onChange =
                caution.isOnChangeGiven() ? null : caution.guard().rules().onChange(environment);
        Numbers sized = size == null
                ? numbers
                : new Numbers(numbers.rows(), numbers.each(), Size.named(size).orElse(numbers.size()), numbers.scale());
        Keeping kept =
                onChange == null ? keeping : keeping.onChange(OnChange.valueOf(onChange.toUpperCase(Locale.ROOT)));
        return new RunOptions(seed, sized, tables, dryRun, strict, content, load, kept, caution, failing);
    }

    /** Options with some numbers of rows by table, as the user names it. */
    public RunOptions(@Nullable Long seed, Map<String, Long> rows, boolean dryRun, String content) {
        this(seed, numbers(rows, null, Size.MEDIUM, 1), TableFilter.ALL, dryRun, false, content);
    }

    /** {@return numbers, with the tables of {@code rows} as the user names them} */
    public static Numbers numbers(Map<String, Long> rows, @Nullable Long each, Size size, double scale) {
        Map<String, Long> byId = new LinkedHashMap<>();
        rows.forEach((table, number) -> byId.put(table.indexOf('.') < 0 ? "public." + table : table, number));
        return new Numbers(byId, each, size, scale);
    }
}
