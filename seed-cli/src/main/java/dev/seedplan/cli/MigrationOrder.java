package dev.seedplan.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order in which tools for migrations apply files.
 *
 * <p>Where a file is named as Flyway names them ({@code V1_1__name.sql}), Flyway's order holds: the newest baseline
 * ({@code B}) with what is newer than it, versions compared number by number, then the repeatable ones ({@code R__}) by
 * description; undo files and whatever is named otherwise are left out. Else the number a path begins with decides (the
 * 14 digits of Supabase, dbmate and Prisma, the counters of others), and then the path; {@code *.down.sql} is left out.
 */
final class MigrationOrder {

    private static final Pattern FLYWAY = Pattern.compile("([VBU])(\\d+(?:[._]\\d+)*)__.*\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__(.*)\\.sql");
    private static final Pattern NUMBER = Pattern.compile("^\\d+");

    private MigrationOrder() {}

    private record Versioned(String path, String kind, List<BigInteger> version) {}

    /** {@return the paths to apply, in order} */
    static List<String> of(List<String> paths) {
        boolean flyway = paths.stream()
                .map(MigrationOrder::fileName)
                .anyMatch(name -> FLYWAY.matcher(name).matches());
        return flyway ? flyway(paths) : numbered(paths);
    }

    private static List<String> flyway(List<String> paths) {
        List<Versioned> versioned = new ArrayList<>();
        List<String> repeatable = new ArrayList<>();
        for (String path : paths) {
            Matcher matcher = FLYWAY.matcher(fileName(path));
            if (matcher.matches()) {
                versioned.add(new Versioned(path, matcher.group(1), version(matcher.group(2))));
            } else if (REPEATABLE.matcher(fileName(path)).matches()) {
                repeatable.add(path);
            }
        }
        Comparator<Versioned> byVersion = Comparator.comparing(Versioned::version, MigrationOrder::compare)
                .thenComparing(Versioned::path);
        Optional<Versioned> baseline =
                versioned.stream().filter(v -> v.kind.equals("B")).max(byVersion);
        List<String> order = new ArrayList<>();
        baseline.ifPresent(b -> order.add(b.path));
        versioned.stream()
                .filter(v -> v.kind.equals("V"))
                .filter(v -> baseline.isEmpty() || compare(v.version, baseline.get().version) > 0)
                .sorted(byVersion)
                .forEach(v -> order.add(v.path));
        repeatable.stream()
                .sorted(Comparator.comparing(MigrationOrder::fileName).thenComparing(p -> p))
                .forEach(order::add);
        return order;
    }

    private static List<String> numbered(List<String> paths) {
        Comparator<String> byNumber = Comparator.comparing(MigrationOrder::number, MigrationOrder::compare);
        return paths.stream()
                .filter(p -> !p.toLowerCase(Locale.ROOT).endsWith(".down.sql"))
                .sorted(byNumber.thenComparing(p -> p))
                .toList();
    }

    /** Paths without a number come last, as letters come after digits. */
    private static List<BigInteger> number(String path) {
        Matcher matcher = NUMBER.matcher(path);
        return matcher.find() ? List.of(BigInteger.ZERO, new BigInteger(matcher.group())) : List.of(BigInteger.ONE);
    }

    private static List<BigInteger> version(String text) {
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : text.split("[._]", -1)) {
            numbers.add(new BigInteger(part));
        }
        return numbers;
    }

    /** Number by number; a missing one counts as 0. */
    private static int compare(List<BigInteger> a, List<BigInteger> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            BigInteger left = i < a.size() ? a.get(i) : BigInteger.ZERO;
            BigInteger right = i < b.size() ? b.get(i) : BigInteger.ZERO;
            if (!left.equals(right)) {
                return left.compareTo(right);
            }
        }
        return 0;
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
