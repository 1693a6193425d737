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

    private static final String FORMAT = "%-45s %5.1f %% of instructions  %5.1f %% of lines  (%d lines)%n";

    private CoverageLines() {}

    /**
     * Prints.
     *
     * @param arguments JaCoCo's CSV file; where it is missing, as without tests, one line says so
     */
    public static void main(String[] arguments) throws IOException {
        Path csv = Path.of(arguments[0]);
        System.out.print(Files.exists(csv) ? text(Files.readAllLines(csv, StandardCharsets.UTF_8)) : "Coverage: not measured.\n");
    }

    static String text(List<String> csv) {
        List<String> header = Arrays.asList(csv.get(0).split(","));
        Map<String, long[]> modules = new TreeMap<>();
        long[] all = new long[4];
        for (String line : csv.subList(1, csv.size())) {
            String[] cells = line.split(",");
            String group = cells[header.indexOf("GROUP")];
            long[] sums = modules.computeIfAbsent(group.substring(group.lastIndexOf('/') + 1), name -> new long[4]);
            String[] counters = {"INSTRUCTION_MISSED", "INSTRUCTION_COVERED", "LINE_MISSED", "LINE_COVERED"};
            for (int i = 0; i < counters.length; i++) {
                long count = Long.parseLong(cells[header.indexOf(counters[i])]);
                sums[i] += count;
                all[i] += count;
            }
        }
        StringBuilder text = new StringBuilder("Coverage (whole report: seed-it/target/site/jacoco-aggregate/index.html)\n");
        modules.forEach((name, sums) -> text.append(line(name, sums)));
        return text.append(line("all modules", all)).toString();
    }

    private static String line(String name, long... sums) {
        return String.format(Locale.ROOT, FORMAT, name, percent(sums[0], sums[1]), percent(sums[2], sums[3]), sums[2] + sums[3])
                .replace(System.lineSeparator(), "\n");
    }

    private static double percent(long missed, long covered) {
        return missed + covered == 0 ? 0 : 100.0 * covered / (missed + covered);
    }
}
