package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.Distributed;
import dev.seedplan.spi.AssetSource;
import dev.seedplan.spi.DistributionOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Assets distributed over targets: for each row its asset, its target and its address.
 *
 * @param targets the rows of which each row has one
 * @param places of each row the ordinal of its target
 * @param assets of each row the index of its asset
 * @param pool the assets
 * @param report what came of it
 */
record Dealt(RowSet targets, int[] places, int[] assets, AssetSource.Pool<?> pool, Distributed report) {

    static Dealt of(RowSet targets, DistributionOutcome outcome, Supplemented<?> pool, Distributed names) {
        int[] times = new int[pool.size()];
        for (int asset : outcome.assets()) {
            times[asset]++;
        }
        List<Distributed.Use> uses = new ArrayList<>(times.length);
        for (int i = 0; i < times.length; i++) {
            uses.add(new Distributed.Use(pool.id(i), pool.isMade(i), times[i]));
        }
        int[] shares = new int[Math.toIntExact(targets.size())];
        for (int target : outcome.targets()) {
            shares[target]++;
        }
        Distributed report = new Distributed(
                names.table(),
                names.method(),
                names.pool(),
                names.parent(),
                List.copyOf(uses),
                Arrays.stream(shares).boxed().toList(),
                outcome.relaxed().stream()
                        .map(rule -> new Distributed.Relaxed(rule.rule(), rule.asked(), rule.made()))
                        .toList(),
                outcome.conflict());
        return new Dealt(targets, outcome.targets(), outcome.assets(), pool, report);
    }

    int size() {
        return places.length;
    }

    /** {@return each row's address: its asset's, and for further uses of an asset its number among them} */
    long[] addresses() {
        long[] addresses = new long[places.length];
        int k = 0;
        for (int i = 0; i < addresses.length; i++) {
            k = i > 0 && assets[i] == assets[i - 1] ? k + 1 : 0;
            long asset = RowKeys.asset(pool.id(assets[i]));
            addresses[i] = k == 0 ? asset : RowKeys.child(asset, k);
        }
        return addresses;
    }

    /**
     * Refuses assets that were made, and rules that were relaxed.
     *
     * @throws EngineException if there are any
     */
    void refuseRelaxed() {
        String step = report.method() + "(…)";
        if (!report.relaxed().isEmpty()) {
            String changes = report.relaxed().stream()
                    .map(rule -> rule.rule() + " from " + rule.asked() + " to " + rule.made())
                    .collect(Collectors.joining(", "));
            throw new EngineException(
                    EngineError.RULES_CONFLICT,
                    step,
                    String.join(", ", report.conflict()),
                    report.pool(),
                    report.parent(),
                    changes);
        }
        if (report.made() > 0) {
            throw new EngineException(
                    EngineError.TOO_FEW_ASSETS,
                    step,
                    report.pool(),
                    report.assets().size() - report.made(),
                    report.made(),
                    report.parent());
        }
    }
}
