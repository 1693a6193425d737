package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.StepPass;
import dev.seedplan.runtime.program.TableSpec;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.util.ServerErrorMessage;

/** Finds the row that breaks a foreign key when the key is added after the rows: the server says the values, not the row. */
final class BrokenKeys {

    /** The DETAIL: "Key (customer_id)=(17) is not present …". */
    private static final Pattern KEY = Pattern.compile("\\(.*\\)=\\((.*)\\)");

    private BrokenKeys() {}

    /** {@return the error for a foreign key that a row of one of the steps breaks, found when it was added after the rows} */
    static SeedException of(SQLException e, ServerErrorMessage server, List<StepLayout> steps, Layout layout) {
        Matcher values = KEY.matcher(String.valueOf(server.getDetail()));
        String name = layout.program().spec().simpleName();
        String row = "";
        for (int i = 0; i < steps.size() && row.isEmpty() && values.find(0); i++) {
            StepLayout step = steps.get(i);
            TableSpec table = step.table().table();
            int[] columns = table.foreignKey(String.valueOf(server.getConstraint())).columns().stream()
                    .mapToInt(table::indexOf)
                    .toArray();
            long local = withValues(step, columns, values.group(1), layout);
            if (local >= 0) {
                name += "." + step.name();
                row = new RefusedRow(step, layout).text(local, server);
            }
        }
        return RunError.REFUSED_ROW.because(
                name + ": " + ServerErrors.message(e) + Refusals.constraint(server) + row, e);
    }

    private static long withValues(StepLayout step, int[] columns, String wanted, Layout layout) {
        StepPass pass = layout.worker().pass(step);
        for (long local = 0; local < step.count(); local++) {
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
