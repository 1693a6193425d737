package dev.seedplan.benchmarks;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Constraint.Deferral;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotHash;
import dev.seedplan.schema.SnapshotJson;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.TypeRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the processor adds to a compilation: javac with the processor on a snapshot of 1,000 tables of 20 columns, against
 * javac without it on the sources that were generated from the same snapshot. Whole processes, interleaved.
 *
 * <p>{@code ./mvnw -Pbenchmark -pl seed-benchmarks -am verify -DskipTests}
 */
public final class CompileBenchmark {

    private static final int TABLES = 1_000;
    private static final int COLUMNS = 20;
    private static final int RUNS = 5;

    private static final String[][] TYPES = {
        {"bigint", "int8"},
        {"text", "text"},
        {"integer", "int4"},
        {"boolean", "bool"},
        {"timestamp with time zone", "timestamptz"}
    };

    private CompileBenchmark() {}

    /** Runs the benchmark and prints its figures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("seedplan-compile");
        try {
            Path sources = project(folder);
            Path generated = folder.resolve("generated");
            compile(folder, "warm-up", generated, List.of(sources), true);
            List<Path> files = javaFiles(generated);
            files.add(sources);
            double[] with = new double[RUNS];
            double[] without = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                without[run] = compile(folder, "without" + run, folder.resolve("unused"), files, false);
                with[run] = compile(folder, "with" + run, folder.resolve("again" + run), List.of(sources), true);
            }
            print("javac alone, " + (files.size() - 1) + " generated sources", without);
            print("javac with the processor", with);
            System.out.printf(
                    Locale.ROOT, "ratio of the medians: %.2f (goal: at most 1.33)%n", median(with) / median(without));
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    private static Path project(Path folder) throws IOException {
        List<Table> tables = new ArrayList<>();
        for (int t = 0; t < TABLES; t++) {
            String name = String.format(Locale.ROOT, "table_%04d", t);
            List<Column> columns = new ArrayList<>();
            for (int c = 0; c < COLUMNS; c++) {
                String[] type = c == 0 ? TYPES[0] : TYPES[c % TYPES.length];
                columns.add(new Column(
                        c == 0 ? "id" : "column_" + c,
                        new TypeRef(type[0], new QName("pg_catalog", type[1]), false, -1),
                        c % 2 == 0,
                        null,
                        Identity.NONE,
                        null,
                        false,
                        null,
                        null,
                        null));
            }
            tables.add(new Table(
                    new QName("public", name),
                    Table.Kind.ORDINARY,
                    false,
                    null,
                    null,
                    null,
                    List.of(),
                    columns,
                    List.of(new Constraint.PrimaryKey(
                            name + "_pkey", List.of("id"), Deferral.NOT_DEFERRABLE, "PRIMARY KEY (id)", null)),
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    false,
                    List.of(),
                    null,
                    null));
        }
        Snapshot snapshot = new Snapshot(
                Snapshot.FORMAT,
                "18.6",
                "public",
                List.of("public"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                tables,
                List.of());
        Files.createDirectories(folder.resolve("resources/seedplan"));
        Files.writeString(folder.resolve("resources/seedplan/schema.json"), SnapshotJson.write(snapshot));
        Path source =
                Files.createDirectories(folder.resolve("sources/bench/db")).resolve("package-info.java");
        return Files.writeString(
                source,
                "@dev.seedplan.SeedSchema(file = \"seedplan/schema.json\", hash = \"" + SnapshotHash.of(snapshot)
                        + "\")\npackage bench.db;\n");
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new ArrayList<>(all.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList());
        }
    }

    /** {@return the seconds of a javac process} */
    private static double compile(Path folder, String name, Path generated, List<Path> files, boolean processor)
            throws IOException, InterruptedException {
        Path classes = Files.createDirectories(folder.resolve("classes-" + name));
        Files.createDirectories(generated);
        String path = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/javac",
                "-nowarn",
                "-encoding",
                "UTF-8",
                "-d",
                classes.toString(),
                "-classpath",
                path));
        if (processor) {
            command.addAll(List.of(
                    "-processorpath",
                    path,
                    "-processor",
                    "dev.seedplan.processor.SeedProcessor",
                    "-s",
                    generated.toString(),
                    "-Aseedplan.schema.dir=" + folder.resolve("resources")));
        } else {
            command.add("-proc:none");
        }
        Path list = folder.resolve("files-" + name);
        Files.writeString(
                list, String.join("\n", files.stream().map(Path::toString).toList()), StandardCharsets.UTF_8);
        command.add("@" + list);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("javac failed:\n" + output);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String what, double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-45s min %5.2f  median %5.2f  max %5.2f s%n",
                what,
                sorted[0],
                median(seconds),
                sorted[sorted.length - 1]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
