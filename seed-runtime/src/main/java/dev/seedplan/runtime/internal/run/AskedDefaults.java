package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.Kind;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Has the server compute, once, the defaults that we cannot: expressions of immutable functions, and those of the clock,
 * which then shows the plan's instant. Whatever else a default calls stays with the server, row by row.
 */
final class AskedDefaults {

    /** Kinds whose values we read and send without loss. */
    private static final Set<Kind> KINDS =
            EnumSet.complementOf(EnumSet.of(Kind.UNTYPED, Kind.MONEY, Kind.INTERVAL, Kind.BIT, Kind.VARBIT));

    /**
     * Of some columns those whose default may be computed once: the functions in its stored form are immutable, or depend
     * on nothing but the clock, the time zone and how values are written.
     */
    private static final String COMPUTABLE = """
            with stored as (
              select n.nspname || '.' || c.relname || '.' || a.attname as id,
                     coalesce(d.adbin::text, t.typdefaultbin::text) as tree
              from pg_catalog.pg_attribute a
              join pg_catalog.pg_class c on c.oid = a.attrelid
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              join pg_catalog.pg_type t on t.oid = a.atttypid
              left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
              where n.nspname || '.' || c.relname || '.' || a.attname = any (?) and a.attnum > 0)
            select id from stored
            where tree !~ 'NEXTVALEXPR|COERCEVIAIO|SUBLINK' and not exists (
              select 1 from pg_catalog.regexp_matches(tree, ':(?:op)?funcid ([1-9][0-9]*)', 'g') as call (part)
              join pg_catalog.pg_proc p on p.oid = call.part[1]::oid
              where p.provolatile <> 'i' and not (p.pronamespace = 'pg_catalog'::regnamespace and p.proname in (
                'now', 'transaction_timestamp', 'statement_timestamp', 'clock_timestamp', 'timezone', 'date_trunc',
                'timestamptz_pl_interval', 'timestamptz_mi_interval', 'interval_pl_timestamptz', 'date_part', 'extract',
                'timestamptz', 'timestamp', 'date', 'time', 'timetz', 'to_char', 'concat', 'concat_ws',
                'json_build_array', 'json_build_object', 'jsonb_build_array', 'jsonb_build_object')))""";

    private static final Pattern CLOCK = Pattern.compile(
            "\\b(?:pg_catalog\\.)?(now\\(\\)|transaction_timestamp\\(\\)|statement_timestamp\\(\\)|clock_timestamp\\(\\)"
                    + "|CURRENT_TIMESTAMP|LOCALTIMESTAMP|CURRENT_DATE|CURRENT_TIME|LOCALTIME)(\\(\\d\\))?");

    /** What depends on who asks and where. */
    private static final Pattern SESSION =
            Pattern.compile("\\b(?:(?:CURRENT|SESSION)_(?:USER|ROLE|CATALOG|SCHEMA)|USER)\\b");

    private AskedDefaults() {}

    /** Gives a layout the values of its defaults that the server has to compute. */
    static void ask(Connection connection, Layout layout, Instant now) throws SQLException {
        Map<String, ColumnSpec> open = new LinkedHashMap<>();
        Map<String, String> expressions = new HashMap<>();
        layout.leftToServer().forEach((table, columns) -> {
            for (ColumnSpec column : columns) {
                String expression = expression(column, now);
                if (expression != null) {
                    open.put(id(table, column), column);
                    expressions.put(id(table, column), expression);
                }
            }
        });
        if (open.isEmpty()) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            // As when the expressions were printed; and a day begins at midnight UTC, as everywhere in a plan.
            statement.execute("set local search_path = ''; set local timezone = 'UTC'");
            open.keySet().retainAll(computable(connection, open.keySet()));
            Map<String, Object> values = new HashMap<>();
            for (Map.Entry<String, ColumnSpec> column : open.entrySet()) {
                Object value = value(connection, column.getValue(), String.valueOf(expressions.get(column.getKey())));
                if (value != null) {
                    values.put(column.getKey(), value);
                }
            }
            layout.asked(values);
        } finally {
            connection.rollback(before);
        }
    }

    private static String id(TableSpec table, ColumnSpec column) {
        return table.id() + "." + column.name();
    }

    /** {@return the default with the plan's instant for the clock; null for one that is not for us} */
    static @Nullable String expression(ColumnSpec column, Instant now) {
        String text = column.defaultExpression();
        if (text == null || !KINDS.contains(column.kind())) {
            return null;
        }
        StringJoiner made = new StringJoiner("'");
        String[] parts = text.split("'", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean quoted = i % 2 == 1;
            if (!quoted && SESSION.matcher(parts[i]).find()) {
                return null;
            }
            made.add(quoted ? parts[i] : CLOCK.matcher(parts[i]).replaceAll(match -> instant(match, now)));
        }
        return made.toString();
    }

    private static String instant(MatchResult word, Instant now) {
        String type = switch (word.group(1)) {
            case "LOCALTIMESTAMP" -> "timestamp";
            case "CURRENT_DATE" -> "date";
            case "CURRENT_TIME" -> "timetz";
            case "LOCALTIME" -> "time";
            default -> "timestamptz";
        };
        String precision = word.group(2) == null ? "" : word.group(2);
        return Matcher.quoteReplacement("(('" + now + "'::timestamptz)::" + type + precision + ")");
    }

    private static Set<String> computable(Connection connection, Set<String> columns) throws SQLException {
        Set<String> found = new HashSet<>();
        Array ids = connection.createArrayOf("text", columns.toArray());
        try (PreparedStatement query = connection.prepareStatement(COMPUTABLE)) {
            query.setArray(1, ids);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    /** {@return the value; null for NULL, and where the server refuses to compute it, which it then does again for the row} */
    private static @Nullable Object value(Connection connection, ColumnSpec column, String expression)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select cast((" + expression + ") as " + column.sqlType() + ")")) {
            row.next();
            return JdbcValues.read(row, column);
        } catch (SQLException e) {
            connection.rollback(before);
            return null;
        }
    }
}
