package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.FillColumn;
import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.rules.SolvedRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the planning of keys needs to know of a table's columns. */
final class ColumnFacts {

    private final FillTable table;
    private final SolvedRules rules;
    private final Map<Integer, SequenceKeys> sequences;
    private final FixedColumns extra;
    private final List<ReferenceGroup> groups;
    private final Map<Integer, Long> sizes = new HashMap<>();

    ColumnFacts(
            FillTable table,
            SolvedRules rules,
            Map<Integer, SequenceKeys> sequences,
            FixedColumns extra,
            List<ReferenceGroup> groups) {
        this.table = table;
        this.rules = rules;
        this.sequences = sequences;
        this.extra = extra;
        this.groups = groups;
    }

    /** {@return how many different values a column can take in all rows} */
    long size(int column) {
        return extra.governs(column) ? 1 : sizes.computeIfAbsent(column, rules::size);
    }

    /** {@return whether a column may be NULL} */
    boolean nullable(int column) {
        return rules.nullable(column);
    }

    /** {@return whether a column has a value of its own in each row whatever is done: a sequence's} */
    boolean distinct(int column) {
        return sequences.containsKey(column) || leftToServer(table.column(column));
    }

    /** {@return whether a value of its own in each row looks natural there, such as in a text or a uuid} */
    boolean pleasantDriver(int column) {
        return rules.pleasantDriver(column);
    }

    /** A parent's key is taken from the parent, whatever the default says. */
    boolean leftToServer(FillColumn column) {
        return column.leftToServer() && groups.stream().noneMatch(g -> g.has(column.index()));
    }
}
