package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.engine.Worker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Several connections that load tables at the same time, the largest first. */
final class Jobs {

    private final Layout layout;
    private final Crew crew;
    private final List<Unit> units;
    private final Map<TableLayout, Long> calls = new HashMap<>();
    private @Nullable Throwable failure;

    /** What the jobs share with the run they belong to. */
    interface Crew {

        /** {@return how many connections} */
        int size();

        /** {@return a connection that may load; the job gives it back} */
        Connection enlist() throws SQLException;

        /** Takes a connection back. */
        void dismiss(Connection connection);

        /** Writes a part in the connection's open transaction, all but the commit, and says when it could be committed. */
        void write(Connection connection, Unit unit, Part part, Worker worker, Turn turn) throws SQLException;
    }

    /** Waits until the rows that a unit's rows refer to are committed. */
    interface Turn {

        /** Waits. */
        void await() throws SQLException;
    }

    Jobs(Layout layout, Crew crew, List<Unit> units) {
        this.layout = layout;
        this.crew = crew;
        this.units = units;
    }

    /** {@return why the tables of a plan cannot be loaded at the same time; empty where they can} */
    static Optional<String> hindrance(Layout layout, RunOptions options) {
        if (options.failing().mayLeaveOut()) {
            return Optional.of("rows may be left out, so that those that refer to them have to wait");
        }
        boolean scripts = layout.program().spec().steps().stream()
                .anyMatch(s -> !s.sqlBefore().isEmpty() || !s.sqlAfter().isEmpty());
        if (scripts) {
            return Optional.of("the plan runs SQL between the tables");
        }
        List<StepLayout> steps = layout.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).count() > 0 && Unit.refersForwards(steps.get(i), steps.subList(i + 1, steps.size()))) {
                return Optional.of("rows of " + steps.get(i).table().table().id() + " refer to rows that come later");
            }
        }
        return Optional.empty();
    }

    /** Does all units; when one fails, the others are undone as far as they are not committed. */
    void run() throws SQLException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(crew.size(), units.size()); i++) {
            Thread thread = new Thread(this::work, "seedplan-job-" + (i + 1));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            join(thread);
        }
        if (failure instanceof SQLException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                fail(new IllegalStateException("interrupted", e));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@return how often row methods were called, by table} */
    Map<TableLayout, Long> calls() {
        return calls;
    }

    private void work() {
        Unit unit = next();
        if (unit == null) {
            return;
        }
        try {
            Connection connection = crew.enlist();
            try {
                Worker worker = layout.worker();
                for (; unit != null; unit = next()) {
                    long before = worker.calls();
                    for (Part part : unit.parts()) {
                        Unit own = unit;
                        crew.write(connection, unit, part, worker, () -> await(own));
                    }
                    finish(unit, worker.calls() - before);
                }
            } finally {
                crew.dismiss(connection);
            }
        } catch (SQLException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private synchronized void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        } else if (failure != e && !(e instanceof Abandoned)) {
            failure.addSuppressed(e);
        }
        notifyAll();
    }

    /** {@return whether some job has failed, so that the others need not go on} */
    synchronized boolean hasFailed() {
        return failure != null;
    }

    private synchronized void finish(Unit unit, long made) {
        unit.finish();
        calls.merge(unit.step().table(), made, Long::sum);
        notifyAll();
    }

    private synchronized @Nullable Unit next() {
        try {
            while (failure == null && !units.stream().allMatch(Unit::isBegun)) {
                Optional<Unit> heaviest =
                        units.stream().filter(Unit::mayBegin).max(Comparator.comparingLong(Unit::weight));
                if (heaviest.isPresent()) {
                    heaviest.get().begin();
                    return heaviest.get();
                }
                wait();
            }
        } catch (InterruptedException e) {
            interrupted(e);
        }
        return null;
    }

    private synchronized void await(Unit unit) {
        try {
            while (failure == null && !unit.mayCommit()) {
                wait();
            }
        } catch (InterruptedException e) {
            interrupted(e);
        }
        if (failure != null) {
            throw new Abandoned();
        }
    }

    private void interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        fail(new IllegalStateException("interrupted", e));
    }

    /** Ends a job whose rows are not wanted any more because another has failed. */
    static final class Abandoned extends RuntimeException {

        private static final long serialVersionUID = 1;

        Abandoned() {
            super("another connection of the run has failed", null, false, false);
        }
    }
}
