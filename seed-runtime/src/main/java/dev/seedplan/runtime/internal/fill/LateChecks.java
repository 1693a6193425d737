package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.FillColumn;
import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/**
 * Constraints and constraint triggers that wait for the commit, judged while a table can still be left out: each table's own as
 * soon as it is loaded, and all of them at the end.
 */
final class LateChecks {

    private static final Pattern FUNCTION = Pattern.compile("function (?:[\\w.\"]+\\.)?\"?(\\w+)\"?\\(");

    private final Connection connection;
    /** SET CONSTRAINTS is about all constraints of a name, and refuses names of which one cannot wait. */
    private final Set<QName> fast = new HashSet<>();

    LateChecks(Connection connection, Snapshot snapshot) {
        this.connection = connection;
        for (Table table : snapshot.tables()) {
            for (Constraint constraint : table.constraints()) {
                if (constraint.deferral() == Constraint.Deferral.NOT_DEFERRABLE) {
                    fast.add(new QName(table.name().schema(), constraint.name()));
                }
            }
        }
    }

    /** {@return the names of a table's own constraints that can wait, quoted} */
    List<String> names(FillTable table) {
        Set<QName> names = new LinkedHashSet<>();
        for (Constraint constraint : table.table().constraints()) {
            if (constraint.deferral() != Constraint.Deferral.NOT_DEFERRABLE) {
                names.add(new QName(table.name().schema(), constraint.name()));
            }
        }
        for (Table.Trigger trigger : table.table().triggers()) {
            if (isLate(trigger)) {
                names.add(new QName(table.name().schema(), trigger.name()));
            }
        }
        names.removeAll(fast);
        return names.stream().map(FillColumn::quoted).toList();
    }

    private static boolean isLate(Table.Trigger trigger) {
        String text = trigger.definition();
        return text.startsWith("CREATE CONSTRAINT TRIGGER")
                && text.contains(" DEFERRABLE ")
                && !text.contains(" NOT DEFERRABLE ");
    }

    /** Lets everything wait that can. */
    void defer() throws SQLException {
        set("ALL DEFERRED");
    }

    /** {@return what the server refuses about constraints, which wait on afterwards; empty if nothing} */
    Optional<SQLException> judge(List<String> names) throws SQLException {
        String list = String.join(", ", names);
        return judge(list + " IMMEDIATE", list + " DEFERRED");
    }

    /** {@return what the server refuses about any; if nothing, none waits any more} */
    Optional<SQLException> judgeAll() throws SQLException {
        return judge("ALL IMMEDIATE");
    }

    private Optional<SQLException> judge(String... settings) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            for (String setting : settings) {
                set(setting);
            }
            connection.releaseSavepoint(before);
            return Optional.empty();
        } catch (SQLException e) {
            if (!Refusal.aboutRows(e)) {
                throw e;
            }
            connection.rollback(before);
            return Optional.of(e);
        }
    }

    private void set(String what) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS " + what);
        }
    }

    /** {@return the table whose rows are refused: the one that is named, else the last whose trigger has spoken; null for none} */
    static @Nullable FillTable culprit(SQLException e, List<FillTable> loaded) {
        ServerErrorMessage message = Refusal.server(e);
        if (message == null) {
            return null;
        }
        FillTable suspect = null;
        List<String> functions = functions(message.getWhere());
        for (FillTable table : loaded) {
            if (message.getTable() != null
                    && table.name().equals(new QName(String.valueOf(message.getSchema()), message.getTable()))) {
                return table;
            }
            if (table.table().triggers().stream()
                    .anyMatch(t -> isLate(t) && functions.contains(t.function().name()))) {
                suspect = table;
            }
        }
        return suspect;
    }

    /** {@return the functions that an error has gone through, innermost first} */
    static List<String> functions(@Nullable String where) {
        List<String> names = new ArrayList<>();
        Matcher found = FUNCTION.matcher(where == null ? "" : where);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }
}
