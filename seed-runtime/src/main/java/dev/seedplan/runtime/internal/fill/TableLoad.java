package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.rules.Reference;
import dev.seedplan.runtime.internal.rules.Unfillable;
import dev.seedplan.schema.QName;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/** The load of one table: by COPY, and where the server refuses a row, row by row with other values. */
final class TableLoad {

    /** Attempts per row. */
    static final int ATTEMPTS = 12;

    /** Attempts in which no values are found at all, after which a row is given up: looking takes long. */
    private static final int UNSOLVED = 2;

    /** As many rows given up with none taken, and no other is tried. */
    private static final int GIVEN_UP = 5;

    /** Attempts of a row where others tell that values do not matter: with NULLs and without, or the other way round. */
    private static final int HOPELESS = 2;

    private static final String SWALLOWED = "a trigger or rule of the table swallows each row";

    private final FillPass pass;
    private final FillTable table;

    TableLoad(FillPass pass, FillTable table) {
        this.pass = pass;
        this.table = table;
    }

    void load() throws SQLException {
        pass.readParents(table);
        String missing = missingParent();
        if (missing != null) {
            if (pass.added(table) > 0) {
                pass.loaded(table, "triggers", 0);
                pass.useStored(table);
                return;
            }
            pass.leaveOut(table, missing);
            return;
        }
        Savepoint before = pass.connection().setSavepoint();
        try {
            TableRows rows = rows(pass.parentsOf(table));
            if (!pass.learned(table).rowByRow() && copied(rows, before)) {
                return;
            }
            // What was learned may change which parents are taken.
            rows = rows(pass.parentsOf(table));
            if (!pass.learned(table).rowByRow() && copied(rows, before)) {
                return;
            }
            pass.learned(table).sendRowByRow();
            rowByRow(rows);
        } catch (Unfillable e) {
            pass.connection().rollback(before);
            if (e.isFull()) {
                pass.fewer(table, e.reason());
                pass.useStored(table);
            } else {
                pass.leaveOut(table, e.reason());
            }
        }
    }

    /** {@return why no row is possible: a parent that is needed has none; null if all have} */
    private @Nullable String missingParent() {
        for (Reference reference : table.references()) {
            QName parent = reference.key().references();
            boolean needed = true;
            for (int c : reference.columns()) {
                needed &= table.column(c).notNull();
            }
            ParentRows rows = pass.parents().get(parent);
            if (needed && !parent.equals(table.name()) && (rows == null || rows.size() == 0)) {
                return "every row needs one of " + parent.schema() + "." + parent.name() + " (foreign key "
                        + reference.name() + ", NOT NULL), which has none";
            }
        }
        return null;
    }

    TableRows rows(Map<QName, ParentRows> parents) throws SQLException {
        long wanted = pass.wanted(table);
        Map<Integer, SequenceKeys> sequences = new HashMap<>(pass.sequences(table));
        Set<String> ownKeys = pass.learned(table).ownKeys();
        // A key that is also a foreign key follows its parent, whatever its default says.
        table.references().stream().filter(r -> !ownKeys.contains(r.name())).forEach(r -> {
            for (int c : r.columns()) {
                sequences.remove(c);
            }
        });
        TableRows rows = new TableRows(
                table,
                pass.rules(table),
                pass.options(),
                parents,
                sequences,
                pass.fixed(table),
                ownKeys,
                wanted,
                pass.held(table));
        rows.attempts(pass.learned(table).attempts());
        pass.state().planned(rows);
        return rows;
    }

    private boolean copied(TableRows rows, Savepoint before) throws SQLException {
        try {
            long taken = pass.sender().copy(rows, made -> pass.progress().at(table.id(), made, rows.size()));
            if (taken == 0 && pass.added(table) == 0) {
                pass.leaveOut(table, SWALLOWED);
                return true;
            }
            done(rows, taken, "copy");
            if (taken < rows.size() && pass.added(table) < rows.size()) {
                pass.refusedSome(table, taken, "a trigger swallows them");
            }
            return true;
        } catch (SQLException e) {
            if (!Refusal.aboutRows(e)) {
                throw e;
            }
            pass.connection().rollback(before);
            learn(e);
            if (pass.learned(table).rowByRow()) {
                pass.state()
                        .notes()
                        .add(table.id() + " is sent row by row, since the server refuses a row: " + Refusal.text(e));
            }
            return false;
        } catch (Unfillable e) {
            pass.connection().rollback(before);
            if (pass.learned(table).takeHeldParents()) {
                return false;
            }
            pass.learned(table).sendRowByRow();
            pass.state().notes().add(table.id() + " is sent row by row, since a row was not found: " + e.reason());
            return false;
        }
    }

