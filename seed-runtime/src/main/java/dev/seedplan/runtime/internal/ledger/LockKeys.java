package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.LockHolder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The advisory locks of seeders: their keys, which never change, and who holds them. */
final class LockKeys {

    /** Held exclusively by the seeder at work: "seedplan" in ASCII. */
    static final long SEEDER = 0x73656564706c616eL;

    /** Held shared by every connection that loads. */
    static final long LOADING = SEEDER + 1;

    private static final String GRANTED =
            "l.locktype = 'advisory' and l.granted and l.objsubid = 1 and l.database = (select"
                    + " oid from pg_catalog.pg_database where datname = current_database()) and l.classid = "
                    + (SEEDER >>> 32);

    private LockKeys() {}

    /** {@return the query for whether a server process holds the seeder's lock} */
    static String isHeldBy(long pid) {
        return "select exists (select 1 from pg_catalog.pg_locks l where " + GRANTED + " and l.objid = "
                + (SEEDER & 0xffffffffL) + " and l.pid = " + pid + ")";
    }

    /** {@return the connections of seeders at work on this database, the one that holds the lock first} */
    public static List<LockHolder> holders(Connection connection) throws SQLException {
        List<LockHolder> holders = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select l.pid, coalesce(a.usename::text, '?'), coalesce(a.application_name, '?'),"
                                + " host(a.client_addr), a.backend_start, l.objid = " + (LOADING & 0xffffffffL)
                                + " from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid"
                                + " where " + GRANTED + " and l.objid in (" + (SEEDER & 0xffffffffL) + ", "
                                + (LOADING & 0xffffffffL) + ") order by 6, 1")) {
            while (row.next()) {
                java.sql.@Nullable Timestamp since = row.getTimestamp(5);
                holders.add(new LockHolder(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        since == null ? null : since.toInstant(),
                        row.getBoolean(6)));
            }
        }
        return holders;
    }
}
