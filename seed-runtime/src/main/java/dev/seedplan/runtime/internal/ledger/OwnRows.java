package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.internal.database.KeyRange;
import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.schema.QName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that some steps wrote, as conditions in SQL.
 *
 * <p>A row is ours and untouched where its {@code xmin} is one of our transactions and its key one of our keys: a row that
 * somebody has changed has another {@code xmin}, and one that a trigger wrote in our transaction another key. {@code xmin}
 * survives VACUUM FREEZE, but neither dump and restore nor the reuse of ids after 2^32 transactions.
 */
public final class OwnRows {

    private final List<WrittenStep> steps;
    private final TreeSet<Long> xids = new TreeSet<>();

    private OwnRows(List<WrittenStep> steps) {
        this.steps = steps;
        steps.forEach(step -> xids.addAll(step.xids()));
    }

    /** {@return the rows of a table among what some steps wrote} */
    public static OwnRows of(QName table, Collection<WrittenStep> steps) {
        return new OwnRows(steps.stream().filter(s -> s.table().equals(table)).toList());
    }

    /** {@return how many rows were written} */
    public long count() {
        return steps.stream().mapToLong(WrittenStep::count).sum();
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** {@return the column whose keys identify the rows; null where only {@code xmin} does} */
    public @Nullable String keyColumn() {
        List<WrittenStep> filled = steps.stream().filter(s -> s.count() > 0).toList();
        String column = filled.isEmpty() ? null : filled.get(0).keyColumn();
        return filled.stream().allMatch(s -> column != null && column.equals(s.keyColumn())) ? column : null;
    }

    /** {@return the condition for rows that are ours and untouched} */
    public String untouched(String alias) {
        return keyColumn() == null ? written(alias) : written(alias) + " and " + keyed(alias);
    }

    /** {@return the condition for rows that have a key of ours, but were written by somebody else; null where unknown} */
    @Nullable
    String changed(String alias) {
        return keyColumn() == null ? null : keyed(alias) + " and not " + written(alias);
    }

    private String written(String alias) {
        return xids.isEmpty()
                ? "false"
                : alias + ".xmin = any ('{" + xids.stream().map(String::valueOf).collect(Collectors.joining(","))
                        + "}'::xid[])";
    }

    private String keyed(String alias) {
        String column = alias + "." + Sql.quote(String.valueOf(keyColumn()));
        List<KeyRange> ranges = ranges();
        String firsts = array(ranges.stream().map(KeyRange::least).toList());
        String lasts = array(ranges.stream().map(KeyRange::greatest).toList());
        String least =
                String.valueOf(ranges.stream().mapToLong(KeyRange::least).min().orElse(0));
        String greatest = String.valueOf(
                ranges.stream().mapToLong(KeyRange::greatest).max().orElse(-1));
        String within = column + " between " + least + " and " + greatest;
        return ranges.size() <= 1
                ? "(" + within + step(column, ranges) + ")"
                : "(" + within + " and exists (select 1 from unnest(" + firsts + ", " + lasts
                        + ") as r(first, last) where " + column + " between r.first and r.last)" + step(column, ranges)
                        + ")";
    }

    /** Keys in between belong to somebody else where the sequence has a wider step. */
    private static String step(String column, List<KeyRange> ranges) {
        if (ranges.isEmpty()) {
            return "";
        }
        long step = Math.abs(ranges.get(0).increment());
        long rest = Math.floorMod(ranges.get(0).first(), step);
        boolean regular = ranges.stream()
                .allMatch(r -> Math.abs(r.increment()) == step && Math.floorMod(r.first(), step) == rest);
        return regular && step > 1
                ? " and mod(mod(" + column + "::bigint, " + step + ") + " + step + ", " + step + ") = " + rest
                : "";
    }

    private static String array(List<Long> values) {
        return "'{" + values.stream().map(String::valueOf).collect(Collectors.joining(",")) + "}'::bigint[]";
    }

    /** Neighbouring ranges become one: a run that commits often writes many steps. */
    private List<KeyRange> ranges() {
        List<KeyRange> joined = new ArrayList<>();
        for (WrittenStep step : steps) {
            for (KeyRange range : step.keys()) {
                KeyRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
                if (last != null
                        && last.increment() == range.increment()
                        && last.last() + last.increment() == range.first()) {
                    joined.set(
                            joined.size() - 1,
                            new KeyRange(last.first(), last.count() + range.count(), last.increment()));
                } else {
                    joined.add(range);
                }
            }
        }
        return joined;
    }
}
