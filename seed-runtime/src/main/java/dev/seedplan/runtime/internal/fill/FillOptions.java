package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.meaning.Overrides;
import dev.seedplan.runtime.internal.rules.Nulls;
import dev.seedplan.runtime.internal.rules.ValueOptions;
import dev.seedplan.runtime.internal.run.RunError;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a user asks of a fill.
 *
 * @param defaultRows rows for each table that {@code rows} does not name, before scaling
 * @param rows rows by table, as the user names it: {@code schema.name}, or {@code name} of the default schema
 * @param scale multiplies all counts; positive
 * @param tables globs; only tables that match one are filled; empty for all
 * @param exclude globs; tables that match one are left out
 * @param seed the seed
 * @param at the instant that values call now
 * @param nulls how often nullable columns are NULL
 * @param settings session settings to make before the first row, by name
 * @param meanings what columns are about, by glob over {@code table.column}, where names would say something else
 * @param createPartitions whether missing partitions may be created
 * @param strict whether to write nothing if a table cannot be filled
 * @param dryRun whether to undo everything at the end
 * @param rehearsal whether the server may judge the first rows of all tables in a transaction that is undone
 * @param serverDefaults whether defaults that may differ from row to row are left to the server
 */
public record FillOptions(
        long defaultRows,
        Map<String, Long> rows,
        double scale,
        List<String> tables,
        List<String> exclude,
        long seed,
        Instant at,
        Nulls nulls,
        Map<String, String> settings,
        Map<String, String> meanings,
        boolean createPartitions,
        boolean strict,
        boolean dryRun,
        boolean rehearsal,
        boolean serverDefaults) {

    /** Rows in each table unless the user says otherwise. */
    public static final long DEFAULT_ROWS = 20;

    /** The seed unless the user says otherwise. */
    public static final long SEED = 1;

    /** The instant that values call now unless the user says otherwise, so that a second run gives the same values. */
    public static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    /** {@return what values depend on besides the schema} */
    ValueOptions values() {
        try {
            return new ValueOptions(seed, at, Overrides.of(meanings));
        } catch (IllegalArgumentException e) {
            throw RunError.BAD_USAGE.because(String.valueOf(e.getMessage()));
        }
    }
}
