package dev.seedplan.runtime.internal.run;

import java.io.Console;
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
    @SuppressWarnings("SystemConsoleNull") // that it may be no terminal is asked below
    static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From JDK 22 on there is a console without a terminal, too, and a method that tells.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
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
