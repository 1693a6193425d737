package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.schema.QName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a pass has done so far, which is kept with a savepoint to go back to. */
final class PassState {

    private final Map<QName, ParentRows> parents = new HashMap<>();
    private final Map<String, FillSummary.LeftOut> leftOut = new TreeMap<>();
    private final Map<FillTable, Sent> sent = new LinkedHashMap<>();
    private final Map<QName, TableRows> planned = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * How a table was loaded.
     *
     * @param way see {@link FillSummary.Filled#how}
     * @param rows how many the server took
     */
    record Sent(String way, long rows) {}

    PassState copy() {
        PassState copy = new PassState();
        copy.parents.putAll(parents);
        copy.leftOut.putAll(leftOut);
        copy.sent.putAll(sent);
        copy.planned.putAll(planned);
        copy.notes.addAll(notes);
        return copy;
    }

    /** {@return the rows that foreign keys may point at, by table} */
    Map<QName, ParentRows> parents() {
        return parents;
    }

    Map<String, FillSummary.LeftOut> leftOut() {
        return leftOut;
    }

    /** {@return the tables that were loaded, in that order} */
    Map<FillTable, Sent> sent() {
        return sent;
    }

    /** {@return a table's rows as they were planned last; null if it was left out before that} */
    @Nullable
    TableRows planned(QName table) {
        return planned.get(table);
    }

    void planned(TableRows rows) {
        planned.put(rows.table().name(), rows);
    }

    List<String> notes() {
        return notes;
    }
}
