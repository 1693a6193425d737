package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.ledger.Decision;
import dev.seedplan.runtime.internal.ledger.KeyBlock;
import dev.seedplan.runtime.internal.ledger.LedgerError;
import dev.seedplan.runtime.internal.ledger.RecordedRun;
import dev.seedplan.runtime.internal.ledger.RunContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a run has to write, in view of what earlier runs of the plan wrote. */
final class Work {

    private final Bookkeeping books;
    private final Layout layout;
    private final RunContract contract;
    private final RunOptions options;
    private final Decision decision;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<RecordedRun> replaced = new ArrayList<>();
    private @Nullable Addition addition;

    private Work(Bookkeeping books, Layout layout, RunContract contract, RunOptions options) {
        this.books = books;
        this.layout = layout;
        this.contract = contract;
        this.options = options;
        decision = Decision.of(books.earlier(), contract);
    }

    /**
     * {@return what is to be done}
     *
     * @throws dev.seedplan.runtime.SeedException if it must not be
     */
    static Work of(Bookkeeping books, Layout layout, PlanContract contract, StoredRows stored, RunOptions options)
            throws SQLException {
        Work work = new Work(books, layout, contract.whole(), options);
        RecordedRun run = work.decision.run();
        switch (work.decision.kind()) {
            case FRESH -> work.add(step -> 0L);
            case DONE -> work.nothing(Objects.requireNonNull(run));
            case RESUME -> work.resume(Objects.requireNonNull(run));
            case UNFINISHED -> work.unfinished(Objects.requireNonNull(run));
            case CHANGED -> work.changed(Objects.requireNonNull(run), contract, stored);
            default -> throw new IllegalStateException(work.decision.toString());
        }
        return work;
    }

    private void nothing(RecordedRun done) throws SQLException {
        notes.add("already seeded by run " + done.id() + "; nothing was written");
        for (String found : Decision.changedFinds(done.run().contract(), contract)) {
            notes.add("the rows of " + found + ", which the plan takes parents from, have changed since");
        }
        notes.addAll(books.losses(done));
    }

    private void resume(RecordedRun unfinished) {
        notes.add("goes on with run " + unfinished.id() + ", which was not finished; of "
                + layout.tables().stream().mapToLong(t -> t.size()).sum() + " rows it had written "
                + unfinished.rows());
        add(step -> Bookkeeping.end(List.of(unfinished), step));
    }

    private void unfinished(RecordedRun run) {
        if (options.keeping().onChange() != OnChange.REPLACE) {
            throw LedgerError.UNFINISHED.because("run " + run.id() + " of the plan is unfinished and has left "
                    + run.rows() + " rows, and the plan is another now");
        }
        replace();
    }

    private void changed(RecordedRun run, PlanContract plan, StoredRows stored) throws SQLException {
        RunContract now = plan.of(step -> PlanContract.rows(run.run().contract(), step));
        Difference difference = Difference.between(run.run().contract(), now, contract);
        switch (options.keeping().onChange()) {
            case REFUSE ->
                throw LedgerError.CHANGED.because("run " + run.id() + " wrote the rows of another version of the plan: "
                        + difference.text(stored.compare(layout, run, difference)));
            case REPLACE -> replace();
            case ADD -> {
                addition = Addition.of(layout, run, now);
                add(step -> PlanContract.rows(run.run().contract(), step));
                notes.add("adds to run " + run.id() + ": " + difference.text(List.of())
                        + "; what is there stays as it is");
            }
            default -> throw new IllegalStateException(options.toString());
        }
    }

    private void replace() {
        replaced.addAll(books.earlier());
        replaced.forEach(r -> notes.add("takes back the " + r.rows() + " rows of run " + r.id()));
        add(step -> 0L);
    }

    private interface Start {

        long of(StepLayout step);
    }

    /** Adds what each step has beyond a row, in parts of {@code --commit-every}. */
    private void add(Start start) {
        long most = options.keeping().atomic() || options.keeping().commitEvery() == 0
                ? Long.MAX_VALUE
                : options.keeping().commitEvery();
        for (StepLayout step : layout.steps()) {
            long from = Math.min(start.of(step), step.count());
            while (from < step.count()) {
                long to = from + Math.min(most, step.count() - from);
                parts.add(new Part(step, from, to));
                from = to;
            }
        }
    }

    /** {@return whether all rows are there, so that nothing is to be done} */
    boolean isEmpty() {
        return decision.kind() == Decision.Kind.DONE;
    }

    /** {@return whether it goes on with what an earlier run has begun} */
    boolean isResumed() {
        return decision.kind() == Decision.Kind.RESUME;
    }

    /** {@return the rows to write, in order} */
    List<Part> parts() {
        return parts;
    }

    /** {@return what the user should know of it} */
    List<String> notes() {
        return notes;
    }

    /** Records that it begins, in transactions that end here, and gives the rows their keys. */
    void begin(Connection connection) throws SQLException {
        RecordedRun run = decision.run();
        if (decision.kind() == Decision.Kind.RESUME && run != null) {
            books.resume(run, layout);
        } else {
            List<KeyBlock> blocks =
                    addition == null ? KeyBlocks.take(connection, layout) : addition.blocks(connection, layout);
            books.begin(contract, options, blocks, layout);
            connection.commit();
        }
    }

    /** Takes back what is replaced, in the transaction of the first rows. */
    void clear() throws SQLException {
        for (int i = replaced.size() - 1; i >= 0; i--) {
            books.takeBack(replaced.get(i));
        }
    }
}
