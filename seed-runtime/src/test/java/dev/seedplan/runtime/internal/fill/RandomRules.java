package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.fill.RandomColumn.Kind;
import java.util.List;
import java.util.SplittableRandom;

/** Checks over several columns of random tables. */
final class RandomRules {

    private RandomRules() {}

    static void add(RandomTable table, SplittableRandom random) {
        switch (random.nextInt(10)) {
            case 0 -> order(table, random, "%s <= %s");
            case 1 -> order(table, random, "%2$s IS NULL OR %1$s < %2$s");
            case 2 -> two(table, random, "(%s IS NULL) = (%s IS NULL)");
            case 3 -> two(table, random, "num_nonnulls(%s, %s) = 1");
            case 4 -> two(table, random, "%s IS NOT NULL OR %s IS NOT NULL");
            case 5 -> discriminator(table, random);
            case 6 -> {
                RandomColumn a = table.add(new RandomColumn(table.next("x"), "integer", Kind.NUMBER, true));
                RandomColumn b = table.add(new RandomColumn(table.next("y"), "integer", Kind.NUMBER, true));
                a.taken = true;
                b.taken = true;
                table.check(a.name + (random.nextBoolean() ? " <> " + b.name : " + " + b.name + " <= 1000"));
            }
            case 7 -> {
                RandomColumn flag = table.add(new RandomColumn(table.next("flag"), "boolean", Kind.FLAG, false));
                flag.notNull = true;
                flag.taken = true;
                List<RandomColumn> one = table.take(1, random, c -> !c.notNull);
                if (!one.isEmpty()) {
                    String x = one.get(0).name;
                    table.check("CASE WHEN " + flag.name + " THEN " + x + " IS NOT NULL ELSE " + x + " IS NULL END");
                }
            }
            case 8 -> {
                RandomColumn a = table.add(new RandomColumn(table.next("low"), "numeric(8,2)", Kind.NUMBER, true));
                RandomColumn b = table.add(new RandomColumn(table.next("high"), "numeric(8,2)", Kind.NUMBER, true));
                a.taken = true;
                b.taken = true;
                a.notNull = random.nextBoolean();
                table.check(a.name + " >= 0");
                table.check(b.name + " >= " + a.name + " OR " + b.name + " = 0");
            }
            default -> {
                RandomColumn month = table.add(new RandomColumn(table.next("month"), "date", Kind.DATE, true));
                month.taken = true;
                table.check(month.name + " = date_trunc('month', " + month.name + "::timestamp)");
            }
        }
    }

    private static void order(RandomTable table, SplittableRandom random, String rule) {
        String type = random.nextBoolean() ? "date" : "timestamp with time zone";
        RandomColumn from = table.add(new RandomColumn(table.next("starts"), type, Kind.DATE, true));
        RandomColumn to = table.add(new RandomColumn(table.next("ends"), type, Kind.DATE, true));
        from.notNull = random.nextBoolean();
        to.notNull = random.nextBoolean();
        from.taken = true;
        to.taken = true;
        table.check(String.format(rule, from.name, to.name));
    }

    private static void two(RandomTable table, SplittableRandom random, String rule) {
        List<RandomColumn> two = table.take(2, random, c -> !c.notNull);
        if (two.size() == 2) {
            table.check(String.format(rule, two.get(0).name, two.get(1).name));
        }
    }

    private static void discriminator(RandomTable table, SplittableRandom random) {
        List<RandomColumn> two = table.take(2, random, c -> !c.notNull);
        if (two.size() < 2) {
            return;
        }
        RandomColumn kind = table.add(new RandomColumn(table.next("kind"), "text", Kind.TEXT, false));
        kind.notNull = true;
        kind.taken = true;
        kind.extra = " CHECK (" + kind.name + " IN ('person', 'firm'))";
        String a = two.get(0).name;
        String b = two.get(1).name;
        if (random.nextBoolean()) {
            table.check(kind.name + " <> 'person' OR " + a + " IS NOT NULL");
            table.check(kind.name + " <> 'firm' OR " + b + " IS NOT NULL AND " + a + " IS NULL");
        } else {
            table.check("(" + kind.name + " = 'person' AND " + a + " IS NOT NULL AND " + b + " IS NULL) OR ("
                    + kind.name + " = 'firm' AND " + a + " IS NULL AND " + b + " IS NOT NULL)");
        }
    }
}
