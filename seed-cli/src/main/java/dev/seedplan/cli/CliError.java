package dev.seedplan.cli;

import dev.seedplan.schema.ErrorCode;
import dev.seedplan.schema.ErrorText;

/** What can go wrong in a command (SEED-11xx), other than what its parts report themselves. */
public enum CliError implements ErrorCode {
    USAGE(
            "SEED-1102",
            2,
            "The command line is not understood",
            "see \"seedplan --help\" or \"seedplan COMMAND --help\""),
    MIGRATION_FAILED("SEED-1103", 1, "The server refuses a migration", "correct the migration; nothing was written"),
    NO_MIGRATIONS(
            "SEED-1104",
            2,
            "The migrations cannot be read",
            "name the folder that holds the .sql files with --migrations"),
    NO_EMBEDDED_SERVER(
            "SEED-1105",
            1,
            "The embedded PostgreSQL is missing",
            "put seedplan-embedded.jar beside seedplan.jar, or name a server for a scratch database with --scratch-url"),
    EMBEDDED_SERVER_FAILED(
            "SEED-1106",
            1,
            "The embedded PostgreSQL does not start",
            "see the reason given, or name a server for a scratch database with --scratch-url"),
    NO_PLACE_FOR_HASH(
            "SEED-1107",
            1,
            "The package-info.java has no place for the hash",
            "write file and hash of @SeedSchema as string literals, or delete the annotation to have it written anew"),
    CANNOT_WRITE("SEED-1108", 1, "A file cannot be written", "check the path and its permissions"),
    QUERY_REFUSED(
            "SEED-1110",
            1,
            "The server refuses a query of the catalogs",
            "run it again with --debug and report what it says"),
    NO_PLANS(
            "SEED-1111",
            2,
            "There is nothing to look for plans in",
            "compile the project, or name its jar or its folder of classes with --jar"),
    NO_SUCH_PLAN("SEED-1112", 2, "There is no such plan", "\"seedplan plans\" lists those there are"),
    PLAN_NOT_LOADED("SEED-1113", 2, "A plan cannot be loaded", "name the jars that it needs with --jar, too"),
    NO_SNAPSHOT(
            "SEED-1114",
            2,
            "There is no snapshot",
            "write one with \"seedplan snapshot\", or name its file with --snapshot"),
    WOULD_OVERWRITE(
            "SEED-1115", 5, "A file of the new project is there already", "name another folder; nothing was written"),
    NEEDS_YES(
            "SEED-1131", 5, "Nobody can be asked whether to do it", "say --yes, after a look at what --dry-run shows"),
    OWN_FAULT("SEED-9003", 1, "A fault in Seedplan itself", "run it again with --debug and report what it says");

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts and a number.
    private final ErrorText text;

    CliError(String code, int exitCode, String summary, String remedy) {
        this.text = new ErrorText(code, exitCode, summary, remedy);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}
