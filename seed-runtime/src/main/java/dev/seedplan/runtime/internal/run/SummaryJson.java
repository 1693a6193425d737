package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.Summary;

/** The summary as one JSON object; fields are only ever added. */
final class SummaryJson {

    private SummaryJson() {}

    static String of(Summary summary) {
        StringBuilder json = new StringBuilder("{\"version\":1,\"command\":\"run\",\"exit\":0,\"plan\":")
                .append(JsonText.quote(summary.plan()))
                .append(",\"seed\":")
                .append(summary.seed())
                .append(",\"dryRun\":")
                .append(summary.dryRun())
                .append(",\"tables\":[");
        String separator = "";
        for (Summary.TableSummary table : summary.tables()) {
            json.append(separator)
                    .append("{\"name\":")
                    .append(JsonText.quote(table.table()))
                    .append(",\"asked\":")
                    .append(table.asked())
                    .append(",\"written\":")
                    .append(table.written())
                    .append(",\"leftOut\":")
                    .append(summary.dryRun() ? 0 : table.asked() - table.written())
                    .append(",\"reason\":null,\"callsPerRow\":")
                    .append(Math.round(table.callsPerRow() * 100) / 100.0)
                    .append('}');
            separator = ",";
        }
        json.append("],\"notes\":[");
        separator = "";
        for (String note : summary.notes()) {
            json.append(separator).append(JsonText.quote(note));
            separator = ",";
        }
        return json.append("],\"timeMillis\":")
                .append(summary.took().toMillis())
                .append("}\n")
                .toString();
    }
}
