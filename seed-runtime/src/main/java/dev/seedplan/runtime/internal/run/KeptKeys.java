package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.StepPass;
import dev.seedplan.runtime.program.TableSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds triggers that changed the keys of rows: looks for a sample of the keys sent, where a table has such triggers. */
final class KeptKeys {

    private static final int SAMPLE = 16;

    /** Row triggers that fire before INSERT and are enabled: bits 1 (row), 2 (before) and 4 (insert) of tgtype. */
    private static final String TRIGGERS = """
            select name, string_agg(tgname, ', ' order by tgname)
            from unnest(?::text[]) as names (name) join pg_catalog.pg_trigger on tgrelid = name::regclass
            where not tgisinternal and tgenabled <> 'D' and tgtype & 7 = 7 group by name""";

    private final Connection connection;
    private final Map<String, String> triggers = new HashMap<>();

    /** Asks once for all tables; between two parts nobody else changes them while they are being filled. */
    KeptKeys(Connection connection, Layout layout) throws SQLException {
        this.connection = connection;
        try (PreparedStatement query = connection.prepareStatement(TRIGGERS)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            layout.tables().stream()
                                    .map(t -> Sql.quote(t.table()))
                                    .toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    triggers.put(row.getString(1), row.getString(2));
                }
            }
        }
    }

    void check(Layout layout, Part part) throws SQLException {
        StepLayout step = part.step();
        TableSpec table = step.table().table();
        if (table.primaryKey().isEmpty()) {
            return;
        }
        String names = triggers.get(Sql.quote(table));
        if (names == null) {
            return;
        }
        List<String> key = table.primaryKey();
        String query = "select exists (select 1 from " + Sql.quote(table) + " where "
                + key.stream()
                        .map(c -> Sql.quote(c) + " = cast(? as "
                                + table.columns().get(table.indexOf(c)).sqlType() + ")")
                        .collect(Collectors.joining(" and "))
                + ")";
        StepPass pass = layout.worker().pass(step);
        long distance = Math.max(1, part.count() / SAMPLE);
        try (PreparedStatement exists = connection.prepareStatement(query)) {
            for (long local = part.from(); local < part.to(); local += distance) {
                pass.moveTo(local);
                for (int i = 0; i < key.size(); i++) {
                    exists.setString(i + 1, PreviewRows.text(pass.slots().get(table.indexOf(key.get(i)))));
                }
                try (ResultSet row = exists.executeQuery()) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        throw RunError.SWALLOWED.because("table " + table.id() + " has no row with the key of "
                                + pass.position() + " after the load: of its triggers (" + names
                                + ") one changes the key");
                    }
                }
            }
        }
    }
}
