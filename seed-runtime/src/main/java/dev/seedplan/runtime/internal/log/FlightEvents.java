package dev.seedplan.runtime.internal.log;

import java.util.HashMap;
import java.util.Map;
import jdk.jfr.FlightRecorder;

/** Tells Java Flight Recorder of tables, where it is on: a small seed is mostly the loading of classes. */
public final class FlightEvents {

    private final boolean on = FlightRecorder.isAvailable() && FlightRecorder.isInitialized();
    private final Map<String, TableLoadEvent> open = new HashMap<>();

    /** Takes how far a table is. */
    public void at(String table, long done, long rows) {
        if (!on) {
            return;
        }
        TableLoadEvent event = open.computeIfAbsent(table, t -> {
            TableLoadEvent begun = new TableLoadEvent();
            begun.begin();
            return begun;
        });
        if (done >= rows) {
            event.table = table;
            event.rows = rows;
            event.commit();
            open.remove(table);
        }
    }
}
