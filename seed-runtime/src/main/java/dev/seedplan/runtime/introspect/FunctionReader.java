package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the user's functions and procedures, and of those of extensions the ones that a default, check, index, trigger
 * or policy of the user's calls.
 */
final class FunctionReader {

    private FunctionReader() {}

    static List<Snapshot.Function> read(Catalog catalog) throws SQLException {
        return catalog.list(query(catalog), FunctionReader::function).stream()
                .sorted(Comparator.comparing(Snapshot.Function::name).thenComparing(Snapshot.Function::arguments))
                .toList();
    }

    private static Snapshot.Function function(CatalogRow row) throws SQLException {
        String language = row.text("lanname");
        String sqlBody = row.proseOrNull("sqlbody");
        String source = sqlBody != null ? sqlBody : row.proseOrNull("source");
        String text = source == null ? "" : source;
        boolean aggregate = row.flag("aggregate");
        return new Snapshot.Function(
                row.name("schema", "name"),
                row.text("arguments"),
                row.textOrNull("result"),
                language,
                row.text("volatility"),
                sha256(text),
                language.equals("sql") && !aggregate ? singleStatement(text, sqlBody != null) : null,
                row.textOrNull("extname"));
    }

    private static String query(Catalog catalog) {
        // Constructors of range types are left out: their number differs between versions of the server.
        return """
                SELECT n.nspname AS schema, p.proname AS name,
                  pg_catalog.pg_get_function_identity_arguments(p.oid) AS arguments,
                  pg_catalog.pg_get_function_result(p.oid) AS result,
                  l.lanname, p.provolatile::text AS volatility, p.prokind = 'a' AS aggregate,
                  p.prosrc || COALESCE(' in ' || p.probin, '') AS source, %s AS sqlbody, x.extname
                FROM pg_catalog.pg_proc p
                JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
                JOIN pg_catalog.pg_language l ON l.oid = p.prolang
                LEFT JOIN pg_catalog.pg_depend e
                  ON e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND e.objid = p.oid AND e.deptype = 'e'
                LEFT JOIN pg_catalog.pg_extension x ON x.oid = e.refobjid
                WHERE p.pronamespace IN (:schemas)
                  AND NOT EXISTS (
                    SELECT FROM pg_catalog.pg_depend i
                    WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objid = p.oid AND i.deptype = 'i')
                  AND (x.oid IS NULL OR EXISTS (
                    SELECT FROM pg_catalog.pg_depend u
                    WHERE u.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND u.refobjid = p.oid
                      AND u.deptype = 'n'
                      AND u.classid IN (
                        'pg_catalog.pg_attrdef'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass,
                        'pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_policy'::pg_catalog.regclass,
                        'pg_catalog.pg_trigger'::pg_catalog.regclass)))
                """.formatted(catalog.since(14, "pg_catalog.pg_get_function_sqlbody(p.oid)", "NULL::pg_catalog.text"));
    }

    /** {@return the one statement of a body in SQL without its semicolon; null where it has none or several} */
    private static @Nullable String singleStatement(String body, boolean standard) {
        String inner = body.strip();
        if (standard && inner.startsWith("RETURN ")) {
            return "SELECT " + inner.substring("RETURN ".length());
        }
        if (standard) {
            inner = inner.replaceFirst("^BEGIN ATOMIC\\s", "").replaceFirst("END$", "");
        }
        List<SqlScript.Statement> statements = SqlScript.split(inner);
        return statements.size() == 1 ? statements.get(0).text() : null;
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
