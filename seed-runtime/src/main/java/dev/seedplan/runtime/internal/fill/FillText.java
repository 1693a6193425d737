package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.internal.run.TextTable;
import dev.seedplan.schema.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A fill's summary for people and for programs. */
public final class FillText {

    private FillText() {}

    /** {@return the tables, what was left out and why, and the total} */
    public static String of(FillSummary summary) {
        StringBuilder text = new StringBuilder();
        if (!summary.tables().isEmpty()) {
            List<List<String>> lines = new ArrayList<>();
            lines.add(List.of("table", "asked", summary.dryRun() ? "would add" : "added", "how"));
            for (FillSummary.Filled table : summary.tables()) {
                lines.add(List.of(
                        table.table(),
                        String.format(Locale.ROOT, "%,d", table.asked()),
                        String.format(Locale.ROOT, "%,d", table.written()),
                        how(table)));
            }
            text.append(TextTable.render(lines, 1, 2));
        }
        list(text, "could not be filled:", summary.failed());
        list(
                text,
                "not selected, or full:",
                summary.leftOut().stream().filter(l -> !l.failed()).toList());
        summary.notes().forEach(note -> text.append(note).append('\n'));
        return text.append(String.format(
                        Locale.ROOT,
                        "%s %,d rows in %d %s, seed %d, %.1f s\n",
                        summary.dryRun() ? "Dry run:" : "Filled:",
                        summary.written(),
                        summary.tables().size(),
                        summary.tables().size() == 1 ? "table" : "tables",
                        summary.seed(),
                        summary.took().toMillis() / 1000.0))
                .toString();
    }

    private static String how(FillSummary.Filled table) {
        return table.byTriggers() > 0 && !table.how().equals("triggers")
                ? table.how() + ", " + table.byTriggers() + " by triggers"
                : table.how();
    }

    private static void list(StringBuilder text, String title, List<FillSummary.LeftOut> tables) {
        if (!tables.isEmpty()) {
            text.append(title).append('\n');
            tables.forEach(t -> text.append("  ")
                    .append(t.table())
                    .append(": ")
                    .append(t.reason())
                    .append('\n'));
        }
    }

    /** {@return one JSON object on one line, with a line feed} */
    public static String json(FillSummary summary) {
        StringBuilder json = new StringBuilder("{\"version\":1,\"command\":\"fill\",\"exit\":")
                .append(summary.exitCode())
                .append(",\"plan\":null,\"seed\":")
                .append(summary.seed())
                .append(",\"dryRun\":")
                .append(summary.dryRun())
                .append(",\"tables\":[");
        String separator = "";
        for (FillSummary.Filled table : summary.tables()) {
            String reason = summary.leftOut().stream()
                    .filter(l -> l.table().equals(table.table()))
                    .map(FillSummary.LeftOut::reason)
                    .findFirst()
                    .orElse("");
            json.append(separator);
            table(json, table.table(), table.asked(), table.written(), reason);
            json.append(",\"byTriggers\":")
                    .append(table.byTriggers())
                    .append(",\"how\":")
                    .append(JsonString.quote(table.how()))
                    .append('}');
            separator = ",";
        }
        for (FillSummary.LeftOut left : summary.leftOut()) {
            if (summary.tables().stream().noneMatch(t -> t.table().equals(left.table()))) {
                json.append(separator);
                table(json, left.table(), left.asked(), 0, left.reason());
                json.append(",\"failed\":").append(left.failed()).append('}');
                separator = ",";
            }
        }
        json.append("],\"notes\":[");
        separator = "";
        for (String note : summary.notes()) {
            json.append(separator).append(JsonString.quote(note));
            separator = ",";
        }
        return json.append("],\"timeMillis\":")
                .append(summary.took().toMillis())
                .append("}\n")
                .toString();
    }

    private static void table(StringBuilder json, String name, long asked, long written, String reason) {
        json.append("{\"name\":")
                .append(JsonString.quote(name))
                .append(",\"asked\":")
                .append(asked)
                .append(",\"written\":")
                .append(written)
                .append(",\"leftOut\":")
                .append(Math.max(0, asked - written))
                .append(",\"reason\":")
                .append(reason.isEmpty() ? "null" : JsonString.quote(reason));
    }
}
