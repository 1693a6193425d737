package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Suggestions;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.UserType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a database's schema from its system catalogs: a constant number of queries, whatever the number of tables.
 *
 * <p>Nothing is written. What is printed by the server (defaults, checks, definitions) is printed under fixed settings
 * and with an empty search path, so that it is the same for everybody and every name but PostgreSQL's own has its
 * schema.
 */
public final class Introspection {

    /** The schema of the ledger, which is no part of anybody's schema. */
    private static final String OWN_SCHEMA = "seedplan";

    private Introspection() {}

    /**
     * {@return the schema of a database, without the system's schemas and the schema {@code seedplan}}
     *
     * @param connection a connection to it; where a transaction is open it stays open and as it was
     * @throws IntrospectionException if the server is older than PostgreSQL 12
     * @throws SQLException if the server refuses a query
     */
    public static Snapshot read(Connection connection) throws SQLException {
        return read(connection, Set.of());
    }

    /**
     * {@return some schemas of a database, with the types that their tables need from others}
     *
     * @param connection a connection to it; where a transaction is open it stays open and as it was
     * @param schemas the names of the schemas; empty for all
     * @throws IntrospectionException if the server is older than PostgreSQL 12, or a schema does not exist
     * @throws SQLException if the server refuses a query
     */
    public static Snapshot read(Connection connection, Collection<String> schemas) throws SQLException {
        try (CatalogTransaction transaction = CatalogTransaction.begin(connection)) {
            return snapshot(transaction.catalog(), new TreeSet<>(schemas));
        }
    }

    private static Snapshot snapshot(Catalog catalog, Set<String> wanted) throws SQLException {
        Map<String, Long> schemas = schemas(catalog, wanted);
        Catalog chosen = catalog.within(schemas.values());
        List<UserType> types = TypeReader.read(chosen);
        List<Table> tables = TableReader.read(chosen, DomainNotNull.of(types));
        return new Snapshot(
                Snapshot.FORMAT,
                catalog.serverVersion(),
                defaultSchema(schemas.keySet()),
                List.copyOf(schemas.keySet()),
                extensions(catalog),
                types,
                SequenceReader.read(chosen),
                FunctionReader.read(chosen),
                tables,
                views(chosen));
    }

    private static Map<String, Long> schemas(Catalog catalog, Set<String> wanted) throws SQLException {
        Map<String, Long> all = new TreeMap<>();
        catalog.query("""
                SELECT oid, nspname
                FROM pg_catalog.pg_namespace
                WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
                """, row -> all.put(row.text("nspname"), row.number("oid")));
        all.remove(OWN_SCHEMA);
        if (wanted.isEmpty()) {
            return all;
        }
        for (String name : wanted) {
            if (!all.containsKey(name)) {
                throw new IntrospectionException(
                        IntrospectionError.NO_SUCH_SCHEMA,
                        "there is no schema \"" + name + "\"; " + Suggestions.of(name, all.keySet()));
            }
        }
        all.keySet().retainAll(wanted);
        return all;
    }

    private static String defaultSchema(Set<String> schemas) {
        return schemas.size() == 1 ? schemas.iterator().next() : "public";
    }

    private static List<Snapshot.Extension> extensions(Catalog catalog) throws SQLException {
        // plpgsql is part of every database.
        return catalog
                .list(
                        """
                SELECT e.extname, n.nspname, e.extversion
                FROM pg_catalog.pg_extension e
                JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
                WHERE e.extname <> 'plpgsql'
                """,
                        row -> new Snapshot.Extension(row.text("extname"), row.text("nspname"), row.text("extversion")))
                .stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    private static List<QName> views(Catalog catalog) throws SQLException {
        return catalog.list("""
                SELECT n.nspname AS schema, c.relname AS name
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('v', 'm') AND c.relnamespace IN (:schemas)
                  AND NOT EXISTS (
                    SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')
                """, row -> row.name("schema", "name")).stream()
                .sorted()
                .toList();
    }
}
