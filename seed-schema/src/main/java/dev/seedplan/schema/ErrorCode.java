package dev.seedplan.schema;

/**
 * A stable error code with what the catalogue of errors says about it.
 *
 * <p>Each module lists its codes in an enum that implements this interface; {@code docs/errors.md} is generated from
 * those enums. A code never changes its meaning and is never given out twice.
 */
public interface ErrorCode {

    /** {@return what the catalogue says about it} */
    ErrorText text();

    /** {@return the code, for example {@code SEED-1001}} */
    default String code() {
        return text().code();
    }

    /** {@return the exit code of what ends with it} */
    default int exitCode() {
        return text().exitCode();
    }

    /** {@return what is wrong, in one sentence without the particulars of a case} */
    default String summary() {
        return text().summary();
    }

    /** {@return what to do about it, in one or two sentences} */
    default String remedy() {
        return text().remedy();
    }

    /**
     * {@return the message of one case: the code in brackets, what is wrong, and the remedy}
     *
     * @param what what is wrong in this case and why, in the database's words, without a full stop
     */
    default String message(String what) {
        return "[" + code() + "] " + what + "; " + remedy() + (remedy().endsWith(".") ? "" : ".");
    }
}
