package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.StepPass;
import dev.seedplan.runtime.internal.engine.Worker;
import dev.seedplan.runtime.internal.load.Loader;
import dev.seedplan.runtime.program.ColumnSpec;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/** Loads a step, and when the server refuses a row, computes that row again to say which one and what it holds. */
final class Refusals {

    // CONTEXT of COPY, also of the binary format: "COPY users, line 17, column email: …"; the numbers are not
    // translated.
    private static final Pattern LINE = Pattern.compile("COPY \\S+, \\S+ (\\d+)");
    /** Connection, resources, shutdown, retries and read-only or missing rights: no row is to blame. */
    private static final List<String> NOT_ABOUT_ROWS = List.of("08", "25", "40", "42501", "53", "57", "58");

    private static final int LONGEST_VALUE = 60;

    private Refusals() {}

    static Loader.Loaded load(
            Loader loader, StepLayout step, long from, long to, Worker worker, Layout layout, LongConsumer progress)
            throws SQLException {
        try {
            return loader.load(step, from, to, worker, progress);
        } catch (SQLException e) {
            ServerErrorMessage server = ServerErrors.server(e);
            String state = String.valueOf(e.getSQLState());
            if (server == null || NOT_ABOUT_ROWS.stream().anyMatch(state::startsWith)) {
                throw e;
            }
            throw RunError.REFUSED_ROW.because(
                    layout.program().spec().simpleName() + "." + step.name() + ": " + ServerErrors.message(e)
                            + constraint(server) + function(server) + row(server, step, from, to, layout),
                    e);
        }
    }

    static String constraint(ServerErrorMessage server) {
        return server.getConstraint() == null
                        || String.valueOf(server.getMessage()).contains(server.getConstraint())
                ? ""
                : " (constraint " + server.getConstraint() + ")";
    }

    /** The trigger's function and line, where one has raised the error. */
    private static String function(ServerErrorMessage server) {
        String where = String.valueOf(server.getWhere());
        return where.startsWith("PL/") ? " (" + where.lines().findFirst().orElse("") + ")" : "";
    }

    private static String row(ServerErrorMessage server, StepLayout step, long from, long to, Layout layout) {
        Matcher line = LINE.matcher(String.valueOf(server.getWhere()));
        if (!line.find()) {
            return "";
        }
        long local = from + Long.parseLong(line.group(1)) - 1;
        return local < from || local >= to ? "" : row(local, step, layout);
    }

    /** {@return the row with its values, as the end of a sentence} */
    static String row(long local, StepLayout step, Layout layout) {
        StepPass pass = layout.worker().pass(step);
        pass.moveTo(local);
        StringBuilder text = new StringBuilder("; " + pass.position() + " is ");
        List<ColumnSpec> columns = step.table().table().columns();
        String separator = "(";
        for (int i = 0; i < columns.size(); i++) {
            if (step.sends(i)) {
                text.append(separator)
                        .append(columns.get(i).name())
                        .append(" = ")
                        .append(shown(pass.slots().get(i)));
                separator = ", ";
            }
        }
        return text.append(')').toString();
    }

    private static String shown(@Nullable Object value) {
        String text = PreviewRows.text(value);
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    }
}
