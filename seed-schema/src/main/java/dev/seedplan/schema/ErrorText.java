package dev.seedplan.schema;

/**
 * What a catalogue says about one error.
 *
 * @param code the code, for example {@code SEED-1001}
 * @param exitCode the exit code of what ends with it
 * @param summary what is wrong, in one sentence without the particulars of a case
 * @param remedy what to do about it, in one or two sentences
 */
public record ErrorText(String code, int exitCode, String summary, String remedy) {

    /** {@return the text of an error that a compiler shows: javac and Maven end with 1} */
    public static ErrorText ofCompiler(String code, String summary, String remedy) {
        return new ErrorText(code, 1, summary, remedy);
    }
}
