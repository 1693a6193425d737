package dev.seedplan.schema;

/** The errors about the snapshot's file (SEED-10xx), whoever finds them. */
public enum SchemaError implements ErrorCode {
    /** The file is not a snapshot, or somebody broke it. */
    MALFORMED(
            "SEED-1001",
            "The snapshot cannot be read",
            "the file is written by \"seedplan snapshot\" and not by hand: run the command again, or take the file from version control"),
    /** The file's hash is not the one in {@code @SeedSchema}. */
    EDITED(
            "SEED-1002",
            "The snapshot is not the one its package was made for",
            "run \"seedplan snapshot\" again, which writes the file and the hash together"),
    /** The file's format is newer than this code. */
    TOO_NEW(
            "SEED-1003",
            "The snapshot was written by a newer Seedplan",
            "use the same version of Seedplan in the build as for \"seedplan snapshot\""),
    /** There is no such file. */
    MISSING(
            "SEED-1004",
            "The snapshot is missing",
            "run \"seedplan snapshot\", or correct the file named in @SeedSchema");

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts and a number.
    private final ErrorText text;

    SchemaError(String code, String summary, String remedy) {
        this.text = ErrorText.ofCompiler(code, summary, remedy);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}
