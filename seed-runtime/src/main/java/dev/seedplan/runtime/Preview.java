package dev.seedplan.runtime;

import dev.seedplan.runtime.internal.run.PreviewRows;
import java.util.List;
import java.util.Map;

/**
 * Rows of one table as a run would make them; keys begin at 1, and existing rows of a database do not take part.
 *
 * <pre>{@code
 * List<Map<String, Object>> rows = Seedplan.plan(BlogDemo.class).preview(UsersRow.class).limit(5);
 * }</pre>
 */
public final class Preview {

    private final PreviewRows rows;
    private final Class<?> rowClass;

    Preview(PreviewRows rows, Class<?> rowClass) {
        this.rows = rows;
        this.rowClass = rowClass;
    }

    /**
     * {@return the first rows, each a map from column to value in the order of the table} Columns that the server computes
     * are left out.
     *
     * @param most how many, 1 or more
     * @throws SeedException if the plan does not fill that table
     */
    public List<Map<String, Object>> limit(int most) {
        return rows.of(rowClass, most);
    }
}
