package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.schema.QName;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Loads groups of tables one after the other. A table whose rows break a constraint that waits is left out, and what was loaded
 * since is loaded again: with its group where that shows at once, from its group on where it shows at the end.
 */
final class GroupLoads {

    private final FillPass pass;
    private final List<LoadOrder.Group> groups;
    private final Map<QName, String> excluded;
    private final LateChecks late;
    private final TreeMap<Integer, Point> points = new TreeMap<>();
    private final Map<FillTable, Integer> waiting = new LinkedHashMap<>();

    /**
     * A moment to go back to.
     *
     * @param state what had been done
     */
    private record Point(Savepoint savepoint, PassState state) {}

    /**
     * Prepares the loads.
     *
     * @param excluded the reasons of tables that are left out; gets more
     */
    GroupLoads(FillPass pass, List<LoadOrder.Group> groups, Map<QName, String> excluded, LateChecks late) {
        this.pass = pass;
        this.groups = groups;
        this.excluded = excluded;
        this.late = late;
    }

    void load() throws SQLException {
        int next = 0;
        while (true) {
            for (; next < groups.size(); next++) {
                load(groups.get(next), next);
            }
            Map<FillTable, String> broken = broken();
            if (broken.isEmpty()) {
                return;
            }
            broken.forEach(this::exclude);
            int first = broken.keySet().stream()
                    .mapToInt(t -> waiting.getOrDefault(t, 0))
                    .min()
                    .orElse(0);
            next = points.floorKey(first);
            back(points.floorEntry(first).getValue());
            points.tailMap(next, false).clear();
            int restart = next;
            waiting.values().removeIf(group -> group >= restart);
        }
    }

    /** Loads a group, and judges at once what its tables would leave for the commit. */
    private void load(LoadOrder.Group group, int number) throws SQLException {
        List<FillTable> open = group.tables().stream()
                .filter(t -> !excluded.containsKey(t.name()) && pass.wanted(t) > 0)
                .toList();
        List<String> names =
                open.stream().flatMap(t -> late.names(t).stream()).distinct().toList();
        if (names.isEmpty() && number > 0) {
            load(group, open);
            return;
        }
        Point point = points.get(number);
        if (point == null) {
            point = new Point(pass.connection().setSavepoint(), pass.state().copy());
            points.put(number, point);
        }
        load(group, open);
        Optional<SQLException> refusal = names.isEmpty() ? Optional.empty() : late.judge(names);
        if (refusal.isPresent()) {
            FillTable culprit = LateChecks.culprit(refusal.get(), open);
            if (culprit == null) {
                culprit = open.get(open.size() - 1);
            }
            if (Refusal.isFinal(refusal.get())) {
                exclude(culprit, atTheEnd(refusal.get()));
                back(point);
                load(group, number);
                return;
            }
            // Rows that are not there yet, such as those of children, may be what it waits for.
            open.forEach(t -> waiting.put(t, number));
        } else if (waiting.isEmpty() && number > 0) {
            pass.connection().releaseSavepoint(point.savepoint());
            points.remove(number);
        }
    }

    private void back(Point point) throws SQLException {
        pass.connection().rollback(point.savepoint());
        pass.state(point.state());
        late.defer();
    }

    private void exclude(FillTable table, String reason) {
        if (excluded.put(table.name(), reason) != null) {
            throw new IllegalStateException("table " + table + " was left out and is still refused: " + reason);
        }
    }

    /** {@return the tables whose rows are refused now that all are loaded, with the reasons} */
    private Map<FillTable, String> broken() throws SQLException {
        Map<FillTable, String> broken = new LinkedHashMap<>();
        for (FillTable table : waiting.keySet()) {
            List<String> names = late.names(table);
            if (!names.isEmpty() && pass.state().sent().containsKey(table)) {
                late.judge(names).ifPresent(e -> broken.put(table, atTheEnd(e)));
            }
        }
        if (!broken.isEmpty()) {
            return broken;
        }
        Optional<SQLException> refusal = late.judgeAll();
        if (refusal.isPresent()) {
            FillTable culprit = LateChecks.culprit(
                    refusal.get(), List.copyOf(pass.state().sent().keySet()));
            if (culprit == null) {
                throw refusal.get();
            }
            broken.put(culprit, atTheEnd(refusal.get()));
        }
        return broken;
    }

    private static String atTheEnd(SQLException e) {
        return "the server refuses its rows at the end: " + Refusal.text(e);
    }

    private void load(LoadOrder.Group group, List<FillTable> open) throws SQLException {
        for (FillTable table : group.tables()) {
            String reason = excluded.get(table.name());
            if (reason != null) {
                pass.leaveOut(table, reason);
            } else if (pass.wanted(table) <= 0) {
                pass.useStored(table);
            }
        }
        if (group.circle()) {
            new CircleLoad(pass, group, open).load();
        } else {
            for (FillTable table : open) {
                new TableLoad(pass, table).load();
            }
        }
    }
}
