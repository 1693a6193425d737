package dev.seedplan.benchmarks.w1;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process with a heap of 64 MB needs for a child table of two columns, from a million to a hundred million rows. */
public final class Memory {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final List<Long> NOWHERE = List.of(1_000_000L, 10_000_000L, 100_000_000L);
    private static final List<Long> LOADED = List.of(1_000_000L, 10_000_000L);

    private final Workbench bench;

    private Memory(Workbench bench) {
        this.bench = bench;
    }

    /** Prints a line for each number of rows. */
    public static void run() throws IOException, InterruptedException {
        try (Workbench bench = new Workbench()) {
            new Memory(bench).table();
        }
    }

    /** Prints the same on a bench that is there. */
    static void run(Workbench bench) throws IOException, InterruptedException {
        new Memory(bench).table();
    }

    private void table() throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT, "%n%-44s %14s %10s%n", "-Xmx64m, a child table of two columns", "rows", "most MB");
        for (long rows : NOWHERE) {
            line("to nowhere", rows, "--dry-run");
        }
        for (long rows : LOADED) {
            line("loaded", rows, "--no-analyze");
        }
    }

    private void line(String what, long rows, String flag) throws IOException, InterruptedException {
        bench.empty(ManyChildren.DDL);
        List<String> command = Workbench.java(
                "-Xmx64m",
                ManyChildrenRun.class.getName(),
                "--url",
                bench.url(),
                "--rows",
                "parents=" + rows / ManyChildren.CHILDREN,
                flag);
        Matcher peak = PEAK.matcher(bench.run(command));
        System.out.printf(
                Locale.ROOT,
                "%-44s %,14d %10s%n",
                what,
                rows,
                peak.find() ? String.valueOf(Long.parseLong(peak.group(1)) / 1_024) : "enough");
    }
}
