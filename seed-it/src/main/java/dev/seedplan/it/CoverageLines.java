package dev.seedplan.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints what JaCoCo measured: one line for each module and one for all, at the end of {@code ./mvnw verify}. */
public final class CoverageLines {

    private static final List<String> COUNTERS =
            List.of("INSTRUCTION_MISSED", "INSTRUCTION_COVERED", "LINE_MISSED", "LINE_COVERED");

    private CoverageLines() {}

    /**
     * Prints.
     *
     * @param arguments JaCoCo's CSV file; where it is missing, as without tests, one line says so
     */
    public static void main(String[] arguments) throws IOException {
        Path csv = Path.of(arguments[0]);
        System.out.print(
                Files.exists(csv)
                        ? text(Files.readAllLines(csv, StandardCharsets.UTF_8))
                        : "Coverage: not measured.\n");
    }

    static String text(List<String> csv) {
        List<String> header = Arrays.asList(csv.get(0).split(","));
        Map<String, long[]> modules = new TreeMap<>();
        long[] all = new long[COUNTERS.size()];
        for (String line : csv.subList(1, csv.size())) {
            List<String> cells = Arrays.asList(line.split(",", -1));
            String group = cells.get(header.indexOf("GROUP"));
            long[] sums = modules.computeIfAbsent(
                    group.substring(group.lastIndexOf('/') + 1), name -> new long[COUNTERS.size()]);
            for (int i = 0; i < sums.length; i++) {
                long count = Long.parseLong(cells.get(header.indexOf(COUNTERS.get(i))));
                sums[i] += count;
                all[i] += count;
            }
        }
        StringBuilder text =
                new StringBuilder("Coverage (whole report: seed-it/target/site/jacoco-aggregate/index.html)\n");
        modules.forEach((name, sums) -> text.append(line(name, sums)));
        return text.append(line("all modules", all)).toString();
    }

    private static String line(String name, long... sums) {
        return String.format(
                Locale.ROOT,
                "  %-36s %5.1f %% of instructions, %5.1f %% of %d lines\n",
                name,
                percent(sums[0], sums[1]),
                percent(sums[2], sums[3]),
                sums[2] + sums[3]);
    }

    private static double percent(long missed, long covered) {
        return missed + covered == 0 ? 0 : 100.0 * covered / (missed + covered);
    }
}
