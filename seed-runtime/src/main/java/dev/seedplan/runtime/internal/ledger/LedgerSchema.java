package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.internal.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The ledger's tables: made on first use, and brought to the newest version. */
public final class LedgerSchema {

    /** What the schema is called unless it is said otherwise. */
    public static final String DEFAULT_NAME = "seedplan";

    /** The statements that lead from each version to the next; the first makes it. {@code %1$s} is the schema, quoted. */
    private static final List<String> VERSIONS = List.of("""
            create table %1$s.version (number integer primary key, since timestamptz not null default now());
            create table %1$s.run (
              id bigint generated always as identity primary key,
              name text not null,
              version text not null,
              contract text not null,
              contract_hash text not null,
              seed bigint not null,
              size text not null,
              atomic boolean not null,
              state text not null check (state in ('planned', 'done', 'rolling back', 'rolled back', 'given up')),
              planned_at timestamptz not null default now(),
              ended_at timestamptz,
              who text not null default session_user,
              origin text not null);
            create index run_name on %1$s.run (name, id);
            create table %1$s.block (
              run bigint not null references %1$s.run on delete cascade,
              schema_name text not null,
              table_name text not null,
              column_name text not null,
              firsts bigint[] not null,
              counts bigint[] not null,
              increment bigint not null,
              primary key (run, schema_name, table_name, column_name));
            create table %1$s.step (
              run bigint not null references %1$s.run on delete cascade,
              number integer not null,
              step text not null,
              schema_name text not null,
              table_name text not null,
              first_row bigint not null,
              row_count bigint not null,
              key_column text,
              firsts bigint[] not null,
              counts bigint[] not null,
              increment bigint not null,
              xids bigint[] not null,
              row_hash bigint not null,
              written_at timestamptz not null default clock_timestamp(),
              primary key (run, number));
            comment on column %1$s.step.xids is
              'As xmin shows them; the last is that of the transaction that wrote this row, unless it was restored from a dump.';
            """, """
            create table %1$s.waiting (
              run bigint not null references %1$s.run on delete cascade,
              number integer not null,
              statement text not null,
              primary key (run, number));
            comment on table %1$s.waiting is
              'What a run over several connections has dropped and not yet added again; "seedplan repair" does.';
            """);

    private final String name;
    private final List<String> versions;

    /** Means the schema of that name. */
    public LedgerSchema(String name) {
        this(name, VERSIONS);
    }

    LedgerSchema(String name, List<String> versions) {
        this.name = name;
        this.versions = versions;
    }

    /** {@return a table of it, quoted} */
    String table(String table) {
        return Sql.quote(name) + "." + Sql.quote(table);
    }

    /** {@return the statements that make it, for a role that may create schemas} */
    public String ddl() {
        StringBuilder text = new StringBuilder(schemaStatements());
        for (int version = 1; version <= versions.size(); version++) {
            text.append(statements(version));
        }
        return text.toString();
    }

    private String schemaStatements() {
        String quoted = Sql.quote(name);
        return "create schema " + quoted + ";\ncomment on schema " + quoted
                + " is 'What Seedplan wrote into this database: runs, keys, rows.';\n";
    }

    private String statements(int version) {
        String quoted = Sql.quote(name);
        return String.format(versions.get(version - 1), quoted) + "insert into " + quoted + ".version (number) values ("
                + version + ");\n";
    }

    /**
     * {@return whether it is there}
     *
     * @throws dev.seedplan.runtime.SeedException if a newer Seedplan made it
     */
    boolean exists(Connection connection) throws SQLException {
        return version(connection) > 0;
    }

    /** Makes it or brings it to the newest version, and commits; only with the lock held. */
    void prepare(Connection connection) throws SQLException {
        int version = version(connection);
        if (version == 0 && !mayCreate(connection)) {
            throw LedgerError.NO_SCHEMA.because(
                    "role " + connection.getMetaData().getUserName() + " may not create the schema " + name
                            + ", in which is recorded what was written");
        }
        if (version == 0 && !isMade(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(schemaStatements());
            }
        }
        for (int next = version + 1; next <= versions.size(); next++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(statements(next));
            } catch (SQLException e) {
                if ("42501".equals(e.getSQLState())) {
                    connection.rollback();
                    throw LedgerError.NO_SCHEMA.because(
                            "role " + connection.getMetaData().getUserName() + " may not bring the schema " + name
                                    + " to version " + next + " of the ledger",
                            e);
                }
                throw e;
            }
        }
        connection.commit();
    }

    private int version(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, table("version"));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return 0;
                }
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(number), 0) from " + table("version"))) {
            row.next();
            int version = row.getInt(1);
            if (version > versions.size()) {
                throw LedgerError.NEWER.because("the ledger in the schema " + name + " has version " + version
                        + ", this Seedplan knows up to " + versions.size());
            }
            return version;
        }
    }

    private boolean isMade(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select exists (select 1 from pg_catalog.pg_namespace where nspname = ?)")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private boolean mayCreate(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce((select has_schema_privilege(oid, 'CREATE') from pg_catalog.pg_namespace where nspname = ?),
                                has_database_privilege(current_database(), 'CREATE'))""")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
