package dev.seedplan.runtime.internal.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page as HTML: no script, no address of anything, and a policy that forbids both. */
final class ReportPage {

    private static final int SAMPLE_ROWS = 5;
    private static final int LONGEST_CELL = 60;

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,">
            """;

    private static final String STYLE = """
            <style>
            :root { color-scheme: light dark; --line: #8886; --bar: #3b7dd8; }
            * { box-sizing: border-box; }
            body { font: 15px/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 1100px; padding: 16px; overflow-wrap: anywhere; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; }
            .scroll { overflow-x: auto; max-width: 100%; }
            table { border-collapse: collapse; font-size: 13px; }
            th, td { border-bottom: 1px solid var(--line); padding: 3px 10px 3px 0; text-align: left; vertical-align: top; white-space: nowrap; }
            td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; } dt { opacity: .7; } dd { margin: 0; }
            svg { max-width: 100%; height: auto; display: block; }
            .relations rect { fill: #3b7dd822; stroke: var(--bar); } .relations path { fill: none; stroke: #888; }
            .relations text { font: 13px system-ui, sans-serif; text-anchor: middle; fill: currentColor; }
            .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr)); gap: 14px; }
            .chart { min-width: 0; font-size: 12px; } .chart b { display: block; }
            .bar { display: grid; grid-template-columns: minmax(0, 1fr) 90px 3.5em; gap: 6px; align-items: center; }
            .bar span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .bar i { background: var(--bar); height: 9px; }
            .null { opacity: .5; }
            </style>
            """;

    private final RunReport report;
    private final Relations relations;
    private final List<TableSample> samples;

    ReportPage(RunReport report, Relations relations, List<TableSample> samples) {
        this.report = report;
        this.relations = relations;
        this.samples = samples;
    }

    /** {@return a text as HTML shows it} */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    String html() {
        StringBuilder html = new StringBuilder(HEAD);
        html.append("<title>")
                .append(escaped(report.title()))
                .append("</title>\n")
                .append(STYLE);
        html.append("</head><body>\n<h1>").append(escaped(report.title())).append("</h1>\n<dl>");
        report.facts()
                .forEach((name, value) -> html.append("<dt>")
                        .append(escaped(name))
                        .append("</dt><dd>")
                        .append(escaped(value))
                        .append("</dd>"));
        html.append("</dl>\n");
        list(html, "Left out", report.leftOut());
        list(html, "Notes", report.notes());
        html.append(
                "<h2>Tables</h2>\n<div class=\"scroll\"><table id=\"tables\"><tr><th>table</th><th class=\"n\">asked</th>"
                        + "<th class=\"n\">written</th><th class=\"n\">ms</th></tr>\n");
        report.tables().forEach(row -> row(html, row));
        html.append("</table></div>\n<h2>Relations</h2>\n")
                .append(relations.svg())
                .append('\n');
        samples.forEach(sample -> sample(html, sample));
        return html.append("</body></html>\n").toString();
    }

    private static void list(StringBuilder html, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            html.append("<h2>").append(title).append("</h2>\n<ul>");
            sentences.forEach(s -> html.append("<li>").append(escaped(s)).append("</li>"));
            html.append("</ul>\n");
        }
    }

    private static void row(StringBuilder html, RunReport.Row row) {
        html.append("<tr><td>").append(escaped(row.table()));
        number(html, row.asked());
        number(html, row.written());
        html.append("</td><td class=\"n\">");
        if (row.millis() >= 0) {
            html.append(row.millis());
        }
        html.append("</td></tr>\n");
    }

    private static void number(StringBuilder html, long number) {
        html.append("</td><td class=\"n\">").append(String.format(Locale.ROOT, "%,d", number));
    }

    private static void sample(StringBuilder html, TableSample sample) {
        html.append("<h2>").append(escaped(sample.table())).append("</h2>\n");
        if (sample.rows().isEmpty()) {
            html.append("<p>No rows.</p>\n");
            return;
        }
        html.append("<div class=\"scroll\"><table><tr>");
        sample.columns().forEach(c -> html.append("<th>").append(escaped(c)).append("</th>"));
        html.append("</tr>\n");
        sample.rows().stream().limit(SAMPLE_ROWS).forEach(row -> {
            html.append("<tr>");
            for (@Nullable String value : row) {
                html.append(value == null ? "<td class=\"null\">NULL" : "<td>" + escaped(cut(value)))
                        .append("</td>");
            }
            html.append("</tr>\n");
        });
        html.append("</table></div>\n<h3>Values of ")
                .append(String.format(Locale.ROOT, "%,d", sample.rows().size()))
                .append(" rows</h3>\n<div class=\"charts\">");
        for (int i = 0; i < sample.columns().size(); i++) {
            chart(html, sample.columns().get(i), sample.types().get(i), sample.distribution(i));
        }
        html.append("</div>\n");
    }

    private static String cut(String value) {
        String line = value.replace("\n", "⏎");
        return line.length() <= LONGEST_CELL ? line : line.substring(0, LONGEST_CELL - 1) + "…";
    }

    private static void chart(StringBuilder html, String column, String type, Distribution distribution) {
        html.append("<div class=\"chart\"><b>")
                .append(escaped(column))
                .append("</b>")
                .append(escaped(type));
        html.append(", ").append(distribution.distinct()).append(" different, ").append(distribution.what());
        long most = distribution.bars().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        for (Map.Entry<String, Long> bar : distribution.bars().entrySet()) {
            bar(html, bar.getKey(), bar.getValue(), most);
        }
        if (distribution.nulls() > 0) {
            bar(html, "NULL", distribution.nulls(), Math.max(most, distribution.nulls()));
        }
        html.append("</div>\n");
    }

    private static void bar(StringBuilder html, String name, long count, long most) {
        html.append("<div class=\"bar\"><span>").append(escaped(name)).append("</span><i style=\"width:");
        html.append(Math.max(1, Math.round(90.0 * count / most)))
                .append("px\"></i>")
                .append(count)
                .append("</div>");
    }
}
