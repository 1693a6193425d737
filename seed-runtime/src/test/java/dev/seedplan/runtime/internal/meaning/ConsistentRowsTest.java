package dev.seedplan.runtime.internal.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seedplan.Values;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.schema.Snapshot;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the values of one row have to do with each other, with its parents and with its NULLs. */
class ConsistentRowsTest {

    private static SampleSchema schema;
    private static Snapshot snapshot;

    @BeforeAll
    static void create() throws SQLException {
        schema = new SampleSchema();
        snapshot = schema.snapshot;
    }

    @AfterAll
    static void drop() {
        schema.close();
    }

    @Test
    void anEMailAddressHoldsItsPersonsName() {
        Sample users = new Sample(snapshot, "users", "fr");
        SampleSchema.everyRow((seed, i) -> {
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
        SampleSchema.everyRow((seed, i) -> {
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
        SampleSchema.everyRow((seed, i) -> {
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
        SampleSchema.everyRow((seed, i) -> {
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
        long different = LongStream.range(0, SampleSchema.ROWS)
                .filter(i -> !orders.text("billing_city", 1, i).equals(orders.text("shipping_city", 1, i)))
                .count();
        assertThat(different).isGreaterThan(SampleSchema.ROWS / 2);
    }

    @Test
    void aSlugIsItsTitles() {
        Sample posts = new Sample(snapshot, "posts", "en");
        SampleSchema.everyRow((seed, i) ->
                assertThat(posts.text("slug", seed, i)).isEqualTo(Values.slugify(posts.text("title", seed, i))));
    }

    @Test
    void columnsThatTellOfOneThingAreMissingTogether() {
        Sample users = new Sample(snapshot, "users", "en");
        Sample orders = new Sample(snapshot, "orders", "en");
        SampleSchema.everyRow((seed, i) -> {
            Draws row = Sample.row(seed, i);
            assertThat(users.values().isNull("deleted_at", row)).isNotEqualTo(users.value("is_deleted", seed, i));
            List<Boolean> missing = Stream.of("ordered_at", "paid_at", "shipped_at", "delivered_at")
                    .map(column -> orders.values().isNull(column, row))
                    .toList();
            assertThat(missing).isSorted();
            assertThat(users.values().isNull("created_at", row)).isFalse();
        });
        long deleted = LongStream.range(0, SampleSchema.ROWS)
                .filter(i -> !users.values().isNull("deleted_at", Sample.row(1, i)))
                .count();
        assertThat((double) deleted / SampleSchema.ROWS)
                .isCloseTo(1 - users.values().nullRate("deleted_at"), within(0.05));
    }

    @Test
    void aTotalIsPriceTimesQuantity() {
        Sample items = new Sample(snapshot, "items", "en");
        SampleSchema.everyRow((seed, i) -> assertThat(items.the(BigDecimal.class, "line_total", seed, i))
                .isEqualByComparingTo(items.the(BigDecimal.class, "unit_price", seed, i)
                        .multiply(BigDecimal.valueOf(items.the(Long.class, "quantity", seed, i)))));
    }

    private static String plain(String name) {
        return Values.slugify(name).replace("-", "");
    }
}
