package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.connect.Interruption;

/** A progress that ends the run after a signal: rows are computed here, where no cancelled statement is noticed. */
record Stoppable(Progress shown, Interruption interruption) implements Progress {

    @Override
    public void at(State state) {
        if (interruption.isRequested()) {
            throw RunError.INTERRUPTED.because("stopped by a signal");
        }
        shown.at(state);
    }

    @Override
    public void note(String sentence) {
        shown.note(sentence);
    }
}
