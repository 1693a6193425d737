package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.internal.refusal.Refusal;
import dev.seedplan.schema.ErrorText;

/** What can go wrong between the flags and the commit. */
public enum RunError implements Refusal {
    NOT_PROCESSED(
            "4001",
            SeedException.USAGE,
            "a plan has no generated program",
            "put seed-processor into <annotationProcessorPaths> of maven-compiler-plugin (from JDK 23 on a processor that "
                    + "is only on the class path does not run) and compile again."),
    NOT_A_PLAN("4002", SeedException.USAGE, "a class is no seed plan", "annotate it with @SeedPlan."),
    BAD_USAGE("4003", SeedException.USAGE, "a flag or its value is not understood", "--help lists the flags."),
    NO_DATABASE(
            "4004",
            SeedException.USAGE,
            "no database is named",
            "say --url postgresql://user@host/database, or set SEEDPLAN_URL, or write url: into seedplan.yaml."),
    BAD_CONFIG("4005", SeedException.USAGE, "seedplan.yaml is not understood", "mend or remove the file."),
    DRIFT(
            "4201",
            SeedException.DRIFT,
            "the database differs from the snapshot the plan was compiled against",
            "migrate the database, or run \"seedplan snapshot\" and compile the plan again."),
    NOT_EMPTY(
            "4202",
            SeedException.REFUSED,
            "a table to be filled holds rows",
            "do without --no-ledger, empty it, use another database, or leave the table out with @Rows(0)."),
    REFUSED_ROW("4203", SeedException.FAILED, "the server refuses a row", "mend the values in the row method."),
    SWALLOWED(
            "4204",
            SeedException.REFUSED,
            "a trigger swallows rows or changes their keys",
            "rows that refer to them would be wrong; disable the trigger for the load, or leave the table out with @Rows(0)."),
    ROW_SECURITY(
            "4205",
            SeedException.REFUSED,
            "row level security forbids COPY",
            "connect as the table's owner or a role with BYPASSRLS."),
    SERVER_FAILED("4206", SeedException.FAILED, "the server reports an error", "see the server's message."),
    COMMIT_UNKNOWN(
            "4207",
            SeedException.UNKNOWN_OUTCOME,
            "the connection was lost in COMMIT",
            "run it again: the ledger knows whether the rows are there (without one, look)."),
    PLAN_FAILED("4208", SeedException.FAILED, "the plan cannot be computed", "mend the plan."),
    UNFILLABLE(
            "4210",
            SeedException.REFUSED,
            "a table cannot be filled",
            "see the reason; without --strict the other tables are filled."),
    SCRIPT_MISSING(
            "4209", SeedException.REFUSED, "a SQL script is not on the class path", "put it among the resources."),
    SNAPSHOT_EDITED(
            "4212",
            SeedException.DRIFT,
            "the snapshot's file has changed since the plan was compiled",
            "take a snapshot with \"seedplan snapshot\", which also changes @SeedSchema, and compile again; or restore the file."),
    MADE_UP(
            "4211",
            SeedException.REFUSED,
            "values would be made up, which --strict refuses",
            "set the columns in their row methods, or leave --strict out."),
    NOT_LOCKED(
            "4221",
            SeedException.LOCKED,
            "a table cannot be locked in time",
            "run it when the database is less busy, or with --load inplace, which needs no such locks."),
    TOO_MANY_REJECTS(
            "4230",
            SeedException.FAILED,
            "the server refuses more rows than may be left out",
            "mend the values in the row method, or raise --max-rejects."),
    NO_REJECTS_FILE(
            "4231",
            SeedException.FAILED,
            "the file of refused rows cannot be written",
            "name another with --rejects; nothing was written into the database."),
    NO_REPORT(
            "4233",
            SeedException.FAILED,
            "the report cannot be written",
            "name another file with --report; the run itself is done."),
    INTERRUPTED(
            "4232",
            SeedException.FAILED,
            "the run was interrupted",
            "run it again: nothing was left behind but the record of its keys."),
    UNRESTORED(
            "4222",
            SeedException.STOPPED,
            "foreign keys that a run over several connections has dropped are missing",
            "run it again without --dry-run, or \"seedplan repair\"; where rows break a key, take them back with "
                    + "\"seedplan rollback\"."),
    INTERNAL("9002", SeedException.FAILED, "an internal error", "please report it, with the output of --debug.");

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts and a number.
    private final ErrorText text;

    RunError(String number, int exitCode, String summary, String remedy) {
        this.text = new ErrorText("SEED-" + number, exitCode, summary, remedy);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}
