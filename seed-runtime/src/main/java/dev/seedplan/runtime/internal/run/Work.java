package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.ledger.Decision;
import dev.seedplan.runtime.internal.ledger.LedgerError;
import dev.seedplan.runtime.internal.ledger.RecordedRun;
import dev.seedplan.runtime.internal.ledger.RunContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a run has to write, in view of what earlier runs of the plan wrote. */
final class Work {

    private final Bookkeeping books;
    private final Layout layout;
    private final Decision decision;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Work(Bookkeeping books, Layout layout, Decision decision) {
        this.books = books;
        this.layout = layout;
        this.decision = decision;
    }

    /**
     * {@return what is to be done}
     *
     * @throws dev.seedplan.runtime.SeedException if it must not be
     */
    static Work of(Bookkeeping books, Layout layout, RunContract contract, RunOptions options) {
        Work work = new Work(books, layout, Decision.of(books.earlier(), contract));
        RecordedRun run = work.decision.run();
        switch (work.decision.kind()) {
            case DONE -> {
                RecordedRun done = Objects.requireNonNull(run);
                work.notes.add("already seeded by run " + done.id() + "; nothing was written");
                for (String found : Decision.changedFinds(done.run().contract(), contract)) {
                    work.notes.add("the rows of " + found + ", which the plan takes parents from, have changed since");
                }
            }
            case FRESH -> work.add(options, step -> 0L);
            case RESUME -> {
                RecordedRun unfinished = Objects.requireNonNull(run);
                work.notes.add("goes on with run " + unfinished.id() + ", which was not finished");
                work.add(options, step -> Bookkeeping.end(List.of(unfinished), step));
            }
            case UNFINISHED ->
                throw LedgerError.UNFINISHED.because(
                        "run " + Objects.requireNonNull(run).id() + " of the plan is unfinished and has left "
                                + run.rows() + " rows, and the plan is another now");
            case CHANGED ->
                throw LedgerError.CHANGED.because(
                        "run " + Objects.requireNonNull(run).id() + " wrote the rows of another version of the plan");
            default -> throw new IllegalStateException(work.decision.toString());
        }
        return work;
    }

    private interface Start {

        long of(StepLayout step);
    }

    /** Adds what each step has beyond a row, in parts of {@code --commit-every}. */
    private void add(RunOptions options, Start start) {
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

    /** Records that it begins, and gives the rows their keys. */
    void begin(Connection connection, RunContract contract, RunOptions options) throws SQLException {
        RecordedRun run = decision.run();
        if (decision.kind() == Decision.Kind.RESUME && run != null) {
            books.resume(run, layout);
        } else {
            books.begin(connection, layout, contract, options);
        }
    }
}
