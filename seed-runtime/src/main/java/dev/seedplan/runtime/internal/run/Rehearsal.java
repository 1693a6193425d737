package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import java.util.List;

/** What a dry run says of the tables. */
final class Rehearsal {

    private Rehearsal() {}

    static List<Summary.TableSummary> tables(Layout layout) {
        return layout.tables().stream().map(Rehearsal::table).toList();
    }

    private static Summary.TableSummary table(TableLayout table) {
        return new Summary.TableSummary(table.table().id(), table.size(), 0, table.sampledCallsPerRow());
    }
}
