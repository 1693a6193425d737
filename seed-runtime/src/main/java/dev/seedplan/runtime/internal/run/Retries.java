package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.connect.ConnectionException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Tries anew what may well succeed the next time: a server that starts up or has no connection free, a serialisation failure,
 * a deadlock, a lock that was not to be had.
 *
 * <p>A run that is tried anew is the same run: what was not committed is undone, and the ledger has its keys. A connection
 * that is lost in the middle ends the run, since somebody may have ended it on purpose ("seedplan unlock").
 */
final class Retries {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST_DOUBLED = 10;

    /** PostgreSQL's manual, appendix A; 08001 is the driver's for a server that does not answer. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "53300", "57P03", "08001");

    private Retries() {}

    static <T> T call(int retries, Progress progress, Supplier<T> attempt) {
        int failed = 0;
        while (true) {
            try {
                return attempt.get();
            } catch (SeedException | ConnectionException e) {
                if (failed == retries || !mayHelp(e)) {
                    throw e;
                }
                Duration pause = pause(failed++, ThreadLocalRandom.current().nextDouble());
                progress.note(String.format(
                        Locale.ROOT,
                        "%s Trying anew in %.1f s, %d of %d.",
                        e.getMessage(),
                        pause.toMillis() / 1000.0,
                        failed,
                        retries));
                sleep(pause, e);
            }
        }
    }

    /** Doubled each time, and between half of that and all of it, so that those who collided do not collide again. */
    static Duration pause(int failed, double chance) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failed, MOST_DOUBLED));
        Duration most = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return Duration.ofMillis(Math.round(most.toMillis() * (0.5 + chance / 2)));
    }

    static boolean mayHelp(RuntimeException e) {
        if (e instanceof SeedException seed && seed.exitCode() == SeedException.UNKNOWN_OUTCOME) {
            return false;
        }
        boolean mayHelp = false;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return false;
            }
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                mayHelp |= STATES.contains(state) || (e instanceof ConnectionException && state.equals("08006"));
            }
        }
        return mayHelp;
    }

    private static void sleep(Duration pause, RuntimeException failure) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
