package dev.seedplan.runtime.guard;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.schema.ErrorCode;
import dev.seedplan.schema.ErrorText;

/** What the guard refuses (SEED-46xx). */
public enum GuardError implements ErrorCode {
    /** Nobody has agreed to write into a production database. */
    NOT_AGREED(
            "4601",
            SeedException.REFUSED,
            "the database counts as production, and nobody has agreed to this run",
            "type its name when asked on a terminal, or say --env production --confirm with the database's name; which "
                    + "databases count as production is said in seedplan.yaml, under environments."),
    /** Rows others may count on would be taken away. */
    SHARED(
            "4602",
            SeedException.REFUSED,
            "the database counts as shared, and rows in it would be taken away",
            "say --env with its environment to show that it is known, or type its name when asked on a terminal."),
    /** Everything would be taken away from a database that is not to be thrown away. */
    NOT_THROW_AWAY(
            "4603",
            SeedException.REFUSED,
            "the database is not one to be thrown away",
            "only development and test databases are emptied; take runs back with \"seedplan rollback\"."),
    /** The database that was confirmed is not the one that is connected. */
    OTHER_DATABASE(
            "4604",
            SeedException.REFUSED,
            "another database was confirmed than the one that is connected",
            "correct --confirm or --url."),
    /** The part of seedplan.yaml about environments is not understood. */
    BAD_RULES(
            "4605",
            SeedException.USAGE,
            "the environments in seedplan.yaml are not understood",
            "mend them: docs/environments.md shows what may stand there."),
    /** What was declared is no environment. */
    NO_ENVIRONMENT("4606", SeedException.USAGE, "there is no such environment", "correct the name.");

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts and a number.
    private final ErrorText text;

    GuardError(String number, int exitCode, String summary, String remedy) {
        text = new ErrorText("SEED-" + number, exitCode, summary, remedy);
    }

    @Override
    public ErrorText text() {
        return text;
    }

    SeedException because(String what) {
        return new SeedException(code(), exitCode(), message(what));
    }
}