    void done(TableRows rows, long taken, String way) throws SQLException {
        pass.loaded(table, way, taken);
        pass.fewer(table, rows.limit());
        if (pass.changedByServer(table) || taken < rows.size() || way.equals("insert")) {
            pass.useStored(table);
        } else {
            pass.parents().put(table.name(), rows);
        }
    }

    private void learn(SQLException e) {
        if (!learnParent(e)) {
            pass.learned(table).sendRowByRow();
        }
    }

    /**
     * A trigger of the table that makes the parent itself shows as a duplicate there.
     *
     * @return whether that is so, and was not known
     */
    boolean learnParent(SQLException e) {
        ServerErrorMessage server = Refusal.server(e);
        if (server == null || !"23505".equals(e.getSQLState()) || server.getTable() == null) {
            return false;
        }
        QName at = new QName(String.valueOf(server.getSchema()), server.getTable());
        List<String> functions = LateChecks.functions(server.getWhere());
        boolean spoken = table.table().triggers().stream()
                .anyMatch(t -> functions.contains(t.function().name()));
        boolean learned = false;
        for (Reference reference : table.references()) {
            if (spoken && reference.key().references().equals(at) && !at.equals(table.name())) {
                learned |= pass.learned(table).ownKeys().add(reference.name());
            }
        }
        return learned;
    }

    private void rowByRow(TableRows rows) throws SQLException {
        List<Long> taken = pass.sender().one(rows, new Judgement(rows));
        String reason = pass.learned(table).reason();
        if (taken.isEmpty() && pass.added(table) == 0) {
            pass.leaveOut(
                    table,
                    reason.isEmpty()
                            ? SWALLOWED
                            : "the server refuses each row that was tried: " + reason + pass.hints(table));
            return;
        }
        done(rows, taken.size(), taken.isEmpty() ? "triggers" : "insert");
        if (taken.size() < rows.size() && pass.added(table) < rows.size()) {
            pass.refusedSome(table, taken.size(), reason.isEmpty() ? "a trigger or rule swallows them" : reason);
        }
    }

    /** Tries other values for a refused row, and remembers what was taken. */
    private final class Judgement implements Sender.Verdict {

        private final TableRows rows;
        private final List<Long> givenUp = new ArrayList<>();
        /** What the server said last; of the same words for all attempts of a row, those of other rows are few. */
        private String words = "";

        private boolean alike = true;
        private int most = ATTEMPTS;
        /** Where an attempt is taken, the next row begins with it. */
        private int last;

        Judgement(TableRows rows) {
            this.rows = rows;
        }

        @Override
        public @Nullable Object @Nullable [] first(long number) {
            if (givenUp.size() >= GIVEN_UP && givenUp.size() > number - 1) {
                return null;
            }
            return next(number, pass.learned(table).attempts().getOrDefault(number, last));
        }

        @Override
        public @Nullable Object @Nullable [] refused(long number, SQLException e) throws SQLException {
            if (!Refusal.aboutRows(e)) {
                throw e;
            }
            pass.learned(table).refused(Refusal.text(e));
            String said = Refusal.words(e);
            alike &= words.isEmpty() || words.equals(said);
            words = said;
            if (Refusal.isBroken(e)) {
                most = HOPELESS;
            }
            return next(number, pass.learned(table).attempts().getOrDefault(number, 0) + 1);
        }

        private @Nullable Object @Nullable [] next(long number, int from) {
            int unsolved = 0;
            for (int attempt = from; attempt < most && unsolved < UNSOLVED; attempt++) {
                pass.learned(table).attempts().put(number, attempt);
                try {
                    @Nullable Object[] row = rows.row(number, attempt);
                    last = attempt;
                    return row;
                } catch (Unfillable e) {
                    unsolved++;
                    pass.learned(table).refused(e.reason());
                }
            }
            pass.learned(table).attempts().put(number, ATTEMPTS);
            last = 0;
            givenUp.add(number);
            if (alike && givenUp.size() > number) {
                most = HOPELESS;
            }
            words = "";
            return null;
        }
    }
}
