package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.internal.refusal.Refusal;
import dev.seedplan.schema.ErrorText;
import java.sql.SQLException;

/** What the ledger and the lock can refuse (SEED-44xx). */
public enum LedgerError implements Refusal {
    NO_SCHEMA(
            "4401",
            SeedException.REFUSED,
            "the ledger's schema cannot be created",
            "have it made by a role that may (\"seedplan status --ddl\" prints the statements), or say --no-ledger."),
    NEWER(
            "4402",
            SeedException.REFUSED,
            "the ledger was written by a newer Seedplan",
            "use that version, or a newer one."),
    CHANGED(
            "4403",
            SeedException.REFUSED,
            "the plan differs from the run whose rows are there",
            "say --on-change add to write only what is new, --on-change replace to take the old rows back and write anew, or "
                    + "undo the change."),
    CANNOT_ADD(
            "4404",
            SeedException.REFUSED,
            "rows cannot be added to those of the earlier run",
            "say --on-change replace, or undo the change."),
    UNFINISHED(
            "4405",
            SeedException.REFUSED,
            "an unfinished run of another contract has left rows",
            "finish it with the plan as it was, take it back with \"seedplan rollback\", or say --on-change replace."),
    LOCKED(
            "4406",
            SeedException.LOCKED,
            "another seeder works on this database",
            "wait for it (--lock-timeout SECONDS does), or end it with \"seedplan unlock\"."),
    LOCK_LOST(
            "4407",
            SeedException.FAILED,
            "the lock was lost while the run was at work",
            "run it again; what was not committed is undone."),
    POOLED(
            "4408",
            SeedException.REFUSED,
            "a connection pooler gives each transaction another connection of the server",
            "connect to the server itself, or to a pool in session mode."),
    NO_RUN("4409", SeedException.USAGE, "the ledger has no such run", "\"seedplan status\" lists the runs."),
    NO_LEDGER(
            "4410",
            SeedException.REFUSED,
            "the database has no ledger",
            "nothing was ever written here with one, or it has another name: --ledger-schema."),
    RESTORED(
            "4411",
            SeedException.REFUSED,
            "the database was restored from a dump",
            "transaction ids mean nothing now, so that our rows cannot be told from others by them."),
    CANNOT_REPLACE(
            "4413",
            SeedException.REFUSED,
            "rows of the earlier run cannot be taken back",
            "change or delete them yourself, or take the run back with \"seedplan rollback\" first."),
    EXISTING_CHANGED(
            "4414",
            SeedException.REFUSED,
            "rows that the unfinished run took parents from have changed",
            "take its rows back with \"seedplan rollback\", and run again."),
    NO_AUDIT(
            "4415",
            SeedException.REFUSED,
            "the audit file cannot be made",
            "name another with --audit; nothing was deleted."),
    FAILED("4416", SeedException.FAILED, "the server refuses what the ledger asks", "see the server's message.");

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts and a number.
    private final ErrorText text;

    LedgerError(String number, int exitCode, String summary, String remedy) {
        this.text = new ErrorText("SEED-" + number, exitCode, summary, remedy);
    }

    @Override
    public ErrorText text() {
        return text;
    }

    /** {@return the exception for what the server says} */
    static SeedException failed(SQLException e) {
        return FAILED.because(String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; "), e);
    }
}
