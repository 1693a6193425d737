package dev.seedplan.cli;

import dev.seedplan.runtime.FillRequest;
import dev.seedplan.runtime.SeedRun;
import dev.seedplan.runtime.Seedplan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that decide what a fill writes, the same for the commands that fill and that explain. */
public final class FillFlags {

    @Option(
            names = "--default-rows",
            paramLabel = "N",
            description = "Rows for each table that --rows does not name (default: 20).")
    private @Nullable Long defaultRows;

    @Option(
            names = "--rows",
            paramLabel = "TABLE=N",
            description = "Rows for a table, as [schema.]table or a glob of it; may be given several times.")
    private Map<String, Long> rows = new LinkedHashMap<>();

    @Option(names = "--scale", paramLabel = "F", description = "Multiplies all numbers of rows (default: 1).")
    private @Nullable Double scale;

    @Option(
            names = "--tables",
            paramLabel = "GLOB",
            description =
                    "Only tables that match, such as 'shop.*'; names also those left out otherwise, such as 'auth.*'.")
    private List<String> tables = List.of();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "Not the tables that match.")
    private List<String> exclude = List.of();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed gives the same rows (default: 1; a plan's own).")
    private @Nullable Long seed;

    @Option(
            names = "--nulls",
            paramLabel = "some|none|all",
            defaultValue = "some",
            description = "How often columns that may be NULL are (default: ${DEFAULT-VALUE}).")
    private String nulls = "some";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A session setting that triggers or defaults ask for, such as app.current_tenant=1.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--meaning",
            paramLabel = "COLUMN=MEANING",
            description = "What columns are about, such as users.nick=username; a glob over table.column.")
    private Map<String, String> meanings = new LinkedHashMap<>();

    @Option(
            names = "--defaults",
            paramLabel = "computed|server",
            defaultValue = "computed",
            description = "Who makes the values of defaults such as now(): Seedplan, the same each time, or the server"
                    + " (default: ${DEFAULT-VALUE}).")
    private String defaults = "computed";

    @Option(names = "--create-partitions", description = "Create partitions where a partitioned table has none.")
    private boolean createPartitions;

    /**
     * {@return the fill that is asked for, without a database}
     *
     * @param usage makes the exception for a value that cannot be
     */
    public FillRequest request(Function<String, RuntimeException> usage) {
        if (defaultRows != null && defaultRows < 0) {
            throw usage.apply("--default-rows is below 0");
        }
        if (scale != null && !(scale > 0)) {
            throw usage.apply("--scale is not above 0");
        }
        FillRequest request = Seedplan.fill().nulls(nulls(usage));
        if (defaultRows != null) {
            request.defaultRows(defaultRows);
        }
        if (scale != null) {
            request.scale(scale);
        }
        if (seed != null) {
            request.seed(seed);
        }
        rows.forEach((table, number) -> {
            if (number < 0) {
                throw usage.apply("--rows " + table + " is below 0");
            }
            request.rows(table, number);
        });
        tables.forEach(request::tables);
        exclude.forEach(request::exclude);
        settings.forEach(request::set);
        meanings.forEach(request::meaning);
        switch (defaults) {
            case "computed" -> {}
            case "server" -> request.serverDefaults();
            default -> throw usage.apply("--defaults is computed or server, not \"" + defaults + "\"");
        }
        if (createPartitions) {
            request.createPartitions();
        }
        return request;
    }

    /**
     * Gives a run of a plan those flags that plans have, too.
     *
     * @throws IllegalArgumentException for a value that cannot be
     */
    public void applyTo(SeedRun run) {
        if (defaultRows != null) {
            run.defaultRows(defaultRows);
        }
        if (scale != null) {
            run.scale(scale);
        }
        if (seed != null) {
            run.seed(seed);
        }
        rows.forEach(run::rows);
        tables.forEach(run::tables);
        exclude.forEach(run::exclude);
    }

    private FillRequest.Nulls nulls(Function<String, RuntimeException> usage) {
        try {
            return FillRequest.Nulls.valueOf(nulls.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw usage.apply("--nulls is some, none or all, not \"" + nulls + "\"");
        }
    }
}
