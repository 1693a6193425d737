package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.TablePreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tables for people: the summary of a run, and previews. */
public final class TextTable {

    private static final int WIDEST_CELL = 40;

    private TextTable() {}

    static String summary(Summary summary) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("table", "asked", summary.dryRun() ? "would hold" : "holds now", "calls/row"));
        for (Summary.TableSummary table : summary.tables()) {
            lines.add(List.of(
                    table.table(),
                    String.format(Locale.ROOT, "%,d", table.asked()),
                    String.format(Locale.ROOT, "%,d", summary.dryRun() ? table.asked() : table.written()),
                    String.format(Locale.ROOT, "%.1f", table.callsPerRow())));
        }
        long rows = summary.tables().stream()
                .mapToLong(t -> summary.dryRun() ? t.asked() : t.written())
                .sum();
        StringBuilder text = new StringBuilder(render(lines, 1, Integer.MAX_VALUE));
        summary.leftOut()
                .forEach(l -> text.append(
                        String.format(Locale.ROOT, "left out: %,d rows of %s: %s%n", l.rows(), l.table(), l.reason())));
        summary.notes().forEach(note -> text.append(note).append('\n'));
        text.append(String.format(
                Locale.ROOT,
                "%s %s: %,d rows in %d %s, seed %d, %.1f s%n",
                summary.dryRun() ? "Dry run of" : "Filled by",
                summary.plan().substring(summary.plan().lastIndexOf('.') + 1),
                rows,
                summary.tables().size(),
                summary.tables().size() == 1 ? "table" : "tables",
                summary.seed(),
                summary.took().toMillis() / 1000.0));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** {@return rows of a table; a star marks columns whose values are made up} */
    public static String rows(TablePreview table) {
        StringBuilder text = new StringBuilder(table.table());
        if (!table.madeUp().isEmpty()) {
            text.append("  (*: the plan does not set it, so its values are made up)");
        }
        text.append('\n');
        if (table.rows().isEmpty()) {
            return text.append(table.note().isEmpty() ? "  (no rows)" : "  (" + table.note() + ")")
                    .append("\n\n")
                    .toString();
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream()
                .map(column -> table.madeUp().contains(column) ? column + "*" : column)
                .toList());
        for (List<@Nullable String> row : table.rows()) {
            List<String> line = new ArrayList<>();
            row.forEach(value -> line.add(cell(value == null ? "NULL" : value)));
            lines.add(line);
        }
        return text.append(render(lines, 1, 0)).append('\n').toString();
    }

    private static String cell(String value) {
        String line = value.replace("\n", "\\n").replace("\t", "\\t");
        return line.length() <= WIDEST_CELL ? line : line.substring(0, WIDEST_CELL - 1) + "…";
    }

    /**
     * {@return lines in columns, the first one underlined}
     *
     * @param lines of equal length
     * @param firstNumber the first column that is set to the right
     * @param lastNumber the last column that is
     */
    public static String render(List<List<String>> lines, int firstNumber, int lastNumber) {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int l = 0; l < lines.size(); l++) {
            text.append("  ");
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = lines.get(l).get(i);
                String space = " ".repeat(widths[i] - cell.length());
                line.append(i >= firstNumber && i <= lastNumber ? space + cell : cell + space)
                        .append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
            if (l == 0) {
                text.append("  ");
                StringBuilder rule = new StringBuilder();
                for (int width : widths) {
                    rule.append("-".repeat(width)).append("  ");
                }
                text.append(rule.toString().stripTrailing()).append('\n');
            }
        }
        return text.toString();
    }
}
