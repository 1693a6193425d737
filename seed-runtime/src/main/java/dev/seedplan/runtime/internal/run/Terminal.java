package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.connect.Person;
import java.io.PrintStream;
import java.util.Locale;

/** Shows a run's progress: one line written over and over on a terminal, elsewhere one line for each finished table. */
final class Terminal implements Progress {

    private static final long REFRESH_NANOS = 100_000_000L;

    /** In seconds; a rate over less is chance. */
    private static final double WORTH_TELLING = 0.5;

    private final PrintStream out;
    private final boolean interactive;
    private String table = "";
    private long since;
    private long first;
    private long shownAt;
    private int width;

    Terminal(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    /** {@return whether a person is watching} */
    static boolean isInteractive() {
        return Person.there().isPresent();
    }

    @Override
    public void at(State state) {
        boolean finished = state.done() == state.rows();
        if (!interactive) {
            if (finished) {
                out.println(line(state));
            }
            return;
        }
        long now = System.nanoTime();
        if (finished || now - shownAt > REFRESH_NANOS) {
            shownAt = now;
            show(line(state));
        }
    }

    @Override
    public void note(String sentence) {
        out.println(sentence);
    }

    private String line(State state) {
        long now = System.nanoTime();
        if (!state.table().equals(table)) {
            table = state.table();
            since = now;
            first = state.done();
        }
        String line = String.format(Locale.ROOT, "%s: %,d of %,d rows", table, state.done(), state.rows());
        double seconds = (now - since) / 1e9;
        double rate = (state.done() - first) / seconds;
        if (state.done() == first || seconds < WORTH_TELLING) {
            return line;
        }
        line += String.format(Locale.ROOT, ", %,.0f rows/s", rate);
        return state.done() == state.rows()
                ? line
                : line + String.format(Locale.ROOT, ", %.0f s left", (state.rows() - state.done()) / rate);
    }

    private void show(String text) {
        out.print('\r' + text + " ".repeat(Math.max(0, width - text.length())));
        out.flush();
        width = text.length();
    }

    void done() {
        if (interactive && width > 0) {
            show("");
            out.print('\r');
            out.flush();
        }
    }
}
