package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.ErrorCode;
import dev.seedplan.schema.ErrorText;

/** What can be wrong with a database that is to be read. */
public enum IntrospectionError implements ErrorCode {
    /** A schema that was asked for does not exist. */
    NO_SUCH_SCHEMA("SEED-1101", 2, "A schema that was asked for does not exist", "correct --schema, or leave it out");

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts and a number.
    private final ErrorText text;

    IntrospectionError(String code, int exitCode, String summary, String remedy) {
        this.text = new ErrorText(code, exitCode, summary, remedy);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}
