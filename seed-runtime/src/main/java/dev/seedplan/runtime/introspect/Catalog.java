package dev.seedplan.runtime.introspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The system catalogs of one server, and the schemas of them that are looked at. */
final class Catalog {

    /** The oldest server that is understood, as {@code server_version_num} says it. */
    static final int OLDEST = 120000;

    private final Connection connection;
    private final int version;
    private final String schemas;

    Catalog(Connection connection, int version) {
        this(connection, version, "0");
    }

    private Catalog(Connection connection, int version, String schemas) {
        this.connection = connection;
        this.version = version;
        this.schemas = schemas;
    }

    /** A row becomes something, or is put somewhere. */
    interface RowFunction<T> {
        T of(CatalogRow row) throws SQLException;
    }

    static int versionNumber(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW server_version_num")) {
            result.next();
            return result.getInt(1);
        }
    }

    /** {@return the same catalogs, looking at schemas with these OIDs} */
    Catalog within(Collection<Long> schemaOids) {
        String list = schemaOids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new Catalog(connection, version, list.isEmpty() ? "0" : list);
    }

    /** {@return for example {@code 18.6} or {@code 19beta1}, without what packagers add} */
    String serverVersion() throws SQLException {
        return list("SHOW server_version", row -> row.text("server_version"))
                .get(0)
                .split(" ", 2)[0];
    }

    /** {@return an expression where the server is of that major version or newer, else another} */
    String since(int major, String expression, String otherwise) {
        return version >= major * 10000 ? expression : otherwise;
    }

    /** Asks and takes each row; {@code :schemas} stands for the OIDs of the schemas. */
    void query(String sql, RowFunction<?> row) throws SQLException {
        list(sql, r -> {
            row.of(r);
            return "";
        });
    }

    <T> List<T> list(String sql, RowFunction<T> row) throws SQLException {
        // The OIDs are numbers of ours: a prepared statement would gain nothing.
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql.replace(":schemas", schemas))) {
            List<T> list = new ArrayList<>();
            CatalogRow current = new CatalogRow(result);
            while (result.next()) {
                list.add(row.of(current));
            }
            return list;
        }
    }

    /** {@return lists by the OID that stands in the column {@code owner}, in the order of the rows} */
    <T> Map<Long, List<T>> listByOwner(String sql, RowFunction<T> row) throws SQLException {
        Map<Long, List<T>> byOwner = new HashMap<>();
        query(
                sql,
                r -> byOwner.computeIfAbsent(r.number("owner"), owner -> new ArrayList<>())
                        .add(row.of(r)));
        return byOwner;
    }
}
