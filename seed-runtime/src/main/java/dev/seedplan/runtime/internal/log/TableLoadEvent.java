package dev.seedplan.runtime.internal.log;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One table being loaded, in Java Flight Recorder. */
@Name("dev.seedplan.TableLoad")
@Label("Table load")
@Description("Rows of a table, from the first to the last")
@Category("Seedplan")
@StackTrace(false)
final class TableLoadEvent extends Event {

    @Label("Table")
    String table = "";

    @Label("Rows")
    long rows;
}
