package dev.seedplan.benchmarks.w1;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** What a run costs besides its rows: 1,000 rows in 4 tables, and 1,000 tables of 10 rows. */
final class SmallRuns {

    static final String SMALL = "1,000 rows in 4 tables: the launcher, a plan's jar";
    static final String SMALL_JAVA = "1,000 rows in 4 tables: a plan's main, plain java";
    static final String SMALL_COPY = "1,000 rows in 4 tables: psql \\copy";
    static final String MANY = "1,000 tables of 10 rows: the plan";
    static final String MANY_COPY = "1,000 tables of 10 rows: psql script";

    private static final int USERS = 20;
    private static final String TAGS = "tags=380";

    private final Workbench bench;

    SmallRuns(Workbench bench) {
        this.bench = bench;
    }

    /** {@return whether the launcher is there to be measured} */
    static boolean hasLauncher() {
        return Files.isExecutable(launcher());
    }

    private static Path launcher() {
        return Path.of(System.getProperty("benchmark.launcher", "seed-cli/target/seedplan/bin/seedplan"));
    }

    void small(int runs) throws IOException, InterruptedException {
        List<String> java = bench.plan(USERS, "--rows", TAGS);
        bench.files(java);
        List<String> launched = hasLauncher() ? launched() : List.of();
        for (int i = 0; i < runs; i++) {
            if (!launched.isEmpty()) {
                bench.reset();
                if (i == 0) {
                    // The first start leaves the archive of classes for the next ones.
                    bench.run(launched);
                    bench.reset();
                }
                bench.time(SMALL, launched);
            }
            bench.reset();
            bench.time(SMALL_JAVA, java);
            bench.reset();
            bench.time(SMALL_COPY, bench.psql("-f", "inplace.sql"));
        }
    }

    private List<String> launched() throws IOException {
        Path jar = bench.folder().resolve("plan.jar");
        pack(jar);
        return List.of(
                launcher().toAbsolutePath().toString(),
                "run",
                "--jar",
                jar.toString(),
                W1Plan.class.getName(),
                "--url",
                bench.url(),
                "--rows",
                "users=" + USERS,
                "--rows",
                TAGS);
    }

    /** The plan's classes as a user's build would pack them. */
    private static void pack(Path jar) throws IOException {
        Path classes;
        try {
            classes = Path.of(W1Plan.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new ZipEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
    }

    void many(int runs) throws IOException, InterruptedException {
        List<String> script = new ArrayList<>();
        script.add("begin;");
        for (int i = 0; i < ManyTables.TABLES; i++) {
            script.add("copy " + ManyTables.name(i) + " from stdin;");
            for (int row = 1; row <= 10; row++) {
                script.add(row + "\tSome Name");
            }
            script.add("\\.");
        }
        script.add("commit;");
        Files.write(bench.folder().resolve("many.sql"), script);
        for (int i = 0; i < runs; i++) {
            bench.empty(ManyTables.ddl());
            bench.time(MANY_COPY, bench.psql("-f", "many.sql"));
            bench.empty(ManyTables.ddl());
            bench.time(MANY, Workbench.java(ManyTables.class.getName(), "--url", bench.url()));
        }
    }
}
