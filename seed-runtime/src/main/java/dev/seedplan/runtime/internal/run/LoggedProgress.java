package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.log.EventLog;
import dev.seedplan.runtime.internal.log.FlightEvents;
import dev.seedplan.runtime.internal.log.LogLevel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A progress that also writes events, and keeps how long each table took. */
final class LoggedProgress implements Progress {

    private static final double NANOS = 1e9;

    private final Progress shown;
    private final EventLog log;
    private final FlightEvents flight = new FlightEvents();
    private final Map<String, Long> begun = new TreeMap<>();
    private final Map<String, Long> millis = new TreeMap<>();

    LoggedProgress(Progress shown, EventLog log) {
        this.shown = shown;
        this.log = log;
    }

    @Override
    public void at(State state) {
        String table = state.table();
        Long since = begun.get(table);
        flight.at(table, state.done(), state.rows());
        if (since == null) {
            since = System.nanoTime();
            begun.put(table, since);
            log.event(LogLevel.INFO, "table.started", fields("table", table, "rows", state.rows()));
        } else if (state.done() < state.rows()) {
            log.event(
                    LogLevel.DEBUG,
                    "table.progress",
                    fields("table", table, "done", state.done(), "rows", state.rows()));
        }
        if (state.done() >= state.rows() && !millis.containsKey(table)) {
            long took = System.nanoTime() - since;
            millis.put(table, took / 1_000_000);
            log.event(
                    LogLevel.INFO,
                    "table.finished",
                    fields(
                            "table",
                            table,
                            "rows",
                            state.rows(),
                            "millis",
                            took / 1_000_000,
                            "rowsPerSecond",
                            Math.round(state.rows() * NANOS / Math.max(1, took))));
        }
        shown.at(state);
    }

    @Override
    public void note(String sentence) {
        log.event(LogLevel.WARN, "note", fields("text", sentence));
        shown.note(sentence);
    }

    /** {@return how long each table took, in milliseconds} */
    Map<String, Long> millis() {
        return millis;
    }

    /** {@return fields in that order: names and values in turn} */
    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }
}
