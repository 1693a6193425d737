package dev.seedplan.runtime.internal.fill;

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
 * @param createPartitions whether missing partitions may be created
 * @param strict whether to write nothing if a table cannot be filled
 * @param dryRun whether to undo everything at the end
 * @param rehearsal whether the server may judge the first rows of all tables in a transaction that is undone
 * @param serverDefaults whether columns with a default are left to the server
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
        boolean createPartitions,
        boolean strict,
        boolean dryRun,
        boolean rehearsal,
        boolean serverDefaults) {

    /** Rows in each table unless the user says otherwise. */
    public static final long DEFAULT_ROWS = 20;

    /** How often nullable columns are NULL. */
    public enum Nulls {
        /** At a rate that suits the column. */
        SOME,
        /** Only where something else demands it. */
        NONE,
        /** Wherever nothing forbids it. */
        ALL
    }

    /** {@return what a user gets who says nothing} */
    public static FillOptions defaults() {
        return new FillOptions(
                DEFAULT_ROWS,
                Map.of(),
                1,
                List.of(),
                List.of(),
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                Nulls.SOME,
                Map.of(),
                false,
                false,
                false,
                true,
                false);
    }

    /** {@return these options, with another default number of rows} */
    public FillOptions withDefaultRows(long number) {
        return new FillOptions(
                number,
                rows,
                scale,
                tables,
                exclude,
                seed,
                at,
                nulls,
                settings,
                createPartitions,
                strict,
                dryRun,
                rehearsal,
                serverDefaults);
    }

    /** {@return these options, scaled} */
    public FillOptions withScale(double factor) {
        return new FillOptions(
                defaultRows,
                rows,
                factor,
                tables,
                exclude,
                seed,
                at,
                nulls,
                settings,
                createPartitions,
                strict,
                dryRun,
                rehearsal,
                serverDefaults);
    }

    /** {@return these options, with another seed} */
    public FillOptions withSeed(long number) {
        return new FillOptions(
                defaultRows,
                rows,
                scale,
                tables,
                exclude,
                number,
                at,
                nulls,
                settings,
                createPartitions,
                strict,
                dryRun,
                rehearsal,
                serverDefaults);
    }

    /** {@return these options, at another instant} */
    public FillOptions withAt(Instant now) {
        return new FillOptions(
                defaultRows,
                rows,
                scale,
                tables,
                exclude,
                seed,
                now,
                nulls,
                settings,
                createPartitions,
                strict,
                dryRun,
                rehearsal,
                serverDefaults);
    }

    /** {@return these options, with other NULLs} */
    public FillOptions withNulls(Nulls how) {
        return new FillOptions(
                defaultRows,
                rows,
                scale,
                tables,
                exclude,
                seed,
                at,
                how,
                settings,
                createPartitions,
                strict,
                dryRun,
                rehearsal,
                serverDefaults);
    }

    /** {@return these options, creating partitions} */
    public FillOptions withCreatePartitions() {
        return new FillOptions(
                defaultRows,
                rows,
                scale,
                tables,
                exclude,
                seed,
                at,
                nulls,
                settings,
                true,
                strict,
                dryRun,
                rehearsal,
                serverDefaults);
    }

    /** {@return these options, strict} */
    public FillOptions withStrict() {
        return new FillOptions(
                defaultRows,
                rows,
                scale,
                tables,
                exclude,
                seed,
                at,
                nulls,
                settings,
                createPartitions,
                true,
                dryRun,
                rehearsal,
                serverDefaults);
    }

    /** {@return these options, undone at the end} */
    public FillOptions withDryRun() {
        return new FillOptions(
                defaultRows,
                rows,
                scale,
                tables,
                exclude,
                seed,
                at,
                nulls,
                settings,
                createPartitions,
                strict,
                true,
                rehearsal,
                serverDefaults);
    }

    /** {@return these options, without a rehearsal} */
    public FillOptions withoutRehearsal() {
        return new FillOptions(
                defaultRows,
                rows,
                scale,
                tables,
                exclude,
                seed,
                at,
                nulls,
                settings,
                createPartitions,
                strict,
                dryRun,
                false,
                serverDefaults);
    }

    /** {@return these options for certain tables and with session settings} */
    public FillOptions with(
            Map<String, Long> rowsByTable,
            List<String> globs,
            List<String> excluded,
            Map<String, String> sessionSettings) {
        return new FillOptions(
                defaultRows,
                Map.copyOf(rowsByTable),
                scale,
                List.copyOf(globs),
                List.copyOf(excluded),
                seed,
                at,
                nulls,
                Map.copyOf(sessionSettings),
                createPartitions,
                strict,
                dryRun,
                rehearsal,
                serverDefaults);
    }
}
