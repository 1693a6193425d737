package dev.seedplan.dict;

import dev.seedplan.Cell;
import dev.seedplan.LocalizedText;
import dev.seedplan.UniqueGen;
import dev.seedplan.Values;
import dev.seedplan.dict.Catalogue.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes docs/values.md. */
final class ValuesPage {

    private static final int LONGEST = 70;

    private ValuesPage() {}

    static List<String> lines(List<Entry> entries) {
        List<String> lines = new ArrayList<>(List.of(
                "# The catalogue of values",
                "",
                "For `import static dev.seedplan.Values.*;`. Each is a source without state: the same seed, table, column and row give"
                        + " the same value. Examples are of seed 2026 at `2026-01-01T00:00:00Z`, in the first row. Ranges include both ends"
                        + " unless said otherwise.",
                "",
                "* **L**: in the language of the plan, or of `.in(\"de\")`: `en`, `de`, `fr`, `es`. Where a language has no words of its"
                        + " own, the English ones stand in.",
                "* **U**: has `.unique()`, which gives no value twice in a column of one run and uses the whole domain.",
                "",
                "A test makes this page: `-Dgolden.update=true` writes it again."));
        String group = "";
        for (Entry entry : entries) {
            if (!entry.group().equals(group)) {
                group = entry.group();
                lines.addAll(List.of("", "## " + group, "", "| value | gives | | example |", "|---|---|---|---|"));
            }
            lines.add("| `" + entry.call() + "` | " + entry.gives() + " | " + marks(entry) + " | " + example(entry)
                    + " |");
        }
        lines.addAll(List.of(
                "",
                "## Functions on text",
                "",
                "Plain functions for text that a plan already has.",
                "",
                "| function | gives |",
                "|---|---|",
                "| `slugify(text)` | letters and digits in lower case with hyphens between words; never empty |",
                "| `titleCase(text)` | each word's first letter in upper case |",
                "| `truncate(text, length)` | at most that many characters, the last one an ellipsis where something was left out |",
                "| `readMinutes(text)` | how long it takes to read at 238 words a minute, at least 1 |"));
        return lines;
    }

    /** What the type that a plan's author sees has to offer; the object itself may have more. */
    private static String marks(Entry entry) {
        if (entry.call().contains(").")) {
            return "";
        }
        String name = entry.call().replaceFirst("\\(.*", "");
        Class<?> type = Arrays.stream(Values.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getReturnType();
        return (LocalizedText.class.isAssignableFrom(type) ? "L" : "")
                + (UniqueGen.class.isAssignableFrom(type) ? "U" : "");
    }

    private static String example(Entry entry) {
        Cell cell = RealCells.in("en", entry.call());
        String value = CatalogueTest.print(entry.gen().valueAt(cell))
                .replace("\n", "⏎")
                .replace("|", "\\|");
        String cut = value.length() > LONGEST ? value.substring(0, LONGEST - 1) + "…" : value;
        return "`" + cut + "`";
    }
}
