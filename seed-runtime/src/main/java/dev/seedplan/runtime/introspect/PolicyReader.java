package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Reads the policies of row level security. */
final class PolicyReader {

    private PolicyReader() {}

    static Map<Long, List<Table.Policy>> read(Catalog catalog) throws SQLException {
        return catalog.listByOwner(
                """
                SELECT p.polrelid AS owner, p.polname, p.polcmd::text AS polcmd, p.polpermissive,
                  (SELECT pg_catalog.array_agg(r.name ORDER BY r.name COLLATE "C")
                   FROM (SELECT CASE WHEN o.oid = 0 THEN 'PUBLIC' ELSE pg_catalog.pg_get_userbyid(o.oid)::text END AS name
                         FROM pg_catalog.unnest(p.polroles) AS o(oid)) r) AS roles,
                  pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS using_expression,
                  pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS check_expression
                FROM pg_catalog.pg_policy p
                JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
                WHERE c.relnamespace IN (:schemas)
                """,
                row -> new Table.Policy(
                        row.text("polname"),
                        command(row.text("polcmd")),
                        row.flag("polpermissive"),
                        row.texts("roles"),
                        row.textOrNull("using_expression"),
                        row.textOrNull("check_expression")));
    }

    private static String command(String code) {
        return switch (code) {
            case "r" -> "SELECT";
            case "a" -> "INSERT";
            case "w" -> "UPDATE";
            case "d" -> "DELETE";
            default -> "ALL";
        };
    }
}
