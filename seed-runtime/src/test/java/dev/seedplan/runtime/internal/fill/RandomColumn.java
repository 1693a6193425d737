package dev.seedplan.runtime.internal.fill;

import java.util.List;
import java.util.SplittableRandom;

/** A column of a random schema: a type, whether it may be NULL, perhaps a default, perhaps a check of its own. */
final class RandomColumn {

    /** What can be demanded of a column's values. */
    enum Kind {
        NUMBER,
        TEXT,
        DATE,
        FLAG,
        JSON,
        ARRAY,
        OTHER
    }

    final String name;
    final String type;
    final Kind kind;
    boolean notNull;
    /** Whether ten rows certainly find different values. */
    boolean wide;
    /** Whether several columns' rule or a key already has a say. */
    boolean taken;

    String extra = "";

    /** Whether it is declared as serial, which others that refer to it are not. */
    boolean serial;

    RandomColumn(String name, String type, Kind kind, boolean wide) {
        this.name = name;
        this.type = type;
        this.kind = kind;
        this.wide = wide;
    }

    /** {@return a column of any type, perhaps with a check of its own} */
    static RandomColumn any(String name, SplittableRandom random, List<RandomColumn> userTypes) {
        RandomColumn column = plain(name, random, userTypes);
        column.notNull = random.nextInt(100) < 55;
        if (random.nextInt(100) < 35) {
            column.demand(random);
        }
        return column;
    }

    /** {@return a column of a type in which ten rows find different values} */
    static RandomColumn wide(String name, SplittableRandom random) {
        List<RandomColumn> types = List.of(
                new RandomColumn(name, "integer", Kind.NUMBER, true),
                new RandomColumn(name, "bigint", Kind.NUMBER, true),
                new RandomColumn(name, "text", Kind.TEXT, true),
                new RandomColumn(name, "varchar(30)", Kind.TEXT, true),
                new RandomColumn(name, "char(6)", Kind.TEXT, true),
                new RandomColumn(name, "uuid", Kind.OTHER, true),
                new RandomColumn(name, "date", Kind.DATE, true),
                new RandomColumn(name, "smallint", Kind.NUMBER, true));
        RandomColumn column = types.get(random.nextInt(types.size()));
        column.notNull = random.nextInt(100) < 60;
        return column;
    }

    private static RandomColumn plain(String name, SplittableRandom random, List<RandomColumn> userTypes) {
        int choice = random.nextInt(26 + userTypes.size());
        return switch (choice) {
            case 0, 1, 2 -> new RandomColumn(name, "integer", Kind.NUMBER, true);
            case 3 -> new RandomColumn(name, "bigint", Kind.NUMBER, true);
            case 4 -> new RandomColumn(name, "smallint", Kind.NUMBER, true);
            case 5, 6, 7 -> new RandomColumn(name, "text", Kind.TEXT, true);
            case 8, 9 -> new RandomColumn(name, "varchar(" + (20 + random.nextInt(40)) + ")", Kind.TEXT, true);
            case 10 -> new RandomColumn(name, "char(" + (4 + random.nextInt(6)) + ")", Kind.OTHER, true);
            case 11, 12 -> new RandomColumn(name, "boolean", Kind.FLAG, false);
            case 13 -> new RandomColumn(name, "numeric(8,2)", Kind.NUMBER, true);
            case 14 -> new RandomColumn(name, "numeric(4,4)", Kind.OTHER, true);
            case 15, 16 -> new RandomColumn(name, "date", Kind.DATE, true);
            case 17 -> new RandomColumn(name, "timestamp with time zone", Kind.DATE, true);
            case 18 -> new RandomColumn(name, "timestamp without time zone", Kind.DATE, true);
            case 19 -> new RandomColumn(name, "uuid", Kind.OTHER, true);
            case 20 -> new RandomColumn(name, "jsonb", Kind.JSON, false);
            case 21 -> new RandomColumn(name, "text[]", Kind.ARRAY, false);
            case 22 -> new RandomColumn(name, "interval", Kind.OTHER, false);
            case 23 -> new RandomColumn(name, "bytea", Kind.OTHER, false);
            case 24 -> new RandomColumn(name, "inet", Kind.OTHER, false);
            case 25 -> new RandomColumn(name, "double precision", Kind.OTHER, false);
            default -> {
                RandomColumn type = userTypes.get(choice - 26);
                yield new RandomColumn(name, type.type, Kind.OTHER, false);
            }
        };
    }

    private void demand(SplittableRandom random) {
        List<String> checks = switch (kind) {
            case NUMBER ->
                List.of(
                        "%s > 0",
                        "%s BETWEEN 5 AND 500",
                        "%s IN (1, 3, 5, 7)",
                        "%s <> 0",
                        "%s >= -20 AND %1$s < 30",
                        "%s IS NOT NULL");
            case TEXT ->
                List.of(
                        "length(%s) <= 18",
                        "char_length(%s) BETWEEN 3 AND 10",
                        "%s IN ('red', 'green', 'blue')",
                        "%s <> ''",
                        "length(trim(%s)) > 0",
                        "%s ~ '^[a-z]{3,8}$'",
                        "%s ~* '^[A-Z][0-9]{2,6}$'",
                        "%s LIKE 'ab%%'",
                        "%s = lower(%1$s)",
                        "%s ~ '^[^@[:space:]]+@[a-z]+\\.[a-z]{2,3}$'",
                        "%s NOT IN ('none', 'all')",
                        "%s !~ '[[:cntrl:]]'",
                        "upper(%s) IN ('A', 'B', 'C')",
                        "%s IS NOT NULL");
            case DATE ->
                List.of(
                        "%s >= '2000-01-01'",
                        "%s < '2100-01-01'", "%s > '2020-01-01' AND %1$s < '2030-01-01'", "%s IS NOT NULL");
            case FLAG -> List.of("%s", "%s = false", "%s IS NOT NULL");
            case JSON ->
                List.of(
                        "jsonb_typeof(%s) = 'object'",
                        "jsonb_typeof(%s) = 'array'", "%s <> '{}'::jsonb", "%s IS NOT NULL");
            case ARRAY ->
                List.of(
                        "cardinality(%s) <= 3",
                        "cardinality(%s) > 0",
                        "NOT ('none' = ANY (%s))",
                        "%s <@ ARRAY['a', 'b', 'c']",
                        "array_position(%s, NULL) IS NULL");
            case OTHER -> List.of("%s IS NOT NULL");
        };
        String check = checks.get(random.nextInt(checks.size()));
        extra = " CHECK (" + String.format(check, name) + ")";
        boolean narrow = check.contains(" IN (") || check.contains("20 AND");
        wide &= !narrow;
        taken = check.contains("IS NOT NULL");
    }

    String sql() {
        return name + " " + (serial ? "serial" : type) + (notNull ? " NOT NULL" : "") + extra;
    }
}
