package dev.seedplan.runtime.internal.ledger;

import java.sql.Connection;
import java.util.List;

/** A ledger that is off. */
final class NoLedger implements Ledger {

    static final NoLedger INSTANCE = new NoLedger();

    private NoLedger() {}

    @Override
    public Ledger over(Connection other) {
        return this;
    }

    @Override
    public boolean records() {
        return false;
    }

    @Override
    public List<RecordedRun> runs(String name) {
        return List.of();
    }

    @Override
    public long plan(NewRun run, List<KeyBlock> blocks) {
        return 0;
    }

    @Override
    public WrittenStep written(long run, WrittenStep step) {
        return step;
    }

    @Override
    public void done(long run) {
        // off
    }

    @Override
    public void giveUp(long run) {
        // off
    }

    @Override
    public void takeBack(RecordedRun run) {
        // off
    }
}
