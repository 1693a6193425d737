package dev.seedplan.runtime.internal.run;

import static dev.seedplan.runtime.internal.run.LoggedProgress.fields;

import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.connect.DatabaseUrl;
import dev.seedplan.runtime.internal.log.EventLog;
import dev.seedplan.runtime.internal.log.LogLevel;
import dev.seedplan.runtime.internal.log.RotatingFile;
import dev.seedplan.runtime.internal.report.RunReport;
import dev.seedplan.runtime.program.PlanSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run tells beside its summary: events for machines, and a page. */
final class Reporting {

    private final EventLog log;
    private final boolean replacesTerminal;
    private final @Nullable Path page;
    private @Nullable LoggedProgress progress;

    private Reporting(EventLog log, boolean replacesTerminal, @Nullable Path page) {
        this.log = log;
        this.replacesTerminal = replacesTerminal;
        this.page = page;
    }

    /** Tells nothing. */
    static Reporting none() {
        return new Reporting(EventLog.NONE, false, null);
    }

    static Reporting of(Flags flags, PrintStream err) {
        String format = flags.value("--log-format");
        if (format != null && !format.equals("text") && !format.equals("json")) {
            throw RunError.BAD_USAGE.because("--log-format is " + format + ", it must be text or json");
        }
        String name = flags.value("--log-level");
        LogLevel level = LogLevel.named(name == null ? LogLevel.INFO.text() : name)
                .orElseThrow(() -> RunError.BAD_USAGE.because(
                        "--log-level is " + name + ", it must be debug, info, warn or error"));
        String file = flags.value("--log-file");
        String report = flags.value("--report");
        boolean json = "json".equals(format);
        EventLog log = file != null
                ? new EventLog(new RotatingFile(Path.of(file)), json, level)
                : format != null ? new EventLog(err::println, json, level) : EventLog.NONE;
        return new Reporting(log, file == null && format != null, report == null ? null : Path.of(report));
    }

    /** {@return a progress that also writes events; they take the place of lines for people on the same stream} */
    Progress progress(Progress terminal) {
        progress = new LoggedProgress(replacesTerminal ? state -> {} : terminal, log);
        return progress;
    }

    void started(PlanSpec plan, DatabaseUrl database, RunOptions options) {
        log.event(
                LogLevel.INFO,
                "run.started",
                fields(
                        "plan",
                        plan.plan(),
                        "version",
                        Versions.runtime(),
                        "database",
                        database,
                        "seed",
                        Execution.seed(plan, options),
                        "size",
                        options.numbers().size().text(),
                        "load",
                        options.load().mode().text(),
                        "atomic",
                        options.keeping().atomic(),
                        "onChange",
                        options.keeping().onChange().name().toLowerCase(Locale.ROOT),
                        "dryRun",
                        options.dryRun()));
    }

    void failed(String message, int exit) {
        int end = message.indexOf(']');
        String code = message.startsWith("[") && end > 0 ? message.substring(1, end) : "";
        log.event(LogLevel.ERROR, "run.failed", fields("code", code, "exit", exit, "message", message));
    }

    void finished(Summary summary) {
        for (Summary.LeftOut left : summary.leftOut()) {
            log.event(
                    LogLevel.WARN,
                    "rows.left_out",
                    fields("table", left.table(), "rows", left.rows(), "reason", left.reason()));
        }
        log.event(
                LogLevel.INFO,
                "run.finished",
                fields(
                        "plan",
                        summary.plan(),
                        "exit",
                        summary.exitCode(),
                        "tables",
                        summary.tables().size(),
                        "rows",
                        summary.written(),
                        "leftOut",
                        summary.leftOut().stream()
                                .mapToLong(Summary.LeftOut::rows)
                                .sum(),
                        "millis",
                        summary.took().toMillis()));
    }

    /** Writes the page, where one is asked for. */
    void page(Summary summary, DatabaseUrl database) {
        if (page == null) {
            return;
        }
        Map<String, Long> millis = progress == null ? Map.of() : progress.millis();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Database", database.toString());
        facts.put("Seed", String.valueOf(summary.seed()));
        facts.put("Rows", String.format(Locale.ROOT, "%,d", summary.written()));
        facts.put("Time", String.format(Locale.ROOT, "%.1f s", summary.took().toMillis() / 1000.0));
        if (summary.dryRun()) {
            facts.put("Dry run", "nothing was written");
        }
        List<RunReport.Row> rows = summary.tables().stream()
                .map(t -> new RunReport.Row(t.table(), t.asked(), t.written(), millis.getOrDefault(t.table(), -1L)))
                .toList();
        List<String> leftOut = summary.leftOut().stream()
                .map(l -> String.format(Locale.ROOT, "%,d rows of %s: %s", l.rows(), l.table(), l.reason()))
                .toList();
        RunReport report = new RunReport(
                summary.plan().substring(summary.plan().lastIndexOf('.') + 1), facts, rows, leftOut, summary.notes());
        try (Connection connection = database.connect()) {
            Files.writeString(page, report.html(connection), StandardCharsets.UTF_8);
        } catch (SQLException | IOException e) {
            throw RunError.NO_REPORT.because("the report " + page + " cannot be written: " + e.getMessage(), e);
        }
    }
}
