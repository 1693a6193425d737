package dev.seedplan.runtime.internal.load;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.Worker;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** COPY in binary on one connection, in whatever transaction it has. */
public final class CopyLoader implements Loader {

    private static final int PROGRESS_ROWS = 4_096;

    private final Connection connection;
    private final Predicate<TableSpec> freezes;
    private final Function<TableSpec, String> targets;

    /**
     * Loads over a connection, which stays the caller's.
     *
     * @param freezes tells the tables that were truncated in this transaction, whose rows can be frozen
     */
    public CopyLoader(Connection connection, Predicate<TableSpec> freezes) {
        this(connection, freezes, Sql::quote);
    }

    /**
     * Loads over a connection into other tables than the rows are of.
     *
     * @param freezes tells the tables that were truncated in this transaction, whose rows can be frozen
     * @param targets gives the table, quoted, that takes the rows
     */
    public CopyLoader(Connection connection, Predicate<TableSpec> freezes, Function<TableSpec, String> targets) {
        this.connection = connection;
        this.freezes = freezes;
        this.targets = targets;
    }

    @Override
    public Loaded load(StepLayout step, long from, long to, Worker worker, LongConsumer progress) throws SQLException {
        Map<String, Integer> oids = elementOids(step);
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(statement(step, freezes.test(step.table().table())));
        try {
            BinaryRows rows = new BinaryRows(step, oids, copy::writeToCopy);
            long[] made = new long[1];
            worker.pass(step).forEach(from, to, pass -> {
                try {
                    rows.row(pass);
                } catch (SQLException e) {
                    throw new Refused(e);
                }
                if (++made[0] % PROGRESS_ROWS == 0) {
                    progress.accept(made[0]);
                }
            });
            rows.end();
            long taken = copy.endCopy();
            progress.accept(made[0]);
            return new Loaded(taken, rows.hash());
        } catch (Refused refused) {
            throw refused.reason;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Carries the server's refusal out of the pass over the rows. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final SQLException reason;

        Refused(SQLException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private String statement(StepLayout step, boolean freeze) {
        StringJoiner columns = new StringJoiner(", ", "(", ")");
        List<ColumnSpec> all = step.table().table().columns();
        for (int i = 0; i < all.size(); i++) {
            if (step.sends(i)) {
                columns.add(Sql.quote(all.get(i).name()));
            }
        }
        String list = columns.toString().equals("()") ? "" : " " + columns;
        return "COPY " + targets.apply(step.table().table()) + list + " FROM STDIN (FORMAT binary"
                + (freeze ? ", FREEZE)" : ")");
    }

    /** The OIDs of user types differ between databases, so they are asked for. */
    private Map<String, Integer> elementOids(StepLayout step) throws SQLException {
        Map<String, Integer> oids = new HashMap<>();
        if (step.table().table().columns().stream().noneMatch(c -> c.kind() == Kind.ARRAY)) {
            return oids;
        }
        try (PreparedStatement query = connection.prepareStatement("""
                select a.attname, case when t.typtype = 'd' then b.typelem else t.typelem end
                from pg_catalog.pg_attribute a
                join pg_catalog.pg_type t on t.oid = a.atttypid
                left join pg_catalog.pg_type b on b.oid = t.typbasetype
                where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped""")) {
            query.setString(1, Sql.quote(step.table().table()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    oids.put(rows.getString(1), (int) rows.getLong(2));
                }
            }
        }
        return oids;
    }
}
