package dev.seedplan.runtime.internal.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Over random schemas: a fill ends with every constraint valid and as many rows as it says, or says of a table why not.
 *
 * <p>{@code -Dseedplan.full} tries more of them, {@code -Dseedplan.schemas=N} that many, and {@code -Dseedplan.schema=SEED} only
 * one, which is printed.
 */
class RandomSchemasTest {

    private static final int SCHEMAS = 500;
    private static final int SCHEMAS_IN_FULL = 20_000;
    private static final int WORKERS = 2;
    private static final int PRINTED = 3;
    private static final int REASONS = 40;
    private static final double MOST_REFUSED_PERCENT = 5;

    @Test
    void everyFillKeepsItsWordAndEveryConstraint() throws Exception {
        int number = Integer.getInteger(
                "seedplan.schemas", "no".equals(System.getProperty("seedplan.full", "no")) ? SCHEMAS : SCHEMAS_IN_FULL);
        long only = Long.getLong("seedplan.schema", 0);
        List<RandomTrials> trials = only > 0 ? run(only, only, 1) : run(1, number, WORKERS);
        SortedMap<Long, List<String>> refusals = new TreeMap<>();
        SortedMap<Long, String> defects = new TreeMap<>();
        trials.forEach(t -> refusals.putAll(t.refusals));
        trials.forEach(t -> defects.putAll(t.defects));
        int tables = trials.stream().mapToInt(t -> t.tables).sum();
        long refused = refusals.values().stream().mapToLong(List::size).sum();
        double rate = 100.0 * refused / Math.max(1, tables);
        System.out.printf(Locale.ROOT, "random schemas: %d tables, %d refused (%.2f %%)%n", tables, refused, rate);
        refusals.entrySet().stream()
                .limit(REASONS)
                .forEach(r -> System.out.println("  refused: seed " + r.getKey() + ", " + r.getValue()));
        refusals.keySet().stream().limit(PRINTED).forEach(seed -> System.out.println(RandomTrials.sql(seed)));
        assertThat(defects.values().stream().limit(PRINTED))
                .as(defects.size() + " schemas were filled wrongly: " + defects.keySet())
                .isEmpty();
        assertThat(rate).as("refused tables in percent").isLessThan(MOST_REFUSED_PERCENT);
    }

    /** What is wrong with a schema does not depend on which worker fills it. */
    private static List<RandomTrials> run(long first, long last, int workers) throws Exception {
        AtomicLong next = new AtomicLong(first);
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<RandomTrials>> running = new ArrayList<>();
            LongStream.range(0, workers)
                    .forEach(worker -> running.add(threads.submit(() -> {
                        try (RandomTrials trials = new RandomTrials()) {
                            for (long seed = next.getAndIncrement(); seed <= last; seed = next.getAndIncrement()) {
                                trials.run(seed);
                            }
                            return trials;
                        }
                    })));
            List<RandomTrials> done = new ArrayList<>();
            for (Future<RandomTrials> worker : running) {
                done.add(worker.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
