package dev.seedplan.runtime.internal.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** A table of a random schema while it is being made. */
final class RandomTable {

    final String name;
    final List<RandomColumn> columns = new ArrayList<>();
    final List<String> constraints = new ArrayList<>();
    /** Statements for when all tables are there. */
    final List<String> after = new ArrayList<>();
    /** What foreign keys may point at: each a primary or unique key, as columns. */
    final List<List<RandomColumn>> keys = new ArrayList<>();

    String partitionBy = "";
    private int names;

    RandomTable(String name) {
        this.name = name;
    }

    String next(String stem) {
        return stem + "_" + names++;
    }

    RandomColumn add(RandomColumn column) {
        columns.add(column);
        return column;
    }

    void constrain(String constraint) {
        constraints.add(constraint);
    }

    void check(String condition) {
        constraints.add("CHECK (" + condition + ")");
    }

    /** {@return up to a number of columns nobody has taken yet, which are taken now; empty if there are fewer} */
    List<RandomColumn> take(int number, SplittableRandom random, Predicate<RandomColumn> which) {
        List<RandomColumn> free = new ArrayList<>(
                columns.stream().filter(c -> !c.taken).filter(which).toList());
        List<RandomColumn> taken = new ArrayList<>();
        while (taken.size() < number && !free.isEmpty()) {
            taken.add(free.remove(random.nextInt(free.size())));
        }
        if (taken.size() < number) {
            return List.of();
        }
        taken.forEach(c -> c.taken = true);
        return taken;
    }

    String sql(String schema) {
        List<String> lines = new ArrayList<>();
        columns.forEach(c -> lines.add(c.sql()));
        lines.addAll(constraints);
        return "CREATE TABLE " + schema + "." + name + " (\n  " + String.join(",\n  ", lines) + "\n)" + partitionBy;
    }

    static String names(List<RandomColumn> columns) {
        return String.join(", ", columns.stream().map(c -> c.name).toList());
    }
}
