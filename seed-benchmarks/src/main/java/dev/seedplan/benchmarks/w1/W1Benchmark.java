package dev.seedplan.benchmarks.w1;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/**
 * W1 through a plan against the baselines: whole processes, interleaved, the schema made anew and a CHECKPOINT before each.
 *
 * <p>{@code ./mvnw -Pbenchmark -pl seed-benchmarks -am verify -DskipTests -Dbenchmark=w1 -Dbenchmark.users=100000}
 */
public final class W1Benchmark {

    /** In place against the server's best two connections, as the reference measurement has it, and how far off it may be. */
    private static final double REFERENCE = 7.0;

    private static final double TOLERANCE = 1.5;
    private static final int FULL_USERS = 100_000;

    private static final String COPY = "psql \\copy binary, everything in place";
    private static final String BEST = "psql, best plan on one connection";
    private static final String TWO = "psql, best plan on two connections";
    private static final String PLAN = "the plan, one transaction (--no-analyze)";
    private static final String ANALYZED = "the plan, one transaction";
    private static final String INPLACE = "the plan, --load inplace";
    private static final String NOWHERE = "the plan, --dry-run";
    private static final String FAKER = "Datafaker and JDBC batches";
    private static final String SMALL = "1,000 rows in 4 tables: the plan";
    private static final String SMALL_COPY = "1,000 rows in 4 tables: psql \\copy";
    private static final String MANY = "1,000 tables of 10 rows: the plan";
    private static final String MANY_COPY = "1,000 tables of 10 rows: psql script";

    private final Workbench bench;
    private final Timings timings;

    private W1Benchmark(Workbench bench) {
        this.bench = bench;
        timings = bench.timings();
    }

    /** Prints the whole table. */
    public static void table() throws IOException, InterruptedException {
        int users = Integer.getInteger("benchmark.users", 1_000);
        int runs = Integer.getInteger("benchmark.runs", 5);
        try (Workbench bench = new Workbench()) {
            W1Benchmark benchmark = new W1Benchmark(bench);
            bench.files(bench.plan(users));
            for (int i = 0; i < runs; i++) {
                benchmark.round(users);
            }
            benchmark.small(runs);
            benchmark.many(runs);
            benchmark.print(users, runs);
        }
    }

    private void round(int users) throws IOException, InterruptedException {
        copyInPlace();
        bench.reset();
        bench.time(BEST, bench.psql("-f", "best.sql"));
        twoConnections();
        plan(PLAN, users, "--no-analyze");
        plan(ANALYZED, users);
        plan(INPLACE, users, "--load", "inplace", "--no-analyze");
        plan(NOWHERE, users, "--dry-run");
        bench.reset();
        bench.time(FAKER, Workbench.java(DatafakerBaseline.class.getName(), bench.url(), String.valueOf(users)));
    }

    private void copyInPlace() throws IOException, InterruptedException {
        bench.reset();
        bench.time(COPY, bench.psql("-f", "inplace.sql"));
    }

    private void twoConnections() throws IOException, InterruptedException {
        bench.reset();
        long start = System.nanoTime();
        bench.run(bench.psql("-f", "drop.sql"));
        Process one = bench.start(bench.psql("-f", "two-posts.sql"));
        bench.run(bench.psql("-f", "two-others.sql"));
        one.waitFor();
        bench.run(bench.psql("-f", "two-keys.sql"));
        timings.add(TWO, (System.nanoTime() - start) / 1e9);
    }

    private void plan(String name, int users, String... flags) throws IOException, InterruptedException {
        bench.reset();
        bench.time(name, bench.plan(users, flags));
    }

    private void small(int runs) throws IOException, InterruptedException {
        for (int i = 0; i < runs; i++) {
            bench.reset();
            List<String> command = bench.plan(20, "--rows", "tags=380");
            if (i == 0) {
                bench.run(command);
                for (String table : Workbench.TABLES) {
                    bench.run(bench.psql("-c", "\\copy " + table + " to '" + table + ".bin' (format binary)"));
                }
                bench.reset();
            }
            bench.time(SMALL, command);
            bench.reset();
            bench.time(SMALL_COPY, bench.psql("-f", "inplace.sql"));
        }
    }

    private void many(int runs) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("begin;\n");
        for (int i = 0; i < ManyTables.TABLES; i++) {
            script.append("copy ").append(ManyTables.name(i)).append(" from stdin;\n");
            for (int row = 1; row <= 10; row++) {
                script.append(row).append("\tSome Name\n");
            }
            script.append("\\.\n");
        }
        Files.writeString(bench.folder().resolve("many.sql"), script.append("commit;\n"));
        Files.writeString(bench.folder().resolve("many-schema.sql"), ManyTables.ddl());
        for (int i = 0; i < runs; i++) {
            empty();
            bench.run(bench.psql("-f", "many-schema.sql"));
            bench.time(MANY_COPY, bench.psql("-f", "many.sql"));
            empty();
            bench.run(bench.psql("-f", "many-schema.sql"));
            bench.time(MANY, Workbench.java(ManyTables.class.getName(), "--url", bench.url()));
        }
    }

    private void print(int users, int runs) throws IOException, InterruptedException {
        String version = bench.version();
        System.out.println();
        System.out.printf(
                Locale.ROOT,
                "W1, %,d users (%,d rows), %d runs, %d processors, Java %s%n%s%n",
                users,
                users * 31 + 1_000,
                runs,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                version);
        double reference = timings.ratio(COPY, TWO);
        if (users == FULL_USERS && Math.abs(reference - REFERENCE) > TOLERANCE) {
            System.out.printf(
                    Locale.ROOT,
                    "In place : best is %.2f here, not %.1f ± %.1f as in the reference: this machine or this moment is too"
                            + " different, so the table is not printed.%n",
                    reference,
                    REFERENCE,
                    TOLERANCE);
            return;
        }
        System.out.print(timings.table());
        line("in place : best on two connections", COPY, TWO, "reference at 3.1 M rows: 7 ± 1.5");
        line("the plan : best on one connection", PLAN, BEST, "goal: at most 1.10");
        line("in place : the plan", COPY, PLAN, "goal: at least 6 at 3.1 M rows");
        line("the plan --load inplace : in place", INPLACE, COPY, "goal: at most 1.05");
        line("Datafaker : the plan", FAKER, PLAN, "goal: at least 4 at 310 k rows, 8 at 3.1 M");
        line("the plan : the same to nowhere", PLAN, NOWHERE, "goal: at least 4");
        line("1,000 tables: the plan : psql", MANY, MANY_COPY, "goal: at most 2");
        System.out.printf(
                Locale.ROOT,
                "%-44s %7.0f ms  (goal: at most 300 ms, with the CDS archive)%n",
                "1,000 rows: the plan − psql",
                (timings.median(SMALL) - timings.median(SMALL_COPY)) * 1_000);
    }

    private void line(String what, String one, String other, String goal) {
        System.out.printf(Locale.ROOT, "%-44s %7.2f     (%s)%n", what, timings.ratio(one, other), goal);
    }

    private void empty() throws IOException, InterruptedException {
        bench.run(
                bench.psql("-c", "set client_min_messages = error; drop schema public cascade; create schema public"));
    }
}
