package dev.seedplan.runtime.internal.log;

import dev.seedplan.schema.JsonString;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;

/** Writes events, each as one line: a JSON object, or text. Names of events and fields never change their meaning. */
public final class EventLog {

    /** A log that writes nothing. */
    public static final EventLog NONE = new EventLog(line -> {}, false, LogLevel.ERROR);

    private final Consumer<String> lines;
    private final boolean json;
    private final LogLevel least;

    /**
     * A log.
     *
     * @param lines takes a line without its end
     * @param json whether lines are JSON objects
     * @param least the level from which on events are written
     */
    public EventLog(Consumer<String> lines, boolean json, LogLevel least) {
        this.lines = lines;
        this.json = json;
        this.least = least;
    }

    /**
     * Writes an event.
     *
     * @param name what happened, such as {@code table.finished}
     * @param fields texts, numbers and truth values, in the order to write
     */
    public synchronized void event(LogLevel level, String name, Map<String, ?> fields) {
        if (level.compareTo(least) < 0) {
            return;
        }
        String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        StringBuilder line = new StringBuilder();
        if (json) {
            line.append("{\"time\":\"").append(time).append("\",\"level\":\"").append(level.text());
            line.append("\",\"event\":").append(JsonString.quote(name));
            fields.forEach((key, value) ->
                    line.append(',').append(JsonString.quote(key)).append(':').append(value(value)));
            line.append('}');
        } else {
            line.append(time).append(' ').append(level).append(' ').append(name);
            fields.forEach(
                    (key, value) -> line.append(' ').append(key).append('=').append(value(value)));
        }
        lines.accept(line.toString());
    }

    private static String value(Object value) {
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : JsonString.quote(value.toString());
    }
}
