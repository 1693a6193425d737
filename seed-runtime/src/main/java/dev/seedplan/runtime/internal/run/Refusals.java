package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.Worker;
import dev.seedplan.runtime.internal.load.Loader;
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

    /** Foreign keys are checked when the statement ends, so that no line is named. */
    private static final String FOREIGN_KEY = "23503";

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
            if (state.equals(FOREIGN_KEY)) {
                throw BrokenKeys.of(e, server, List.of(step), layout);
            }
            throw RunError.REFUSED_ROW.because(
                    layout.program().spec().simpleName() + "." + step.name() + ": " + ServerErrors.message(e)
                            + constraint(server) + function(server) + row(server, step, from, to, layout),
                    e);
        }
    }

    /** {@return the row that a refusal names; -1 where it names none of the part} */
    static long named(SeedException refusal, Part part) {
        return refusal.getCause() instanceof SQLException cause
                ? named(ServerErrors.server(cause), part.from(), part.to())
                : -1;
    }

    private static long named(@Nullable ServerErrorMessage server, long from, long to) {
        Matcher line = LINE.matcher(server == null ? "" : String.valueOf(server.getWhere()));
        long local = line.find() ? from + Long.parseLong(line.group(1)) - 1 : -1;
        return local >= from && local < to ? local : -1;
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
        long local = named(server, from, to);
        return local < 0 ? "" : new RefusedRow(step, layout).text(local, server);
    }
}
