package dev.seedplan.cli.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which tools made a schema, by the tables and columns that only they make. */
final class Frameworks {

    /** By name what has to be there: tables, and columns as {@code table.column}; all of one line. */
    private static final Map<String, List<List<String>>> MARKS = new LinkedHashMap<>();

    static {
        mark("Flyway", "flyway_schema_history");
        mark("Liquibase", "databasechangelog");
        mark("Prisma", "_prisma_migrations");
        mark("Rails", "schema_migrations", "ar_internal_metadata");
        mark("Django", "django_migrations");
        mark("Django", "django_content_type");
        mark("Laravel", "migrations.batch", "migrations.migration");
        mark("Alembic", "alembic_version.version_num");
        mark("Entity Framework", "__efmigrationshistory");
        mark("Ecto", "schema_migrations.inserted_at");
        mark("Goose", "goose_db_version");
        mark("Knex", "knex_migrations");
        mark("Sequelize", "sequelizemeta");
        mark("TypeORM", "typeorm_migrations");
        mark("Drizzle", "__drizzle_migrations");
        mark("Diesel", "__diesel_schema_migrations");
        mark("SQLx", "_sqlx_migrations");
        mark("Doctrine", "doctrine_migration_versions");
        mark("Hasura", "hdb_catalog.hdb_version");
        mark("Supabase", "auth.users.raw_user_meta_data");
        mark("Supabase", "auth.users.instance_id");
        mark("MakerKit", "accounts.is_personal_account");
        mark("MakerKit", "accounts_memberships");
        mark("Auth.js", "accounts.provider_account_id");
        mark("Auth.js", "accounts.providerAccountId");
        mark("Devise", "users.encrypted_password", "users.reset_password_token");
        mark("Active Storage", "active_storage_blobs", "active_storage_attachments");
        mark("Keycloak", "keycloak_role", "user_entity");
        mark("Quartz", "qrtz_triggers", "qrtz_job_details");
        mark("Spring Batch", "batch_job_instance", "batch_step_execution");
        mark("Spring Session", "spring_session", "spring_session_attributes");
        mark("Spring Modulith", "event_publication.serialized_event");
        mark("PostGIS", "spatial_ref_sys");
    }

    private Frameworks() {}

    private static void mark(String framework, String... all) {
        MARKS.computeIfAbsent(framework, f -> new ArrayList<>()).add(List.of(all));
    }

    /** {@return the names that can be told} */
    static List<String> known() {
        return List.copyOf(MARKS.keySet());
    }

    static List<Guess> of(Names names) {
        List<Guess> found = new ArrayList<>();
        MARKS.forEach((framework, lines) -> {
            List<String> evidence = new ArrayList<>();
            for (List<String> line : lines) {
                List<String> there = line.stream()
                        .flatMap(mark -> find(names, mark).stream())
                        .toList();
                if (there.size() == line.size()) {
                    evidence.addAll(there);
                }
            }
            if (!evidence.isEmpty()) {
                found.add(new Guess(framework, List.copyOf(evidence)));
            }
        });
        return found;
    }

    private static Optional<String> find(Names names, String mark) {
        Optional<String> column = mark.indexOf('.') < 0 ? Optional.empty() : names.column(mark);
        return column.isPresent() ? column : names.table(mark).map(t -> t.name().toString());
    }
}
