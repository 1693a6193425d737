package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What one of several connections does at a time: the rows of a step.
 *
 * <p>Rows are committed when those they refer to are, so that whenever a run ends its foreign keys can be added again. A
 * foreign key that stays in place is checked by the server at once, so that its parents have to be there even before.
 */
final class Unit {

    /** What a text of unknown length and another value weigh, roughly, in bytes: decides only what is begun first. */
    private static final long TEXT_WEIGHT = 64;

    private static final long VALUE_WEIGHT = 8;

    private final StepLayout step;
    private final List<Part> parts = new ArrayList<>();
    private final List<Unit> before = new ArrayList<>();
    private final List<Unit> mustBeThere = new ArrayList<>();
    private boolean begun;
    private boolean done;

    private Unit(StepLayout step) {
        this.step = step;
    }

    /** Tells the foreign keys that wait. */
    interface Waits {

        /** {@return whether a foreign key waits until all rows are there} */
        boolean waits(TableSpec table, String foreignKey);
    }

    /** {@return the units of some parts, which are in the order of their steps} */
    static List<Unit> of(List<Part> parts, Waits waits) {
        List<Unit> units = new ArrayList<>();
        for (Part part : parts) {
            Unit last = units.isEmpty() ? null : units.get(units.size() - 1);
            if (last == null || last.step != part.step()) {
                last = new Unit(part.step());
                last.addParents(units, waits);
                units.add(last);
            }
            last.parts.add(part);
        }
        return units;
    }

    private void addParents(List<Unit> earlier, Waits waits) {
        TableSpec table = step.table().table();
        for (TableSpec.ForeignKeySpec key : table.foreignKeys()) {
            for (Unit unit : earlier) {
                if (unit.step.table().table().id().equals(key.table()) && !isLater(step, key)) {
                    (waits.waits(table, key.name()) ? before : mustBeThere).add(unit);
                }
            }
        }
    }

    private static boolean isLater(StepLayout step, TableSpec.ForeignKeySpec key) {
        return step.spec().parents().stream().anyMatch(p -> p.later() && isOf(p, key));
    }

    private static boolean isOf(ParentSpec parent, TableSpec.ForeignKeySpec key) {
        return parent.foreignKey().equals(key.name());
    }

    /** {@return whether the rows of a step may refer to rows of a later one, so that neither can be committed first} */
    static boolean refersForwards(StepLayout step, List<StepLayout> later) {
        return step.table().table().foreignKeys().stream()
                .filter(key -> !isLater(step, key))
                .anyMatch(key -> later.stream()
                        .filter(s -> s.count() > 0 && s.table() != step.table())
                        .anyMatch(s -> s.table().table().id().equals(key.table())));
    }

    StepLayout step() {
        return step;
    }

    List<Part> parts() {
        return parts;
    }

    /** {@return whether its rows are all that the run writes into their table, and in one piece} */
    boolean isWholeTable() {
        Part first = parts.get(0);
        return parts.size() == 1
                && first.from() == 0
                && first.isLast()
                && step.table().steps().size() == 1;
    }

    /** Whoever waits for a unit waits for one that somebody works on: otherwise all could wait for one that nobody takes. */
    boolean mayBegin() {
        return !begun
                && before.stream().allMatch(u -> u.begun)
                && mustBeThere.stream().allMatch(u -> u.done);
    }

    /** {@return whether the rows it refers to are committed} */
    boolean mayCommit() {
        return before.stream().allMatch(u -> u.done) && mustBeThere.stream().allMatch(u -> u.done);
    }

    boolean isBegun() {
        return begun;
    }

    void begin() {
        begun = true;
    }

    void finish() {
        done = true;
    }

    /** {@return how much there is to do, in no unit} */
    long weight() {
        long row = 0;
        for (ColumnSpec column : step.table().table().columns()) {
            row += column.kind() == Kind.TEXT && column.maxLength() < 0 ? TEXT_WEIGHT : VALUE_WEIGHT;
        }
        return row * parts.stream().mapToLong(Part::count).sum();
    }
}
