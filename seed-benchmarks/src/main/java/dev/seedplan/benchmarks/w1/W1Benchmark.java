package dev.seedplan.benchmarks.w1;

import dev.seedplan.runtime.SeedRun;
import dev.seedplan.runtime.Seedplan;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * W1 through a plan against the baselines: whole processes, interleaved, the schema made anew and a CHECKPOINT before each.
 *
 * <p>{@code ./mvnw -Pbenchmark -pl seed-benchmarks -am verify -DskipTests -Dbenchmark=w1 -Drows=3100000}
 */
public final class W1Benchmark {

    /** In place against the server's best two connections, as the reference measurement has it, and how far off it may be. */
    private static final double REFERENCE = 7.0;

    private static final double TOLERANCE = 1.5;
    private static final int FULL_USERS = 100_000;
    private static final int ROWS_OF_A_USER = 31;

    private static final String COPY = "psql \\copy binary, everything in place";
    private static final String BEST = "psql, best plan on one connection";
    private static final String TWO = "psql, best plan on two connections";
    private static final String PLAN = "the plan, one transaction (--no-analyze)";
    private static final String ANALYZED = "the plan, one transaction";
    private static final String JOBS = "the plan, --jobs 2 (--no-analyze)";
    private static final String INPLACE = "the plan, --load inplace";
    private static final String WARM = "the plan in a warm JVM";
    private static final String NOWHERE = "the plan in a warm JVM, to nowhere";
    private static final String FAKER = "Datafaker and JDBC batches";

    private final Workbench bench;
    private final Timings timings;
    private final int users;
    private final int runs;

    private W1Benchmark(Workbench bench, int users, int runs) {
        this.bench = bench;
        this.users = users;
        this.runs = runs;
        timings = bench.timings();
    }

    /** Prints the table, and what memory a run needs. */
    public static void table() throws IOException, InterruptedException {
        String rows = System.getProperty("benchmark.rows", "");
        int users = rows.isEmpty()
                ? Integer.getInteger("benchmark.users", 1_000)
                : Math.max(1, Integer.parseInt(rows) / ROWS_OF_A_USER);
        try (Workbench bench = new Workbench()) {
            W1Benchmark benchmark = new W1Benchmark(bench, users, Integer.getInteger("benchmark.runs", 5));
            bench.files(bench.plan(users));
            for (int i = 0; i < benchmark.runs; i++) {
                benchmark.round();
                if (i == 0 && !benchmark.isLikeTheReference()) {
                    return;
                }
            }
            SmallRuns small = new SmallRuns(bench);
            small.small(benchmark.runs);
            small.many(benchmark.runs);
            if (benchmark.isLikeTheReference()) {
                benchmark.print();
                Memory.run(bench);
            }
        }
    }

    private void round() throws IOException, InterruptedException {
        bench.reset();
        bench.time(COPY, bench.psql("-f", "inplace.sql"));
        bench.reset();
        bench.time(BEST, bench.psql("-f", "best.sql"));
        twoConnections();
        plan(PLAN, "--no-analyze");
        plan(JOBS, "--jobs", "2", "--no-analyze");
        plan(ANALYZED);
        plan(INPLACE, "--load", "inplace", "--no-analyze");
        bench.reset();
        bench.time(FAKER, Workbench.java(DatafakerBaseline.class.getName(), bench.url(), String.valueOf(users)));
        warm();
    }

    private void twoConnections() throws IOException, InterruptedException {
        bench.reset();
        long start = System.nanoTime();
        bench.run(bench.psql("-f", "drop.sql"));
        List<String> posts = bench.psql("-f", "two-posts.sql");
        Process one = bench.start(posts);
        bench.run(bench.psql("-f", "two-others.sql"));
        bench.output(posts, one);
        bench.run(bench.psql("-f", "two-keys.sql"));
        bench.add(TWO, start);
    }

    /** Loading and making the same rows without a server; this process is warm after the first round. */
    private void warm() throws IOException, InterruptedException {
        bench.reset();
        long start = System.nanoTime();
        run().run();
        bench.add(WARM, start);
        bench.reset();
        start = System.nanoTime();
        run().dryRun().run();
        bench.add(NOWHERE, start);
    }

    private SeedRun run() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(bench.url());
        return Seedplan.plan(W1Plan.class).to(source).rows("users", users).withoutAnalyze();
    }

    private void plan(String name, String... flags) throws IOException, InterruptedException {
        bench.reset();
        bench.time(name, bench.plan(users, flags));
    }

    /** What is measured here says something only where the baselines behave as they did when the goals were set. */
    private boolean isLikeTheReference() {
        double reference = timings.ratio(COPY, TWO);
        if (users != FULL_USERS || Math.abs(reference - REFERENCE) <= TOLERANCE) {
            return true;
        }
        System.out.printf(
                Locale.ROOT,
                "In place : best is %.2f here, not %.1f ± %.1f as in the reference: this machine or this moment is too"
                        + " different, so the table is not printed.%n",
                reference,
                REFERENCE,
                TOLERANCE);
        return false;
    }

    private void print() throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "%nW1, %,d users (%,d rows), %d runs, %d processors, Java %s%n%s%n",
                users,
                users * ROWS_OF_A_USER + 1_000,
                runs,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                bench.version());
        System.out.print(timings.table());
        line("in place : best on two connections", COPY, TWO, "reference at 3.1 M rows: 7 ± 1.5");
        line("the plan : best on one connection", PLAN, BEST, "goal: at most 1.10");
        line("the plan --jobs 2 : best on two connections", JOBS, TWO, "goal: at most 1.10");
        line("in place : the plan", COPY, PLAN, "goal: at least 6 at 3.1 M rows");
        line("the plan --load inplace : in place", INPLACE, COPY, "goal: at most 1.05");
        line("Datafaker : the plan", FAKER, PLAN, "goal: at least 4 at 310 k rows, 8 at 3.1 M");
        line("loading : the same rows to nowhere, warm", WARM, NOWHERE, "goal: at least 4");
        line("1,000 tables: the plan : psql", SmallRuns.MANY, SmallRuns.MANY_COPY, "goal: at most 2");
        if (SmallRuns.hasLauncher()) {
            more("1,000 rows: the launcher − psql", SmallRuns.SMALL, "goal: at most 300 ms, with the archive");
        } else {
            System.out.println("1,000 rows: the launcher − psql                   not measured: there is no launcher");
        }
        more("1,000 rows: plain java − psql", SmallRuns.SMALL_JAVA, "no goal; docs/performance.md says the options");
    }

    private void line(String what, String one, String other, String goal) {
        System.out.printf(Locale.ROOT, "%-46s %7.2f     (%s)%n", what, timings.ratio(one, other), goal);
    }

    private void more(String what, String variant, String note) {
        System.out.printf(
                Locale.ROOT,
                "%-46s %7.0f ms  (%s)%n",
                what,
                (timings.median(variant) - timings.median(SmallRuns.SMALL_COPY)) * 1_000,
                note);
    }
}
