package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.runtime.introspect.Introspection;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database whose tables have columns about all sorts of things, and every row of some seeds. */
final class SampleSchema implements AutoCloseable {

    static final int ROWS = 400;
    private static final List<Long> SEEDS = List.of(1L, 42L, 20_261_120L);

    /** Its snapshot. */
    final Snapshot snapshot;

    private final TestDatabase database = TestDatabase.create();

    SampleSchema() throws SQLException {
        database.execute("""
                CREATE TYPE user_status AS ENUM ('invited', 'active', 'suspended', 'deleted');
                CREATE DOMAIN web_address AS text;
                CREATE TABLE users (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    first_name text NOT NULL, middle_name text, last_name text NOT NULL, full_name varchar(80) NOT NULL,
                    "userName" varchar(40) NOT NULL, email varchar(120) NOT NULL, backup_email text, password_hash text NOT NULL,
                    phone varchar(20), dob date, gender text, job_title varchar(40), bio text, avatar_url text,
                    street varchar(60), city text, state char(2), zip varchar(10), country text, country_code char(2),
                    lat numeric(9,6), lng double precision, time_zone text, locale varchar(5),
                    status user_status NOT NULL, role text NOT NULL DEFAULT 'member'::text, is_active boolean NOT NULL,
                    is_deleted boolean NOT NULL, settings jsonb NOT NULL, login_count integer NOT NULL, last_login_at timestamptz,
                    created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, deleted_at timestamptz);
                CREATE TABLE posts (
                    id uuid PRIMARY KEY, title varchar(80) NOT NULL, slug text NOT NULL, body text NOT NULL, summary varchar(40),
                    state text NOT NULL CHECK (state IN ('draft', 'published', 'archived')), position integer NOT NULL,
                    view_count integer NOT NULL, rating smallint, tags text[] NOT NULL, site web_address,
                    created_at timestamp NOT NULL, published_at timestamp, updated_at timestamp NOT NULL, archived_at timestamp);
                CREATE TABLE orders (
                    order_id serial PRIMARY KEY, user_id bigint REFERENCES users, order_number text NOT NULL, state text NOT NULL,
                    unit_price numeric(10,2) NOT NULL, qty integer NOT NULL, discount real NOT NULL, tax_rate numeric(5,4),
                    total_cents bigint NOT NULL, currency char(3) NOT NULL, payment_method text, tracking_number varchar(12),
                    billing_name text, billing_city text, billing_state text, billing_postcode text, billing_country text,
                    shipping_city text, shipping_country text,
                    ordered_at timestamptz, paid_at timestamptz, shipped_at timestamptz, delivered_at timestamptz,
                    due_date date, created_at timestamptz, updated_at timestamptz);
                CREATE TABLE files (
                    id integer PRIMARY KEY, name text, mime_type text, extension varchar(8), size bigint, checksum_md5 char(32),
                    sha256 text, storage_path text, ip inet, mac macaddr, user_agent text, api_key varchar(24), version varchar(12),
                    color varchar(7), color_name_label varchar(6), url text, domain varchar(63), http_status integer,
                    external_id varchar(20), isbn varchar(13), weight_kg numeric(6,3), duration interval, birth_year smallint,
                    opening_time time, closing_time time, valid_from date, valid_to date, starts_at timestamp, ends_at timestamp,
                    expires_at timestamptz, metadata json, ratio numeric(4,4), emails text[], commentable_id bigint,
                    commentable_type text, severity text, reviewer_initials varchar(3));
                CREATE TABLE items (unit_price numeric(10,2), quantity integer, line_total numeric(12,2));
                CREATE DOMAIN us_postal_code AS text;
                CREATE TABLE hints (c1 text, c2 us_postal_code, c3 text, owner_id bigint REFERENCES users,
                    shade user_status, gateway text CHECK (gateway IN ('stripe', 'paypal')),
                    code text CHECK (code = ANY (ARRAY['a', 'it''s'])));
                COMMENT ON COLUMN hints.c1 IS 'E-mail';
                COMMENT ON COLUMN hints.c3 IS 'what we once wrote to the customer by e-mail';
                """);
        try (Connection connection = database.connect()) {
            snapshot = Introspection.read(connection);
        }
    }

    /** Every row of every seed, with what it was made from. */
    interface Row {
        void of(long seed, long ordinal);
    }

    static void everyRow(Row row) {
        for (long seed : SEEDS) {
            for (long i = 0; i < ROWS; i++) {
                row.of(seed, i);
            }
        }
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    @Override
    public void close() {
        database.close();
    }
}
