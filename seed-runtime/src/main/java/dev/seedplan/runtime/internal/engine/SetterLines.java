package dev.seedplan.runtime.internal.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Which line of the plan sets each column of a row, by looking at the stack while the row's method runs. */
public final class SetterLines implements IntConsumer {

    private static final StackWalker STACK = StackWalker.getInstance();

    private final String rowClass;
    private final Map<Integer, String> lines = new HashMap<>();
    private @Nullable String first;

    SetterLines(String rowClass) {
        this.rowClass = rowClass;
    }

    @Override
    public void accept(int column) {
        String line = STACK.walk(frames -> frames.filter(this::isPlan)
                        .findFirst()
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber()))
                .orElse("");
        if (!line.isEmpty()) {
            lines.put(column, line);
            first = first == null ? line : first;
        }
    }

    private boolean isPlan(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        return !name.equals(rowClass)
                && !name.startsWith("dev.seedplan.spi.")
                && !name.startsWith("dev.seedplan.runtime.internal.");
    }

    /** {@return where the column is set, {@code BlogDemo.java:31}; where the method does not, its first setter; else ""} */
    public String of(int column) {
        return lines.getOrDefault(column, first());
    }

    /** {@return where the method sets a column first; empty where it sets none} */
    public String first() {
        return first == null ? "" : first;
    }
}
