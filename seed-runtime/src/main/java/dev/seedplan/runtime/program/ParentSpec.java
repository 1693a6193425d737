package dev.seedplan.runtime.program;

import dev.seedplan.Shape;
import dev.seedplan.Spread;
import org.jspecify.annotations.Nullable;

/**
 * A parent of a step's rows.
 *
 * @param role how the parent of a row is found
 * @param table the parent's table, {@code schema.name}
 * @param foreignKey the name of the foreign key that leads to it
 * @param nulls the share of rows without a parent, 0 to 1
 * @param distinct whether the rows of one iterated parent have different ones
 * @param count of the iterated parent the number of rows for each; null otherwise
 * @param roots of a tree the share of roots, 0 to 1
 * @param depth of a tree the greatest number of levels
 * @param existing which rows of the database, where they are asked for; null otherwise
 * @param later whether the foreign key closes a circle: its column is NULL in the load and set afterwards
 * @param pairs of the iterated parent of a link table how its pairs are made, instead of {@code count}; null otherwise
 * @param distribute how assets are distributed over its rows; null for others
 */
public record ParentSpec(
        Role role,
        String table,
        String foreignKey,
        double nulls,
        boolean distinct,
        @Nullable Count count,
        double roots,
        int depth,
        @Nullable ExistingSpec existing,
        boolean later,
        @Nullable Pairs pairs,
        @Nullable DistributeSpec distribute) {

    /** How the parent of a row is found. */
    public enum Role {
        /** The rows are made parent by parent. */
        PER,
        /** Each row draws one. */
        PICK,
        /** Each row draws an earlier row of its own table, or none. */
        TREE,
        /** Assets are distributed over its rows. */
        DISTRIBUTE
    }

    /** How many rows each iterated parent gets; {@code total} is -1 unless the sum is given. */
    public record Count(int min, int max, Shape shape, long total) {}

    /** The share of all pairs with the parent of foreign key {@code other}; as in {@link dev.seedplan.Per#density}. */
    public record Pairs(double density, Spread spread, boolean orphans, String other) {}

    /** Which rows of the database; as in {@link dev.seedplan.Existing}. */
    public record ExistingSpec(String where, int limit, String without) {}

    /** {@return the iterated parent of a step} */
    public static ParentSpec per(String table, String foreignKey, int min, int max, Shape shape, long total) {
        return new ParentSpec(
                Role.PER,
                table,
                foreignKey,
                0,
                false,
                new Count(min, max, shape, total),
                0,
                0,
                null,
                false,
                null,
                null);
    }

    /** {@return the iterated parent of a link table, whose rows are pairs with the parent of foreign key {@code other}} */
    public static ParentSpec pairs(
            String table, String foreignKey, double density, Spread spread, boolean orphans, String other) {
        Pairs pairs = new Pairs(density, spread, orphans, other);
        return new ParentSpec(Role.PER, table, foreignKey, 0, false, null, 0, 0, null, false, pairs, null);
    }

    /** {@return a parent that each row draws} */
    public static ParentSpec pick(String table, String foreignKey, double nulls, boolean distinct) {
        return new ParentSpec(Role.PICK, table, foreignKey, nulls, distinct, null, 0, 0, null, false, null, null);
    }

    /** {@return an earlier row of the same table} */
    public static ParentSpec tree(String table, String foreignKey, double roots, int depth) {
        return new ParentSpec(Role.TREE, table, foreignKey, 0, false, null, roots, depth, null, false, null, null);
    }

    /** {@return a parent over whose rows the assets of the step's pool are distributed} */
    public static ParentSpec distribute(String table, String foreignKey, DistributeSpec distribute) {
        return new ParentSpec(Role.DISTRIBUTE, table, foreignKey, 0, false, null, 0, 0, null, false, null, distribute);
    }

    /** {@return this parent, taken from rows of the database} */
    public ParentSpec existing(String where, int limit, String without) {
        return new ParentSpec(
                role,
                table,
                foreignKey,
                nulls,
                distinct,
                count,
                roots,
                depth,
                new ExistingSpec(where, limit, without),
                later,
                pairs,
                distribute);
    }

    /** {@return this parent, its column set after the load} */
    public ParentSpec afterwards() {
        return new ParentSpec(
                role, table, foreignKey, nulls, distinct, count, roots, depth, existing, true, pairs, distribute);
    }
}
