package dev.seedplan.benchmarks.compatibility;

import dev.seedplan.runtime.FillRequest;
import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.Seedplan;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What became of a fill.
 *
 * @param summary what the fill says; null if it ended with an error
 * @param error the error; null if there was none
 * @param millis how long it took
 */
record Outcome(@Nullable FillSummary summary, @Nullable String error, long millis) {

    private static final long PATIENCE_MINUTES = 5;

    /** Fills a database with 20 rows a table. */
    static Outcome fill(Server server, String name, DataSource target, List<String> tables, FillRequest.Nulls nulls)
            throws SQLException {
        long start = System.nanoTime();
        FutureTask<FillSummary> fill = new FutureTask<>(() -> {
            FillRequest request = Seedplan.fill().to(target).nulls(nulls);
            tables.forEach(request::tables);
            return request.run();
        });
        Thread thread = new Thread(fill, "fill");
        thread.setDaemon(true);
        thread.start();
        FillSummary summary = null;
        String error = null;
        try {
            summary = fill.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            error = text(e);
        } catch (TimeoutException e) {
            error = "not done after " + PATIENCE_MINUTES + " minutes";
            server.interrupt(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            error = "interrupted";
        }
        return new Outcome(summary, error, (System.nanoTime() - start) / 1_000_000);
    }

    /** Errors that no user should see are told with the place they come from. */
    private static String text(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        StackTraceElement[] trace = cause.getStackTrace();
        return cause instanceof SeedException || trace.length == 0
                ? String.valueOf(cause.getMessage())
                : cause + " at " + trace[0];
    }

    /** {@return the tables that were selected} */
    int selected() {
        return summary == null
                ? 0
                : (int) (filled() + lost().stream().filter(this::empty).count());
    }

    /** {@return the tables that hold rows of this fill} */
    long filled() {
        return summary == null
                ? 0
                : summary.tables().stream()
                        .filter(t -> t.written() > 0 || t.asked() == 0)
                        .count();
    }

    /** {@return the tables that could not be filled, or not with all rows asked for} */
    List<FillSummary.LeftOut> lost() {
        return summary == null ? List.of() : summary.failed();
    }

    private boolean empty(FillSummary.LeftOut table) {
        return summary == null
                || summary.tables().stream().noneMatch(t -> t.table().equals(table.table()) && t.written() > 0);
    }

    /** {@return the rows asked for in all selected tables} */
    long asked() {
        return summary == null
                ? 0
                : summary.tables().stream().mapToLong(FillSummary.Filled::asked).sum()
                        + lost().stream()
                                .filter(this::notListed)
                                .mapToLong(FillSummary.LeftOut::asked)
                                .sum();
    }

    private boolean notListed(FillSummary.LeftOut table) {
        return summary == null
                || summary.tables().stream().noneMatch(t -> t.table().equals(table.table()));
    }

    /** {@return the rows written} */
    long written() {
        return summary == null ? 0 : summary.written();
    }
}
