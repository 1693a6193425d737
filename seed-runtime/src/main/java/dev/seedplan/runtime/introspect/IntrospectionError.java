package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.ErrorCode;

/** What can be wrong with a database that is to be read. */
public enum IntrospectionError implements ErrorCode {
    /** A schema that was asked for does not exist. */
    NO_SUCH_SCHEMA("SEED-1101", "A schema that was asked for does not exist", "correct --schema, or leave it out");

    private final String code;
    private final String summary;
    private final String remedy;

    IntrospectionError(String code, String summary, String remedy) {
        this.code = code;
        this.summary = summary;
        this.remedy = remedy;
    }

    /** {@return the exit code it leads to: what was asked for is wrong} */
    public int exitCode() {
        return 2;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
