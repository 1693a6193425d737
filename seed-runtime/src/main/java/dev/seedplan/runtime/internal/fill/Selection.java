package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.internal.database.TableGlob;
import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Which tables are filled, and why the others are not. */
final class Selection {

    /** Tables in which migration tools keep what they have done; filling them would make migrations be skipped. */
    private static final Set<String> HISTORIES = Set.of(
            "flyway_schema_history",
            "schema_version",
            "databasechangelog",
            "databasechangeloglock",
            "_prisma_migrations",
            "schema_migrations",
            "ar_internal_metadata",
            "django_migrations",
            "__drizzle_migrations",
            "alembic_version",
            "supabase_migrations",
            "seed_files",
            "goose_db_version",
            "gorp_migrations",
            "knex_migrations",
            "knex_migrations_lock",
            "sequelizemeta",
            "typeorm_migrations",
            "mikro_orm_migrations",
            "__efmigrationshistory",
            "_sqlx_migrations",
            "pgmigrations",
            "migrations_history",
            "refinery_schema_history",
            "diesel_schema_migrations",
            "__diesel_schema_migrations",
            "doctrine_migration_versions",
            "phinxlog",
            "play_evolutions",
            "ecto_migrations",
            "_migrations",
            "migratehistory",
            "hdb_catalog_version");

    /** Schemas that Supabase keeps for itself; {@code auth} and {@code storage} are filled when named. */
    private static final Set<String> SUPABASE = Set.of(
            "auth",
            "storage",
            "realtime",
            "_realtime",
            "supabase_functions",
            "supabase_migrations",
            "vault",
            "pgsodium",
            "graphql",
            "graphql_public",
            "pgbouncer",
            "net",
            "cron",
            "extensions",
            "_analytics");

    private final List<FillTable> tables = new ArrayList<>();
    private final List<FillSummary.LeftOut> leftOut = new ArrayList<>();

    private Selection() {}

    /**
     * Selects the tables of a database.
     *
     * @param insertable whether the role may insert into a table and read it
     */
    static Selection of(Snapshot snapshot, FillOptions options, Predicate<QName> insertable) {
        Selection selection = new Selection();
        boolean supabase = snapshot.table(new QName("auth", "users"))
                .filter(users -> users.column("instance_id").isPresent()
                        || users.column("raw_user_meta_data").isPresent())
                .isPresent();
        for (Table table : snapshot.tables()) {
            if (table.partitionOf() != null) {
                continue;
            }
            String reason = reason(table, snapshot, options, supabase, insertable);
            if (reason.isEmpty()) {
                selection.tables.add(new FillTable(table, snapshot, options.serverDefaults()));
            } else {
                selection.leftOut.add(new FillSummary.LeftOut(id(table), 0, reason, reason.startsWith("no INSERT")));
            }
        }
        return selection;
    }

    List<FillTable> tables() {
        return tables;
    }

    List<FillSummary.LeftOut> leftOut() {
        return leftOut;
    }

    private static String reason(
            Table table, Snapshot snapshot, FillOptions options, boolean supabase, Predicate<QName> insertable) {
        String schema = table.name().schema();
        String name = table.name().name().toLowerCase(Locale.ROOT);
        boolean named = options.tables().stream().anyMatch(glob -> matches(glob, table.name(), snapshot));
        if (schema.equals("seedplan")) {
            return "Seedplan's own";
        } else if (table.extension() != null) {
            return "belongs to the extension " + table.extension();
        } else if (table.kind() == Table.Kind.FOREIGN) {
            return "a foreign table: its rows are on another server";
        } else if (options.exclude().stream().anyMatch(glob -> matches(glob, table.name(), snapshot))) {
            return "excluded by --exclude";
        } else if (!options.tables().isEmpty() && !named) {
            return "not named by --tables";
        } else if (HISTORIES.contains(name) && !named) {
            return "the history of a migration tool";
        } else if (supabase && SUPABASE.contains(schema) && !named) {
            return "Supabase's own schema; name it to fill it: --tables '" + schema + ".*'";
        } else if (!insertable.test(table.name())) {
            return "no INSERT and SELECT privilege";
        }
        return "";
    }

    private static String id(Table table) {
        return table.name().schema() + "." + table.name().name();
    }

    static boolean matches(String glob, QName name, Snapshot snapshot) {
        return TableGlob.of(glob, snapshot.defaultSchema()).matches(name);
    }

    /** {@return globs and names that match no table, for a message} */
    static Set<String> unmatched(Snapshot snapshot, FillOptions options) {
        Set<String> all = new HashSet<>(options.tables());
        all.addAll(options.exclude());
        all.addAll(options.rows().keySet());
        all.removeIf(glob -> snapshot.tables().stream().anyMatch(t -> matches(glob, t.name(), snapshot)));
        return new java.util.TreeSet<>(all);
    }
}
