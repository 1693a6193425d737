package dev.seedplan.benchmarks.compatibility;

import dev.seedplan.runtime.FillSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what became of the trials: a line for the console, the page of the documentation, a log with all reasons. */
final class Report {

    private static final int SHOWN = 300;

    private Report() {}

    /** {@return a line for the console} */
    static String line(Trial trial) {
        String name = trial.entry().name();
        if (trial.notRun() != null) {
            return name + ": NOT TRIED, " + trial.notRun();
        }
        return name + ": " + trial.facts() + ", " + failed(trial) + " statements failed; none " + line(trial.none())
                + "; all " + line(trial.all());
    }

    private static int failed(Trial trial) {
        return trial.applied() == null ? 0 : trial.applied().failures().size();
    }

    private static String line(@Nullable Outcome outcome) {
        if (outcome == null) {
            return "-";
        }
        return outcome.error() != null
                ? "FAILED " + outcome.error()
                : outcome.filled() + "/" + outcome.selected() + " tables, " + outcome.written() + "/" + outcome.asked()
                        + " rows, " + seconds(outcome.millis());
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    /** {@return schema, nulls, table, rows asked and reason of each table that was left out or got too few rows; and failures} */
    static String log(List<Trial> trials) {
        StringBuilder log = new StringBuilder();
        for (Trial trial : trials) {
            String name = trial.entry().name();
            if (trial.applied() != null) {
                for (AppliedSchema.Failure failure : trial.applied().failures()) {
                    row(log, name, "ddl", failure.file(), failure.statement(), failure.message());
                }
            }
            log(log, name, "none", trial.none());
            log(log, name, "all", trial.all());
        }
        return log.toString();
    }

    private static void log(StringBuilder log, String name, String nulls, @Nullable Outcome outcome) {
        if (outcome != null && outcome.error() != null) {
            row(log, name, nulls, "*", "", outcome.error());
        } else if (outcome != null) {
            outcome.lost().forEach(t -> row(log, name, nulls, t.table(), Long.toString(t.asked()), t.reason()));
        }
    }

    private static void row(StringBuilder log, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            log.append(i == 0 ? "" : "\t").append(cells[i].replaceAll("\\s+", " "));
        }
        log.append('\n');
    }

    /** {@return the page} */
    static String page(List<Trial> trials, List<Server> servers) {
        StringBuilder page = new StringBuilder();
        Set<String> versions = new LinkedHashSet<>();
        servers.forEach(s -> versions.add("PostgreSQL " + s.version()));
        page.append("# Public schemas, filled without configuration\n\n")
                .append(
                        "Written by a program; do not edit. Each schema is applied to an empty database and filled by `seedplan")
                .append(
                        " fill` with its defaults, 20 rows a table,\nonce with `--nulls none` and once with `--nulls all`, on ")
                .append(String.join(" and ", versions))
                .append(".\n\n    ./mvnw -Pcompatibility -pl seed-benchmarks -am verify -DskipTests")
                .append(" -Dcompatibility=\"--checkouts DIR\"\n\n")
                .append(
                        "`DIR` holds the repositories named at the end, at these commits, as `owner/name`, `owner+name` or")
                .append(
                        " `name`; `--list` prints them.\nWithout `--url`, an embedded server is used, which has the extensions that")
                .append(
                        " come with PostgreSQL. `compatibility/schemas.yaml` says\nwhich files of a repository are applied, in which order.")
                .append(
                        " Left out everywhere are psql's own commands, rows of `COPY … FROM stdin`, owners,\nprivileges, roles,")
                .append(
                        " and the parts of migrations that undo them; a statement that fails is counted and listed.\n\n");
        Totals.append(page, trials);
        page.append(
                        "| schema | tables | columns | checks | uniques | foreign keys | triggers | DDL s | statements failed |")
                .append(" none: tables | rows asked | written | s | all: tables | rows asked | written | s |\n")
                .append("|---|")
                .append("--:|".repeat(16))
                .append('\n');
        trials.forEach(trial -> tableRow(page, trial));
        page.append("\n## Tables left out, or with fewer rows than asked for\n\n");
        trials.forEach(trial -> lost(page, trial));
        page.append("\n## Statements that failed\n\n");
        trials.forEach(trial -> failures(page, trial));
        page.append("\n## Where the schemas come from\n\n");
        for (Trial trial : trials) {
            for (Manifest.Source source : trial.entry().sources()) {
                page.append("- ")
                        .append(trial.entry().name())
                        .append(": `")
                        .append(source.repository())
                        .append("` @ `")
                        .append(source.commit())
                        .append("`: `")
                        .append(String.join("`, `", source.files()))
                        .append("`\n");
            }
        }
        return page.toString();
    }

    private static void tableRow(StringBuilder page, Trial trial) {
        page.append("| ").append(trial.entry().name());
        Facts facts = trial.facts();
        AppliedSchema applied = trial.applied();
        if (facts == null || applied == null) {
            page.append(" | not tried: ")
                    .append(trial.notRun())
                    .append(" |".repeat(16))
                    .append('\n');
            return;
        }
        page.append(String.format(
                Locale.ROOT,
                " | %d | %d | %d | %d | %d | %d | %.1f | %d of %d",
                facts.tables(),
                facts.columns(),
                facts.checks(),
                facts.uniques(),
                facts.foreignKeys(),
                facts.triggers(),
                applied.millis() / 1000.0,
                applied.failures().size(),
                applied.statements()));
        cells(page, trial.none());
        cells(page, trial.all());
        page.append(" |\n");
    }

    private static void cells(StringBuilder page, @Nullable Outcome outcome) {
        if (outcome == null || outcome.error() != null) {
            page.append(" | failed | | | ");
        } else {
            page.append(String.format(
                    Locale.ROOT,
                    " | %d of %d | %d | %d | %.1f",
                    outcome.filled(),
                    outcome.selected(),
                    outcome.asked(),
                    outcome.written(),
                    outcome.millis() / 1000.0));
        }
    }

    private static void lost(StringBuilder page, Trial trial) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        reasons(reasons, "none", trial.none());
        reasons(reasons, "all", trial.all());
        if (trial.notRun() != null) {
            page.append("- **")
                    .append(trial.entry().name())
                    .append("** was not tried: ")
                    .append(trial.notRun())
                    .append('\n');
        } else if (!reasons.isEmpty()) {
            page.append("- **").append(trial.entry().name()).append("**\n");
            reasons.forEach((what, nulls) -> page.append("  - (")
                    .append(String.join(", ", nulls))
                    .append(") ")
                    .append(what)
                    .append('\n'));
        }
    }

    private static void reasons(Map<String, List<String>> reasons, String nulls, @Nullable Outcome outcome) {
        if (outcome == null) {
            return;
        }
        if (outcome.error() != null) {
            reasons.computeIfAbsent("everything: " + cut(outcome.error()), x -> new ArrayList<>())
                    .add(nulls);
        }
        for (FillSummary.LeftOut table : outcome.lost()) {
            reasons.computeIfAbsent("`" + table.table() + "`: " + cut(table.reason()), x -> new ArrayList<>())
                    .add(nulls);
        }
    }

    private static void failures(StringBuilder page, Trial trial) {
        if (trial.applied() == null || trial.applied().failures().isEmpty()) {
            return;
        }
        page.append("- **").append(trial.entry().name()).append("**\n");
        Map<String, Integer> messages = new LinkedHashMap<>();
        trial.applied().failures().forEach(f -> messages.merge(cut(f.message()), 1, Integer::sum));
        messages.forEach((message, times) ->
                page.append("  - ").append(times).append(" × ").append(message).append('\n'));
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
