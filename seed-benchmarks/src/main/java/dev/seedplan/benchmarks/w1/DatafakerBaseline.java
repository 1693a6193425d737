package dev.seedplan.benchmarks.w1;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.datafaker.Faker;

/**
 * W1 as a Java developer would write it today: one Faker, statements prepared once, batches of 1,000, autocommit off,
 * {@code reWriteBatchedInserts}, all constraints in place.
 */
public final class DatafakerBaseline {

    private static final int BATCH = 1_000;
    private static final int TAGS = 1_000;

    private final Faker faker = new Faker(Locale.ENGLISH, new Random(2026));
    private final Connection connection;
    private int pending;

    private DatafakerBaseline(Connection connection) {
        this.connection = connection;
    }

    /** Fills W1; the arguments are a JDBC URL and the number of users. */
    public static void main(String[] arguments) throws SQLException {
        int users = Integer.parseInt(arguments[1]);
        try (Connection connection = DriverManager.getConnection(arguments[0] + "&reWriteBatchedInserts=true")) {
            connection.setAutoCommit(false);
            DatafakerBaseline baseline = new DatafakerBaseline(connection);
            baseline.users(users);
            baseline.tags();
            baseline.posts(users);
            baseline.postTags(users * 10);
            connection.commit();
        }
    }

    private void add(PreparedStatement insert) throws SQLException {
        insert.addBatch();
        if (++pending % BATCH == 0) {
            insert.executeBatch();
        }
    }

    private Timestamp past() {
        return Timestamp.from(faker.timeAndDate().past(2_000, TimeUnit.DAYS));
    }

    private void users(int count) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into users (id, email, name, joined_at, bio, active) values (?, ?, ?, ?, ?, ?)")) {
            for (int i = 1; i <= count; i++) {
                insert.setLong(1, i);
                insert.setString(2, i + faker.internet().emailAddress());
                insert.setString(3, faker.name().fullName());
                insert.setTimestamp(4, past());
                insert.setString(5, faker.lorem().sentence());
                insert.setBoolean(6, faker.random().nextInt(10) > 0);
                add(insert);
            }
            insert.executeBatch();
        }
    }

    private void tags() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into tags (id, name) values (?, ?)")) {
            for (int i = 1; i <= TAGS; i++) {
                insert.setLong(1, i);
                insert.setString(2, faker.lorem().word() + "-" + i);
                add(insert);
            }
            insert.executeBatch();
        }
    }

    private void posts(int users) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into posts (id, author_id, title, body, status, published_at, views)"
                        + " values (?, ?, ?, ?, ?::post_status, ?, ?)")) {
            for (int i = 1; i <= users * 10; i++) {
                insert.setLong(1, i);
                insert.setLong(2, 1 + faker.random().nextInt(users));
                insert.setString(3, faker.book().title());
                insert.setString(4, faker.lorem().paragraph(5));
                insert.setString(5, faker.options().option("published", "published", "published", "draft", "archived"));
                if (faker.random().nextInt(5) == 0) {
                    insert.setNull(6, Types.TIMESTAMP);
                } else {
                    insert.setTimestamp(6, past());
                }
                insert.setInt(7, faker.random().nextInt(100_000));
                add(insert);
            }
            insert.executeBatch();
        }
    }

    private void postTags(int posts) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into post_tags (post_id, tag_id) values (?, ?)")) {
            for (int i = 1; i <= posts; i++) {
                int first = faker.random().nextInt(TAGS);
                for (int k = 0; k < 2; k++) {
                    insert.setLong(1, i);
                    insert.setLong(2, 1 + (first + k * 7) % TAGS);
                    add(insert);
                }
            }
            insert.executeBatch();
        }
    }
}
