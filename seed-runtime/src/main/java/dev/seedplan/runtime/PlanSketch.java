package dev.seedplan.runtime;

import dev.seedplan.runtime.internal.fill.FillRun;
import dev.seedplan.runtime.internal.sketch.TableSketch;
import dev.seedplan.schema.JavaNames;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A first plan for a schema, to begin with: a row method for each table, with values for what its columns' names, types and
 * constraints say. Tables whose constraints a plan's words do not meet for sure are left out, with the reason.
 */
public final class PlanSketch {

    private final Map<QName, TableSketch> tables = new LinkedHashMap<>();
    private final Map<String, String> leftOut = new TreeMap<>();

    private PlanSketch(Snapshot snapshot) {
        JavaNames names = JavaNames.of(snapshot);
        List<Table> open = new ArrayList<>(FillRun.fillable(snapshot));
        Set<QName> done = new HashSet<>();
        // Again and again, for a table whose parents come later; what is left at the end never gets its parents.
        for (boolean progress = true; progress; ) {
            progress = false;
            for (Table table : List.copyOf(open)) {
                TableSketch sketch = TableSketch.of(table, snapshot, names, done);
                leftOut.put(table.name().toString(), sketch.reason());
                if (sketch.reason().isEmpty()) {
                    tables.put(table.name(), sketch);
                    leftOut.remove(table.name().toString());
                    done.add(table.name());
                    open.remove(table);
                    progress = true;
                }
            }
        }
    }

    /** {@return the plan for a schema} */
    public static PlanSketch of(Snapshot snapshot) {
        return new PlanSketch(snapshot);
    }

    /** {@return the tables that have a row method, in an order in which parents come first} */
    public List<String> tables() {
        return tables.keySet().stream().map(QName::toString).toList();
    }

    /** {@return the tables that have none, with the reason} */
    public Map<String, String> leftOut() {
        return leftOut;
    }

    /**
     * {@return the source of the plan}
     *
     * @param packageName its package
     * @param rowsPackage the package of the row classes
     * @param className its class
     */
    public String java(String packageName, String rowsPackage, String className) {
        StringBuilder body = new StringBuilder();
        for (TableSketch table : tables.values()) {
            body.append('\n');
            table.lines().forEach(line -> body.append("    ").append(line).append('\n'));
        }
        StringBuilder text = new StringBuilder("package " + packageName + ";\n\n");
        text.append("import static dev.seedplan.Values.*;\n\n");
        text.append("import ").append(rowsPackage).append(".*;\nimport dev.seedplan.*;\n");
        if (body.indexOf("Duration.") >= 0) {
            text.append("import java.time.Duration;\n");
        }
        if (body.indexOf("@Nullable") >= 0) {
            text.append("import org.jspecify.annotations.Nullable;\n");
        }
        text.append("\n/** A plan to begin with: what the columns are about is a guess from their names. */\n");
        text.append("@SeedPlan(seed = 1)\npublic class ").append(className).append(" {\n");
        if (!leftOut.isEmpty()) {
            text.append("\n    // Not filled, for you to write:\n");
            leftOut.forEach((table, reason) -> text.append("    // ")
                    .append(table)
                    .append(": ")
                    .append(reason)
                    .append('\n'));
        }
        return text.append(body).append("}\n").toString();
    }
}
