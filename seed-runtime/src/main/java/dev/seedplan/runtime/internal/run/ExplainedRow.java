package dev.seedplan.runtime.internal.run;

import dev.seedplan.Strategy;
import dev.seedplan.runtime.Distributed;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.RowOrigin;
import dev.seedplan.runtime.program.DistributeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why one row of a plan is as it is: which method makes it, of which asset, for which target, by which rules. */
final class ExplainedRow {

    private final List<String> lines = new ArrayList<>();

    private ExplainedRow() {}

    /**
     * {@return the explanation of a row, line by line}
     *
     * @param table as the user names it
     * @param row its ordinal, from 0
     */
    static List<String> of(Layout layout, String table, long row) {
        String id = table.indexOf('.') < 0 ? "public." + table : table;
        RowOrigin origin = layout.content().origin(id, row);
        if (origin == null) {
            throw RunError.BAD_USAGE.because("the plan makes no row " + row + " of " + id);
        }
        ExplainedRow explained = new ExplainedRow();
        explained.lines.add("row " + row + " of " + id + " is made by " + origin.method() + "(…)");
        if (origin.asset() != null) {
            explained.lines.add("  from the asset " + origin.asset());
        }
        Distributed all = origin.distributed();
        DistributeSpec rules = origin.rules();
        if (all != null && rules != null) {
            explained.dealt(origin, all, rules);
        }
        origin.parents().forEach(parent -> explained.lines.add("  " + parent));
        return explained.lines;
    }

    private void dealt(RowOrigin origin, Distributed all, DistributeSpec rules) {
        Distributed.Use use = all.assets().get(origin.assetIndex());
        if (use.made()) {
            lines.add("    which was made, since " + all.pool() + " has too few");
        }
        if (use.times() > 1) {
            lines.add("    which " + use.times() + " rows use");
        }
        lines.add("  given to row " + origin.target() + " of " + all.parent() + ", which has "
                + all.targets().get((int) origin.target()) + " of " + all.rows());
        lines.add("  by " + rules(rules));
        for (DistributeSpec.QuotaSpec quota : rules.quotas()) {
            lines.add(String.format(
                    Locale.ROOT, "    quota %s: %.0f to %.0f %%", quota.name(), quota.min() * 100, quota.max() * 100));
        }
        if (!rules.restricts().isEmpty() || rules.allows() >= 0) {
            lines.add("    among the assets this target may have");
        }
        if (!all.relaxed().isEmpty()) {
            lines.add("    relaxed, since " + String.join(", ", all.conflict()) + " contradict each other: "
                    + all.relaxed().stream()
                            .map(rule -> rule.rule() + " from " + rule.asked() + " to " + rule.made())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String rules(DistributeSpec rules) {
        Strategy strategy = rules.strategy();
        return strategy.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (rules.min().value() > 0 ? ", min " + rules.min().value() : "")
                + (rules.max().value() >= 0 ? ", max " + rules.max().value() : "")
                + (rules.total().value() >= 0 ? ", total " + rules.total().value() : "")
                + (rules.perAsset() > 1 ? ", each asset for " + rules.perAsset() + " targets at most" : "");
    }
}
