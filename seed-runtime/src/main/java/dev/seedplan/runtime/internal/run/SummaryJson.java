package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.Summary;
import dev.seedplan.schema.JsonString;
import java.util.stream.Collectors;

/** The summary as one JSON object; fields are only ever added. */
final class SummaryJson {

    private SummaryJson() {}

    static String of(Summary summary) {
        StringBuilder json = new StringBuilder("{\"version\":1,\"command\":\"run\",\"exit\":")
                .append(summary.exitCode())
                .append(",\"plan\":")
                .append(JsonString.quote(summary.plan()))
                .append(",\"seed\":")
                .append(summary.seed())
                .append(",\"dryRun\":")
                .append(summary.dryRun())
                .append(",\"tables\":[");
        String separator = "";
        for (Summary.TableSummary table : summary.tables()) {
            json.append(separator)
                    .append("{\"name\":")
                    .append(JsonString.quote(table.table()))
                    .append(",\"asked\":")
                    .append(table.asked())
                    .append(",\"written\":")
                    .append(table.written())
                    .append(",\"leftOut\":")
                    .append(summary.dryRun() ? 0 : table.asked() - table.written())
                    .append(",\"reason\":")
                    .append(reason(summary, table.table()))
                    .append(",\"callsPerRow\":")
                    .append(Math.round(table.callsPerRow() * 100) / 100.0)
                    .append('}');
            separator = ",";
        }
        json.append("],\"distributed\":");
        ContentText.json(summary.distributed(), json);
        json.append(",\"pools\":");
        ContentText.pools(summary.pools(), json);
        json.append(",\"notes\":[");
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

    private static String reason(Summary summary, String table) {
        String reasons = summary.leftOut().stream()
                .filter(l -> l.table().equals(table))
                .map(Summary.LeftOut::reason)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "null" : JsonString.quote(reasons);
    }
}
