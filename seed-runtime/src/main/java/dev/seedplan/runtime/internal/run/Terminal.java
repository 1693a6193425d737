package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.connect.Person;
import java.io.PrintStream;
import java.util.Locale;

/** Shows a run's progress: one line written over and over on a terminal, elsewhere one line for each finished table. */
final class Terminal implements Progress {

    private static final long REFRESH_NANOS = 100_000_000L;

    private final PrintStream out;
    private final boolean interactive;
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

    private static String line(State state) {
        return String.format(Locale.ROOT, "%s: %,d of %,d rows", state.table(), state.done(), state.rows());
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
