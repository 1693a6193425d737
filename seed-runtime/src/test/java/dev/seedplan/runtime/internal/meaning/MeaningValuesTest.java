package dev.seedplan.runtime.internal.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.seedplan.Values;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.introspect.Introspection;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MeaningValuesTest {

    private static final int ROWS = 400;
    private static final List<Long> SEEDS = List.of(1L, 42L, 20_261_120L);

    private static TestDatabase database;
    private static Snapshot snapshot;

    @BeforeAll
    static void create() throws SQLException {
        database = TestDatabase.create();
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

    @AfterAll
    static void drop() {
        database.close();
    }

    /** Every row of every seed, with what it was made from. */
    private interface Row {
        void of(long seed, long ordinal);
    }

    private static void everyRow(Row row) {
        for (long seed : SEEDS) {
            for (long i = 0; i < ROWS; i++) {
                row.of(seed, i);
            }
        }
    }

    @Test
    void rowsLookLikeThis() throws IOException {
        looksLike("rows-of-users.txt", new Sample(snapshot, "users", "en").printed(1, 3));
    }

    @Test
    void ordersLookLikeThis() throws IOException {
        looksLike("rows-of-orders.txt", new Sample(snapshot, "orders", "de").printed(1, 2));
    }

    @Test
    void anEMailAddressHoldsItsPersonsName() {
        Sample users = new Sample(snapshot, "users", "fr");
        everyRow((seed, i) -> {
            String first = users.text("first_name", seed, i);
            String last = users.text("last_name", seed, i);
            assertThat(users.text("full_name", seed, i)).isEqualTo(first + " " + last);
            assertThat(users.text("email", seed, i))
                    .startsWith(plain(first) + "." + plain(last))
                    .matches(".*@example\\.(com|org|net)");
            assertThat(users.text("userName", seed, i)).startsWith(plain(first));
        });
    }

    @Test
    void aNameThatIsDecidedIsTheOneInTheAddress() {
        Sample users = new Sample(snapshot, "users", "en");
        RowView view = new RowView() {
            @Override
            public boolean has(String column) {
                return column.equals("first_name");
            }

            @Override
            public @Nullable Object get(String column) {
                return column.equals("first_name") ? "Grace" : null;
            }
        };
        assertThat(users.values().value("email", Sample.row(7, 7), view))
                .asString()
                .startsWith("grace.");
        assertThat(users.values().value("full_name", Sample.row(7, 7), view))
                .asString()
                .startsWith("Grace ");
    }

    @Test
    void timesAreInOrder() {
        Sample users = new Sample(snapshot, "users", "en");
        Sample posts = new Sample(snapshot, "posts", "en");
        Sample files = new Sample(snapshot, "files", "en");
        Sample orders = new Sample(snapshot, "orders", "en");
        everyRow((seed, i) -> {
            Instant created = users.the(Instant.class, "created_at", seed, i);
            Instant updated = users.the(Instant.class, "updated_at", seed, i);
            Instant deleted = users.the(Instant.class, "deleted_at", seed, i);
            assertThat(List.of(created, updated, deleted, Sample.NOW)).isSorted();
            assertThat(users.the(Instant.class, "last_login_at", seed, i)).isBetween(created, Sample.NOW);
            assertThat(List.<LocalDateTime>of(
                            posts.the(LocalDateTime.class, "created_at", seed, i),
                            posts.the(LocalDateTime.class, "published_at", seed, i),
                            posts.the(LocalDateTime.class, "updated_at", seed, i),
                            posts.the(LocalDateTime.class, "archived_at", seed, i)))
                    .isSorted();
            assertThat(List.<Instant>of(
                            orders.the(Instant.class, "created_at", seed, i),
                            orders.the(Instant.class, "ordered_at", seed, i),
                            orders.the(Instant.class, "paid_at", seed, i),
                            orders.the(Instant.class, "shipped_at", seed, i),
                            orders.the(Instant.class, "delivered_at", seed, i)))
                    .isSorted();
            assertThat(files.the(LocalDateTime.class, "starts_at", seed, i))
                    .isBefore(files.the(LocalDateTime.class, "ends_at", seed, i));
            assertThat(files.the(LocalDate.class, "valid_from", seed, i))
                    .isBefore(files.the(LocalDate.class, "valid_to", seed, i));
            assertThat(files.the(LocalTime.class, "opening_time", seed, i))
                    .isBefore(files.the(LocalTime.class, "closing_time", seed, i));
        });
    }

    @Test
    void aRowIsNotOlderThanItsParents() {
        Sample users = new Sample(snapshot, "users", "en");
        Random random = new Random(5);
        everyRow((seed, i) -> {
            Instant parent = Sample.NOW
                    .minusSeconds(random.nextInt(90_000_000) - 1_000_000)
                    .plusNanos(1_000);
            RowView view = new RowView() {
                @Override
                public Instant notBefore() {
                    return parent;
                }
            };
            Draws row = Sample.row(seed, i);
            Object created = users.values().value("created_at", row, view);
            Object updated = users.values().value("updated_at", row, view);
            assertThat((Instant) created).isAfterOrEqualTo(parent);
            assertThat((Instant) updated).isAfterOrEqualTo((Instant) created);
        });
    }

    @Test
    void aPlaceHoldsTogether() {
        Sample users = new Sample(snapshot, "users", "de");
        everyRow((seed, i) -> {
            String city = users.text("city", seed, i);
            Places.Place place = Places.all().stream()
                    .filter(p -> p.city().equals(city))
                    .findFirst()
                    .orElseThrow();
            assertThat(users.text("state", seed, i))
                    .isEqualTo(place.regionCode().substring(0, 2));
            assertThat(users.text("country_code", seed, i))
                    .isEqualTo(place.country().code());
            assertThat(users.text("country", seed, i))
                    .isEqualTo(place.country().names().get("de"));
            assertThat(users.text("time_zone", seed, i)).isEqualTo(place.zone());
            assertThat(users.text("zip", seed, i))
                    .matches(place.postcode().replace("#", "\\d").replace("%", "[1-9]"));
            assertThat(users.the(BigDecimal.class, "lat", seed, i).doubleValue())
                    .isCloseTo(place.latitude(), within(0.05));
            assertThat(users.the(Double.class, "lng", seed, i)).isCloseTo(place.longitude(), within(0.05));
        });
    }

    @Test
    void billingAndShippingAreDifferentPlaces() {
        Sample orders = new Sample(snapshot, "orders", "en");
        long different = LongStream.range(0, ROWS)
                .filter(i -> !orders.text("billing_city", 1, i).equals(orders.text("shipping_city", 1, i)))
                .count();
        assertThat(different).isGreaterThan(ROWS / 2);
    }

    @Test
    void statesAndStatusesHaveASensibleMajority() {
        Sample users = new Sample(snapshot, "users", "en");
        assertThat(most(users, "status")).isEqualTo("active");
        assertThat(most(users, "role")).isEqualTo("member");
        assertThat(most(users, "is_active")).isEqualTo("true");
        assertThat(most(users, "is_deleted")).isEqualTo("false");
        assertThat(most(new Sample(snapshot, "posts", "en"), "state")).isEqualTo("published");
        Sample orders = new Sample(snapshot, "orders", "en");
        assertThat(most(orders, "state")).isEqualTo("delivered");
        assertThat(orders.meanings.column("state").meaning()).isEqualTo(Meaning.STATUS);
        assertThat(orders.meanings.column("billing_state").meaning()).isEqualTo(Meaning.REGION);
    }

    @Test
    void aSlugIsItsTitles() {
        Sample posts = new Sample(snapshot, "posts", "en");
        everyRow((seed, i) ->
                assertThat(posts.text("slug", seed, i)).isEqualTo(Values.slugify(posts.text("title", seed, i))));
    }

    @Test
    void theOrderInWhichColumnsAreReadDoesNotMatter() {
        for (String table : List.of("users", "posts", "orders", "files")) {
            Sample sample = new Sample(snapshot, table, "es");
            List<String> names = new ArrayList<>(sample.meanings.columns().stream()
                    .map(ColumnMeaning::column)
                    .toList());
            String forward = sample.printed(9, 20);
            Collections.shuffle(names, new Random(3));
            names.forEach(name -> LongStream.range(0, 20).forEach(i -> sample.value(name, 9, i)));
            assertThat(sample.printed(9, 20)).isEqualTo(forward);
            assertThat(new Sample(snapshot, table, "es").printed(9, 20)).isEqualTo(forward);
            assertThat(sample.printed(10, 20)).isNotEqualTo(forward);
        }
    }

    @Test
    void postgresTakesEveryValue() throws SQLException {
        try (Connection connection = database.connect()) {
            for (String table : List.of("users", "posts", "orders", "files")) {
                Sample sample = new Sample(snapshot, table, "en");
                for (ColumnMeaning column : sample.meanings.columns()) {
                    if (column.meaning() == Meaning.NONE) {
                        continue;
                    }
                    String sql = "SELECT v::" + column.type().sql() + "::text FROM unnest(?::text[]) v";
                    // A cast to varchar(n) cuts silently, so that what comes back must be as long as what went.
                    List<String> sent = new ArrayList<>();
                    for (long i = 0; i < 50; i++) {
                        sent.add(text(sample.value(column.column(), 3, i)));
                    }
                    try (PreparedStatement select = connection.prepareStatement(sql)) {
                        select.setArray(1, connection.createArrayOf("text", sent.toArray()));
                        try (var rows = select.executeQuery()) {
                            for (String value : sent) {
                                assertThat(rows.next()).isTrue();
                                String got = rows.getString(1);
                                if (TypeClass.of(column.type()) == TypeClass.TEXT && !value.startsWith("{")) {
                                    assertThat(got)
                                            .as(table + "." + column.column())
                                            .isEqualTo(value);
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void nullsAreAsFrequentAsTheyAreByNature() {
        MeaningValues users = new Sample(snapshot, "users", "en").values();
        assertThat(users.nullRate("first_name")).isZero();
        assertThat(users.nullRate("middle_name")).isEqualTo(0.5);
        assertThat(users.nullRate("deleted_at")).isEqualTo(0.9);
        assertThat(users.nullRate("created_at")).isZero();
        assertThat(new Sample(snapshot, "orders", "en").values().nullRate("user_id"))
                .isEqualTo(0.2);
    }

    @Test
    void columnsThatTellOfOneThingAreMissingTogether() {
        Sample users = new Sample(snapshot, "users", "en");
        Sample orders = new Sample(snapshot, "orders", "en");
        everyRow((seed, i) -> {
            Draws row = Sample.row(seed, i);
            assertThat(users.values().isNull("deleted_at", row)).isNotEqualTo(users.value("is_deleted", seed, i));
            List<Boolean> missing = Stream.of("ordered_at", "paid_at", "shipped_at", "delivered_at")
                    .map(column -> orders.values().isNull(column, row))
                    .toList();
            assertThat(missing).isSorted();
            assertThat(users.values().isNull("created_at", row)).isFalse();
        });
        long deleted = LongStream.range(0, ROWS)
                .filter(i -> !users.values().isNull("deleted_at", Sample.row(1, i)))
                .count();
        assertThat((double) deleted / ROWS).isCloseTo(1 - users.values().nullRate("deleted_at"), within(0.05));
    }

    @Test
    void aTotalIsPriceTimesQuantity() {
        Sample items = new Sample(snapshot, "items", "en");
        everyRow((seed, i) -> assertThat(items.the(BigDecimal.class, "line_total", seed, i))
                .isEqualByComparingTo(items.the(BigDecimal.class, "unit_price", seed, i)
                        .multiply(BigDecimal.valueOf(items.the(Long.class, "quantity", seed, i)))));
    }

    @Test
    void theUserHasTheLastWord() {
        Overrides overrides = Overrides.of(Map.of("public.posts.b*", "email", "posts.title", "company_name"));
        Sample posts = new Sample(snapshot, "posts", "en", overrides);
        assertThat(posts.meanings.column("body").meaning()).isEqualTo(Meaning.EMAIL);
        assertThat(posts.meanings.column("body").why()).isEqualTo("\"public.posts.b*\" says so");
        assertThat(posts.meanings.column("title").meaning()).isEqualTo(Meaning.COMPANY_NAME);
        assertThat(posts.meanings.column("slug").meaning()).isEqualTo(Meaning.SLUG);
    }

    /** What the rows look like, for a reader to judge; {@code -Dgolden.update=true} writes it. */
    private static void looksLike(String resource, String rows) throws IOException {
        Path file = Path.of("src/test/resources/dev/seedplan/runtime/internal/meaning", resource);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, rows + "\n");
        }
        assertThat(rows + "\n").isEqualTo(Files.readString(file));
    }

    @Test
    void anOverrideThatNamesNothingIsRefused() {
        assertThatThrownBy(() -> Overrides.of(Map.of("users.nick", "usrname")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"users.nick\" has an unknown meaning \"usrname\"")
                .hasMessageContaining("username");
        assertThatThrownBy(() -> Overrides.of(Map.of("nick", "username"))).hasMessageContaining("write table.column");
    }

    @Test
    void commentsAndDomainsSpeakWhereTheNameDoesNot() {
        Sample hints = new Sample(snapshot, "hints", "en");
        assertThat(hints.meanings.column("c1").meaning()).isEqualTo(Meaning.EMAIL);
        assertThat(hints.meanings.column("c1").why()).startsWith("its comment: the name fits");
        assertThat(hints.meanings.column("c2").meaning()).isEqualTo(Meaning.POSTCODE);
        assertThat(hints.meanings.column("c2").why()).startsWith("its domain's name");
        assertThat(hints.meanings.column("c3").meaning()).isEqualTo(Meaning.NONE);
        assertThat(hints.meanings.column("c3").why()).isEqualTo("no rule fits the name");
        assertThat(hints.meanings.column("shade").why()).isEqualTo("its type is an enum");
        assertThat(hints.meanings.column("gateway").why()).isEqualTo("a CHECK lists its values");
        everyRow((seed, i) -> {
            assertThat(hints.text("gateway", seed, i)).isIn("stripe", "paypal");
            assertThat(hints.text("code", seed, i)).isIn("a", "it's");
        });
        assertThat(hints.meanings.column("owner_id").why()).isEqualTo("it refers to another table");
    }

    private static String most(Sample sample, String column) {
        return LongStream.range(0, ROWS)
                .mapToObj(i -> String.valueOf(sample.value(column, 11, i)))
                .collect(Collectors.groupingBy(v -> v, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static String plain(String name) {
        return Values.slugify(name).replace("-", "");
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(e -> "\"" + e + "\"").collect(Collectors.joining(",", "{", "}"));
        }
        return String.valueOf(value);
    }
}
