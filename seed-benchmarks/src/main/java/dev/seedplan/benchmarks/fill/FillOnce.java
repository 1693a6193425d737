package dev.seedplan.benchmarks.fill;

import dev.seedplan.runtime.FillRequest;
import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.Seedplan;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.postgresql.ds.PGSimpleDataSource;

/** Fills a database once, in a JVM of its own; prints the rows, the seconds, and the most memory that outlived a collection of the young. */
public final class FillOnce {

    private FillOnce() {}

    /** Arguments: a JDBC URL, the rows of each table, then {@code table=rows}. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        FillRequest request = Seedplan.fill()
                .to(source)
                .defaultRows(Long.parseLong(arguments[1]))
                .noRehearsal();
        for (int i = 2; i < arguments.length; i++) {
            String[] rows = arguments[i].split("=", 2);
            request.rows(rows[0], Long.parseLong(rows[1]));
        }
        FillSummary summary = request.run();
        if (summary.exitCode() != 0) {
            throw new IllegalStateException(summary.text());
        }
        long old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getName().contains("Tenured") || pool.getName().contains("Old"))
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%,d rows, %.2f s, at most %.1f MB in the old generation%n",
                summary.written(),
                (System.nanoTime() - start) / 1e9,
                old / 1e6);
    }
}
