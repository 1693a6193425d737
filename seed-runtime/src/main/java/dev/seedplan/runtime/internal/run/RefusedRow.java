package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.SetterLines;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.StepPass;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/** A row that the server refuses, computed again: which of its values the server means, and the plan's line. */
final class RefusedRow {

    // The CONTEXT of COPY: "COPY users, line 17, column email: …"; of its words only names and numbers are not
    // translated.
    private static final Pattern COLUMN = Pattern.compile("COPY \\S+, \\S+ \\d+, \\S+ ([^:]+)");

    /** The DETAIL of a refused key: "Key (lower(email))=(x) already exists". */
    private static final Pattern KEY = Pattern.compile("\\((.*)\\)=\\(");

    private static final String DUPLICATE = "23505";
    /** Foreign keys, unique keys and exclusion constraints. */
    private static final Set<String> KEYS = Set.of("23503", DUPLICATE, "23P01");

    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_OTHER_VALUE = 20;

    /** Beyond so many rows the one with the same key is not looked for. */
    private static final long MOST_COMPARED = 1_000_000;

    private final StepLayout step;
    private final Layout layout;
    private final List<ColumnSpec> columns;

    RefusedRow(StepLayout step, Layout layout) {
        this.step = step;
        this.layout = layout;
        columns = step.table().table().columns();
    }

    /** {@return the row, as the end of a sentence} */
    String text(long local, @Nullable ServerErrorMessage server) {
        StepPass pass = layout.worker().pass(step);
        SetterLines lines = pass.watch(local);
        Set<Integer> meant = server == null ? Set.of() : meant(server);
        List<String> named = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (meant.contains(i)) {
                named.add(assignment(pass, i, LONGEST_VALUE));
            } else if (step.sends(i)) {
                others.add(assignment(pass, i, meant.isEmpty() ? LONGEST_VALUE : LONGEST_OTHER_VALUE));
            }
        }
        String where = pass.place().isEmpty() ? "" : ", " + pass.place() + ",";
        String line = meant.isEmpty()
                ? lines.first()
                : meant.stream().map(lines::of).distinct().collect(Collectors.joining(", "));
        String at = line.isEmpty() ? "" : " (" + line + ")";
        String all = "(" + String.join(", ", others) + ")";
        return "; " + pass.position() + where
                + (named.isEmpty()
                        ? at + " is " + all
                        : " has " + String.join(", ", named) + at + same(local, pass, meant, server) + ", beside "
                                + all);
    }

    private String assignment(StepPass pass, int column, int longest) {
        if (!step.sends(column)) {
            return columns.get(column).name() + " from the server";
        }
        String text = PreviewRows.text(pass.slots().get(column));
        String shown = text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        return columns.get(column).name() + " = " + shown;
    }

    /** The columns the server complains of; empty where that is not said. */
    private Set<Integer> meant(ServerErrorMessage server) {
        Set<Integer> found = new TreeSet<>();
        add(server.getColumn(), found);
        Matcher copied = COLUMN.matcher(String.valueOf(server.getWhere()));
        if (copied.find()) {
            add(copied.group(1), found);
        }
        Matcher key = KEY.matcher(String.valueOf(server.getDetail()));
        if (found.isEmpty() && KEYS.contains(String.valueOf(server.getSQLState())) && key.find()) {
            addMentioned(key.group(1), found);
        }
        if (found.isEmpty()) {
            TableSpec table = step.table().table();
            table.checks().stream()
                    .filter(check -> check.name().equals(server.getConstraint()))
                    .forEach(check -> addMentioned(check.expression(), found));
        }
        return found;
    }

    private void add(@Nullable String column, Set<Integer> to) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                to.add(i);
            }
        }
    }

    private void addMentioned(String expression, Set<Integer> to) {
        for (int i = 0; i < columns.size(); i++) {
            String name = Pattern.quote(columns.get(i).name());
            if (Pattern.compile("(?<![\\w$])" + name + "(?![\\w$])")
                    .matcher(expression)
                    .find()) {
                to.add(i);
            }
        }
    }

    /** For a key that is there already: the row of this run that has it. */
    private String same(long local, StepPass pass, Set<Integer> meant, @Nullable ServerErrorMessage server) {
        if (server == null || !DUPLICATE.equals(server.getSQLState()) || local > MOST_COMPARED) {
            return "";
        }
        List<Integer> key = meant.stream().filter(step::sends).toList();
        StepPass other = layout.worker().pass(step);
        for (long earlier = 0; earlier < local; earlier++) {
            other.moveTo(earlier);
            if (key.stream()
                    .allMatch(c ->
                            Objects.equals(other.slots().get(c), pass.slots().get(c)))) {
                return ", as " + other.position() + " has; unique() or uniqueOf(…) makes values that differ";
            }
        }
        return "";
    }
}
