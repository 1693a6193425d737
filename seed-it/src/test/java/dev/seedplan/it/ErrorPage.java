package dev.seedplan.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes docs/errors.md. */
final class ErrorPage {

    /** By the first two digits of a code, else by the first. */
    private static final Map<String, String> TITLES = Map.of(
            "10", "The snapshot's file",
            "11", "The command seedplan",
            "2", "Plan against snapshot, while it compiles",
            "41", "The way to the database",
            "42", "Running a program: its flags, the database, the rows",
            "43", "What cannot be computed",
            "47", "The embedded PostgreSQL",
            "5", "Content",
            "9", "Faults of Seedplan itself");

    private ErrorPage() {}

    static List<String> lines(List<ErrorEntry> entries) {
        List<String> lines = new ArrayList<>(List.of(
                "# Errors",
                "",
                "Every message reads `[SEED-nnnn] what is wrong, in the database's words; why; what to do.` A code never changes its"
                        + " meaning and is never given out twice.",
                "",
                "The number in the second column is the exit code: 1 failed, nothing left behind (so of the compiler and of Maven, for what"
                        + " is found while compiling); 2 usage; 3 the database differs from the snapshot; 4 locked; 5 refused before writing;"
                        + " 6 finished with rows or tables left out; 7 stopped part way; 8 outcome unknown.",
                "",
                "A test makes this page from the catalogues in the code: `-Dgolden.update=true` writes it again."));
        String title = "";
        for (ErrorEntry entry : entries) {
            String next = title(entry.code());
            if (!next.equals(title)) {
                title = next;
                lines.addAll(List.of(
                        "", "## " + title, "", "| code | exit | what is wrong | what to do |", "|---|---|---|---|"));
            }
            lines.add("| " + entry.code() + " | " + entry.exit() + " | " + cell(entry.summary()) + " | "
                    + cell(entry.remedy()) + " |");
        }
        return lines;
    }

    private static String title(String code) {
        String number = code.substring("SEED-".length());
        String title = TITLES.getOrDefault(number.substring(0, 2), TITLES.get(number.substring(0, 1)));
        return title == null ? TITLES.get("42") : title;
    }

    /** Angle brackets would be taken for HTML. */
    private static String cell(String text) {
        return text.replace("|", "\\|")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("*", "\\*") + ".";
    }
}
