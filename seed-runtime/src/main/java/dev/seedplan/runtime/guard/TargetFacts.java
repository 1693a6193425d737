package dev.seedplan.runtime.guard;

import dev.seedplan.runtime.internal.ledger.OtherRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * What a database shows of itself.
 *
 * @param hosts the hosts of its address, without ports
 * @param database its name
 * @param cluster the server's {@code cluster_name}; empty for none
 * @param marker what its owner has marked it as; empty for none
 * @param otherRows how many rows it holds that no run of ours wrote, counted no further than one beyond {@link #MANY}
 */
record TargetFacts(List<String> hosts, String database, String cluster, String marker, long otherRows) {

    /** Beyond it the rows are somebody's. */
    static final long MANY = 1000;

    private static final String MARKER = "seedplan.environment";
    private static final Pattern COMMENT = Pattern.compile("seedplan\\.environment\\s*=\\s*'?([\\w-]+)");

    /** Looks at the database of a connection with an open transaction. */
    static TargetFacts of(Connection connection, String ledgerSchema) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_database(), coalesce(current_setting('cluster_name', true), ''),"
                                + " coalesce(current_setting('" + MARKER + "', true), ''),"
                                + " (select coalesce(shobj_description(d.oid, 'pg_database'), '') from pg_catalog.pg_database d"
                                + " where d.datname = current_database()),"
                                + " coalesce((select string_agg(substring(setting from " + (MARKER.length() + 2)
                                + "), ' ') from pg_catalog.pg_db_role_setting s, unnest(s.setconfig) as setting"
                                + " where s.setdatabase = (select oid from pg_catalog.pg_database where datname = current_database())"
                                + " and starts_with(setting, '" + MARKER + "=')), '')")) {
            row.next();
            Matcher comment = COMMENT.matcher(row.getString(4));
            String marker = row.getString(3) + " " + (comment.find() ? comment.group(1) : "") + " " + row.getString(5);
            return new TargetFacts(
                    hosts(connection.getMetaData().getURL()),
                    row.getString(1),
                    row.getString(2),
                    marker.strip(),
                    OtherRows.upTo(connection, ledgerSchema, MANY + 1));
        }
    }

    /** The driver's own reading, since a service file may say the host. */
    private static List<String> hosts(String url) {
        Properties parsed = Driver.parseURL(url, new Properties());
        String hosts = parsed == null ? null : PGProperty.PG_HOST.getOrDefault(parsed);
        return hosts == null ? List.of("localhost") : List.of(hosts.split(",", -1));
    }

    /** {@return the hosts and the database, for people} */
    String name() {
        return database + " on " + String.join(", ", hosts);
    }
}
