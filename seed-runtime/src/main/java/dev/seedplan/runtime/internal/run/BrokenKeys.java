package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.StepPass;
import dev.seedplan.runtime.program.TableSpec;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/** Finds the row that breaks a key when the key is added after the rows: the server says the values, not the row. */
final class BrokenKeys {

    private static final String DUPLICATE = "23505";

    /** What the server says of a broken foreign key and of a broken unique one. */
    static final Set<String> STATES = Set.of("23503", DUPLICATE);

    /** The DETAIL: "Key (customer_id)=(17) is not present …", "Key (email)=(x) is duplicated." */
    private static final Pattern KEY = Pattern.compile("\\((.*)\\)=\\((.*)\\)");

    private BrokenKeys() {}

    /** {@return the error for a key that a row of one of the steps breaks, found when it was added after the rows} */
    static SeedException of(SQLException e, ServerErrorMessage server, List<StepLayout> steps, Layout layout) {
        Matcher key = KEY.matcher(String.valueOf(server.getDetail()));
        String name = layout.program().spec().simpleName();
        String row = "";
        // Of two rows with the same key the later one is to blame.
        boolean twice = DUPLICATE.equals(e.getSQLState());
        for (int i = 0; i < steps.size() && row.isEmpty() && key.find(0); i++) {
            StepLayout step = steps.get(i);
            int[] columns = columns(step.table().table(), server, twice ? key.group(1) : null);
            long first = withValues(step, 0, columns, key.group(2), layout);
            long second = first >= 0 && twice ? withValues(step, first + 1, columns, key.group(2), layout) : -1;
            if (first >= 0) {
                name += "." + step.name();
                row = new RefusedRow(step, layout).text(Math.max(first, second), server);
            }
        }
        return RunError.REFUSED_ROW.because(
                name + ": " + ServerErrors.message(e) + Refusals.constraint(server) + row, e);
    }

    /** The columns as the server lists them, or those of the foreign key it names. */
    private static int[] columns(TableSpec table, ServerErrorMessage server, @Nullable String listed) {
        List<String> names = listed == null
                ? table.foreignKey(String.valueOf(server.getConstraint())).columns()
                : Arrays.stream(listed.split(", ", -1))
                        .map(n -> n.startsWith("\"")
                                ? n.substring(1, n.length() - 1).replace("\"\"", "\"")
                                : n)
                        .toList();
        return names.stream().mapToInt(table::indexOf).toArray();
    }

    private static long withValues(StepLayout step, long from, int[] columns, String wanted, Layout layout) {
        StepPass pass = layout.worker().pass(step);
        for (long local = from; local < step.count(); local++) {
            pass.moveTo(local);
            String found = Arrays.stream(columns)
                    .mapToObj(c -> PreviewRows.text(pass.later(c)))
                    .collect(Collectors.joining(", "));
            if (found.equals(wanted)) {
                return local;
            }
        }
        return -1;
    }
}
