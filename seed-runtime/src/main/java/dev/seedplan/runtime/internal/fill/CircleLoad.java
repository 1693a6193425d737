package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.rules.Reference;
import dev.seedplan.runtime.internal.rules.Unfillable;
import dev.seedplan.schema.QName;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The load of tables whose foreign keys make a circle. */
final class CircleLoad {

    private static final int ROUNDS = 5;

    private final FillPass pass;
    private final LoadOrder.Group group;
    private final List<FillTable> tables;

    CircleLoad(FillPass pass, LoadOrder.Group group, List<FillTable> tables) {
        this.pass = pass;
        this.group = group;
        this.tables = tables;
    }

    /** Stands for a table's rows while they are planned. */
    private static final class Planned implements ParentRows {

        private long size;
        private @Nullable TableRows rows;

        Planned(long size) {
            this.size = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public @Nullable Object value(long row, String column) {
            if (rows == null) {
                throw new Unfillable("a circle of foreign keys shares columns that are unique, which is not solved");
            }
            return rows.value(row, column);
        }
    }

    void load() throws SQLException {
        Savepoint before = pass.connection().setSavepoint();
        String reason;
        try {
            for (FillTable table : tables) {
                pass.readParents(table, names());
            }
            Map<FillTable, TableRows> rows = plan();
            if (group.oneStatement()) {
                List<Long> taken = pass.sender().together(List.copyOf(rows.values()), made -> {});
                int i = 0;
                for (Map.Entry<FillTable, TableRows> entry : rows.entrySet()) {
                    new TableLoad(pass, entry.getKey()).done(entry.getValue(), taken.get(i++), "together");
                }
            } else {
                for (Map.Entry<FillTable, TableRows> entry : rows.entrySet()) {
                    long taken = pass.sender().copy(entry.getValue(), made -> {});
                    new TableLoad(pass, entry.getKey()).done(entry.getValue(), taken, "copy");
                }
            }
            return;
        } catch (SQLException e) {
            if (!Refusal.aboutRows(e)) {
                throw e;
            }
            reason = Refusal.text(e);
            boolean learned = false;
            for (FillTable table : tables) {
                learned |= new TableLoad(pass, table).learnParent(e);
            }
            if (learned) {
                pass.connection().rollback(before);
                load();
                return;
            }
        } catch (Unfillable e) {
            reason = e.reason();
        }
        pass.connection().rollback(before);
        oneByOne(reason);
    }

    private List<QName> names() {
        return tables.stream().map(FillTable::name).toList();
    }

    private Map<FillTable, TableRows> plan() throws SQLException {
        Map<FillTable, Long> sizes = new HashMap<>();
        tables.forEach(t -> sizes.put(t, pass.wanted(t)));
        for (int round = 0; ; round++) {
            Map<QName, Planned> planned = new HashMap<>();
            tables.forEach(t -> planned.put(t.name(), new Planned(sizes.getOrDefault(t, 0L))));
            Map<QName, ParentRows> parents = new HashMap<>(pass.parents());
            parents.putAll(planned);
            Map<FillTable, TableRows> rows = new LinkedHashMap<>();
            boolean settled = true;
            for (FillTable table : tables) {
                TableRows made = new TableLoad(pass, table).rows(parents);
                rows.put(table, made);
                settled &= made.size() == sizes.getOrDefault(table, 0L);
                sizes.put(table, made.size());
                Planned place = planned.get(table.name());
                if (place != null) {
                    place.rows = made;
                }
            }
            if (settled) {
                return rows;
            }
            if (round == ROUNDS) {
                throw new Unfillable("the tables of a circle limit each other's rows without end");
            }
        }
    }

    /** Each table for itself: what points at a table that is not loaded yet is NULL. */
    private void oneByOne(String reason) throws SQLException {
        List<FillTable> open = new ArrayList<>(tables);
        while (!open.isEmpty()) {
            FillTable next = open.stream()
                    .filter(t -> t.references().stream().noneMatch(r -> needs(t, r, open)))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                for (FillTable table : open) {
                    pass.leaveOut(table, "it is in a circle of foreign keys that was refused: " + reason);
                }
                return;
            }
            open.remove(next);
            new TableLoad(pass, next).load();
        }
    }

    private static boolean needs(FillTable table, Reference reference, List<FillTable> open) {
        boolean mandatory = true;
        for (int c : reference.columns()) {
            mandatory &= table.column(c).notNull();
        }
        return mandatory
                && open.stream()
                        .anyMatch(o ->
                                o != table && o.name().equals(reference.key().references()));
    }
}
