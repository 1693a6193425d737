package dev.seedplan.cli.shell;

/** Descriptions as they stand in the commands, made plain. */
final class Words {

    private Words() {}

    /** {@return a description as one line} */
    static String of(String... description) {
        return String.join(" ", description)
                .replace("%%", "%")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** {@return its first sentence, without what stands behind a semicolon or in brackets} */
    static String first(String... description) {
        return of(description).replaceAll("(?s)(; | \\(|\\. |\\.$).*", "");
    }
}
