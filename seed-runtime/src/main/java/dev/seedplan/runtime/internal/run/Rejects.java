package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.StepPass;
import dev.seedplan.schema.JsonString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows that were left out because the server refuses them, in a file with the reasons. */
final class Rejects {

    private final OnFailure failing;
    private final Layout layout;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Long> rows = new TreeMap<>();
    private long count;

    Rejects(OnFailure failing, Layout layout) {
        this.failing = failing;
        this.layout = layout;
    }

    /**
     * Leaves a row out.
     *
     * @param local its number in the step, from 0
     * @throws SeedException if too many are left out already
     */
    void add(StepLayout step, long local, SeedException reason) {
        if (++count > failing.maxRejects()) {
            throw RunError.TOO_MANY_REJECTS.because("the server refuses more than " + failing.maxRejects()
                    + " of the rows" + " (the last one: " + reason.getMessage() + ")");
        }
        String table = step.table().table().id();
        rows.merge(table, 1L, Long::sum);
        StepPass pass = layout.worker().pass(step);
        pass.moveTo(local);
        StringBuilder line = new StringBuilder("{\"table\":")
                .append(JsonString.quote(table))
                .append(",\"step\":")
                .append(JsonString.quote(step.spec().method()))
                .append(",\"row\":")
                .append(local)
                .append(",\"code\":")
                .append(JsonString.quote(reason.code()))
                .append(",\"reason\":")
                .append(JsonString.quote(String.valueOf(reason.getMessage())))
                .append(",\"values\":{");
        String separator = "";
        for (int i = 0; i < step.table().table().columns().size(); i++) {
            if (step.sends(i)) {
                @Nullable Object value = pass.slots().get(i);
                line.append(separator)
                        .append(JsonString.quote(
                                step.table().table().columns().get(i).name()))
                        .append(':')
                        .append(value == null ? "null" : JsonString.quote(PreviewRows.text(value)));
                separator = ",";
            }
        }
        lines.add(line.append("}}").toString());
    }

    /** {@return how many rows of each table were left out} */
    Map<String, Long> byTable() {
        return rows;
    }

    /** Writes the file, where there is something to write. */
    void write() {
        Path file = failing.rejects();
        if (lines.isEmpty() || file == null) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    String.join("\n", lines) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw RunError.NO_REJECTS_FILE.because("the file " + file + " cannot be written: " + e, e);
        }
    }
}
