package dev.seedplan.cli;

import dev.seedplan.runtime.FillRequest;
import dev.seedplan.runtime.OnChange;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** How a fill keeps to what earlier ones wrote, and others from it: flags that programs have, too. */
final class FillLedgerOptions {

    @Option(
            names = "--on-change",
            paramLabel = "refuse|add|replace",
            defaultValue = "refuse",
            description = "What to do where rows of another fill of the same tables are there (default:"
                    + " ${DEFAULT-VALUE}).")
    private String onChange = "refuse";

    @Option(
            names = "--ledger-schema",
            paramLabel = "NAME",
            defaultValue = "seedplan",
            description = "The schema in which is recorded what was written (default: ${DEFAULT-VALUE}).")
    private String schema = "seedplan";

    @Option(names = "--no-ledger", description = "Record nothing: the rows can neither be recognised nor taken back.")
    private boolean noLedger;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "How long to wait for another seeder (default: ${DEFAULT-VALUE}).")
    private long lockTimeout;

    /**
     * {@return the fill with what the flags say}
     *
     * @param usage makes the exception for a value that cannot be
     */
    FillRequest of(FillRequest request, Function<String, RuntimeException> usage) {
        OnChange choice = Arrays.stream(OnChange.values())
                .filter(c -> c.name().toLowerCase(Locale.ROOT).equals(onChange))
                .findFirst()
                .orElseThrow(() -> usage.apply("--on-change is refuse, add or replace, not \"" + onChange + "\""));
        if (lockTimeout < 0) {
            throw usage.apply("--lock-timeout is below 0");
        }
        return request.ledger(!noLedger)
                .ledgerSchema(schema)
                .onChange(choice)
                .lockTimeout(Duration.ofSeconds(lockTimeout));
    }
}
