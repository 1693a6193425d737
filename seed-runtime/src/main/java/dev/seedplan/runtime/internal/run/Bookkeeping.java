package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.database.KeyRange;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.Numbers;
import dev.seedplan.runtime.internal.engine.Size;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.ledger.KeyBlock;
import dev.seedplan.runtime.internal.ledger.Ledger;
import dev.seedplan.runtime.internal.ledger.NewRun;
import dev.seedplan.runtime.internal.ledger.OwnRows;
import dev.seedplan.runtime.internal.ledger.RecordedRun;
import dev.seedplan.runtime.internal.ledger.RunContract;
import dev.seedplan.runtime.internal.ledger.RunRows;
import dev.seedplan.runtime.internal.ledger.WrittenStep;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.schema.QName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A plan's run in the ledger: what earlier runs wrote, what is left to write, and the record of it. */
final class Bookkeeping {

    private static final QName NO_TABLE = new QName("", "");

    private final Ledger ledger;
    private final PlanSpec plan;
    private final Connection connection;
    private final List<RecordedRun> earlier = new ArrayList<>();
    /** Runs none of whose rows is left: the tables were emptied or made anew. */
    private final List<RecordedRun> gone = new ArrayList<>();

    private final List<WrittenStep> written = new ArrayList<>();
    private final List<WrittenStep> own = new ArrayList<>();
    private long run;

    /** Looks at what is recorded of a plan. */
    Bookkeeping(Ledger ledger, Connection connection, PlanSpec plan) throws SQLException {
        this.ledger = ledger;
        this.plan = plan;
        for (RecordedRun each : ledger.runs(plan.plan())) {
            RunRows rows = new RunRows(connection, each);
            if (each.hasRows() && rows.allAreGone()) {
                gone.add(each);
            } else {
                earlier.add(each);
                written.addAll(each.steps());
            }
        }
        this.connection = connection;
    }

    /** {@return sentences about rows of a run that are not as it wrote them} */
    List<String> losses(RecordedRun done) throws SQLException {
        return new RunRows(connection, done).losses();
    }

    /**
     * Takes back the rows of a run, in the open transaction.
     *
     * @throws dev.seedplan.runtime.SeedException if some have to stay
     */
    void takeBack(RecordedRun old) throws SQLException {
        ledger.takeBack(old);
    }

    /** {@return whether anything is recorded} */
    boolean records() {
        return ledger.records();
    }

    /** {@return the runs of the plan whose rows are there, oldest first} */
    List<RecordedRun> earlier() {
        return earlier;
    }

    /** {@return the condition for rows of a table that runs of the plan wrote, this one included} */
    String ours(QName table, String alias) {
        if (plan.steps().stream().noneMatch(s -> s.table().equals(table.toString()))) {
            return "false";
        }
        return OwnRows.of(table, written).untouched(alias) + " or " + alias
                + ".xmin = (txid_current_if_assigned() % 4294967296)::text::xid";
    }

    /** Plans a new run with given keys, in a transaction that ends here. */
    void begin(RunContract contract, RunOptions options, List<KeyBlock> blocks, Layout layout) throws SQLException {
        NewRun planned = new NewRun(
                plan.plan(),
                plan.version(),
                contract,
                Execution.seed(plan, options),
                size(options),
                options.keeping().atomic());
        // What is left of earlier attempts will never be gone on with.
        for (RecordedRun old : earlier) {
            if (old.state() == RecordedRun.State.PLANNED && !old.hasRows()) {
                ledger.giveUp(old.id());
            }
        }
        for (RecordedRun old : gone) {
            ledger.giveUp(old.id());
        }
        run = ledger.plan(planned, blocks);
        KeyBlocks.give(blocks, layout);
    }

    /** Goes on with an unfinished run. */
    void resume(RecordedRun unfinished, Layout layout) {
        run = unfinished.id();
        own.addAll(unfinished.steps());
        KeyBlocks.give(unfinished.blocks(), layout);
    }

    /** What was asked for instead of the plan's numbers, in the words of the flags. */
    private static String size(RunOptions options) {
        Numbers numbers = options.numbers();
        StringJoiner text = new StringJoiner(" ");
        if (numbers.size() != Size.MEDIUM) {
            text.add("--size " + numbers.size().text());
        }
        if (numbers.scale() != 1) {
            text.add("--scale " + numbers.scale());
        }
        if (numbers.each() != null) {
            text.add("--default-rows " + numbers.each());
        }
        numbers.rows().forEach((table, rows) -> text.add("--rows " + table + "=" + rows));
        return text.toString();
    }

    /** Records rows, in their transaction. */
    void written(StepLayout step, long from, long to, long hash) throws SQLException {
        written(connection, step, from, to, hash);
    }

    /** Records rows, in the transaction of another connection; may be called by several threads. */
    void written(Connection by, StepLayout step, long from, long to, long hash) throws SQLException {
        TableSpec table = step.table().table();
        QName name = KeyBlocks.name(step.table());
        int column = keyColumn(step);
        WrittenStep record = WrittenStep.of(
                step.spec().method(),
                name,
                from,
                to - from,
                column < 0 ? null : table.columns().get(column).name(),
                column < 0 ? List.of() : keys(step, column, from, to),
                hash);
        add(ledger.over(by).written(run, record));
    }

    /** {@return the run's number} */
    long run() {
        return run;
    }

    /** Records that rows of a table were changed, in the transaction that did it. */
    void changed(String what, QName table) throws SQLException {
        add(ledger.written(run, WrittenStep.changed(what, table)));
    }

    private synchronized void add(WrittenStep step) {
        written.add(step);
        own.add(step);
    }

    /** {@return the rows of a table that this run has written so far} */
    OwnRows own(QName table) {
        return OwnRows.of(table, own);
    }

    /** Records that a script has run, in its transaction. */
    void script(String name) throws SQLException {
        changed(name, NO_TABLE);
    }

    /** {@return whether this run has recorded a script} */
    boolean hasRun(String script) {
        return own.stream().anyMatch(s -> s.table().equals(NO_TABLE) && s.step().equals(script));
    }

    /** Records the end of the run, in the transaction of its last rows. */
    void done() throws SQLException {
        ledger.done(run);
    }

    private static int keyColumn(StepLayout step) {
        TableSpec table = step.table().table();
        int found = -1;
        for (int i = 0; i < table.columns().size(); i++) {
            if (step.isKey(i)
                    && (found < 0
                            || table.primaryKey()
                                    .contains(table.columns().get(i).name()))) {
                found = i;
            }
        }
        return found;
    }

    private static List<KeyRange> keys(StepLayout step, int column, long from, long to) {
        return KeyRange.slice(KeyBlocks.list(step.table().keys(column)), step.base() + from, to - from);
    }

    /** {@return the row after the last that some runs have recorded of a step} */
    static long end(List<RecordedRun> runs, StepLayout step) {
        return runs.stream()
                .flatMap(r -> r.steps().stream())
                .filter(s -> s.table().equals(KeyBlocks.name(step.table())))
                .filter(s -> s.step().equals(step.spec().method()))
                .mapToLong(WrittenStep::end)
                .max()
                .orElse(0);
    }
}
