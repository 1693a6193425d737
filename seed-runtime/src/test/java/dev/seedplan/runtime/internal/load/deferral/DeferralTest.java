package dev.seedplan.runtime.internal.load.deferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.testkit.TestDatabase;
import dev.seedplan.testkit.TestRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits is restored exactly, and what could not be restored exactly does not wait. */
class DeferralTest {

    private static final List<String> FILL = List.of(
            "insert into authors (code, region) select 'a' || n, n from generate_series(1, 50) n",
            "insert into \"Other Place\".\"Odd \"\"Table\"\"\" select n from generate_series(1, 5) n",
            "insert into books (author_id, author_code, author_region, sequel_of, odd, title, tags, printed) "
                    + "select n % 50 + 1, 'a' || n % 50 + 1, n % 50 + 1, null, n % 5 + 1, 'Title ' || n, array['x', 'y'], n "
                    + "from generate_series(1, 300) n",
            "insert into loans select n, now() from generate_series(1, 100) n");

    private static Quantity table(String schema, String name, long rows) {
        return new Quantity(TableSpec.of(schema, name, s -> s, (s, out) -> {}).build(), rows, false);
    }

    private static final List<Quantity> ALL = List.of(
            table("public", "authors", 50),
            table("Other Place", "Odd \"Table\"", 5),
            table("public", "books", 300),
            table("public", "loans", 100));

    private static void everything(TestDatabase database) throws IOException {
        try (InputStream in = Objects.requireNonNull(DeferralTest.class.getResourceAsStream("everything.sql"))) {
            database.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection open(TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        return connection;
    }

    private static long keysAndPlainIndexes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select (select count(*) from pg_constraint where contype = 'f')"
                        + " + (select count(*) from pg_index where not indisunique and indrelid >= 16384)")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void everyPropertyOfKeysAndIndexesIsAsItWas() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            everything(database);
            String before = Catalogue.of(database);
            try (Connection connection = open(database)) {
                Deferral deferral = Deferral.begin(connection, LoadMode.DEFERRED, ALL, List.of());
                assertThat(deferral.notes()).hasSize(1);
                assertThat(keysAndPlainIndexes(connection)).isZero();
                for (String insert : FILL) {
                    execute(connection, insert);
                }
                deferral.restore();
                connection.commit();
            }
            assertThat(Catalogue.of(database)).isEqualTo(before);
            assertThat(database.query("select count(*) from books").get(0)).containsExactly("300");
        }
    }

    private static final String KEYED = """
            create table keyed (id int constraint "Keyed pkey" primary key, code text, note text,
              constraint keyed_code unique (code) include (note) with (fillfactor = 66) deferrable initially deferred,
              constraint keyed_note unique (note, code) deferrable);
            comment on constraint keyed_code on keyed is 'code''s';
            comment on index "Keyed pkey" is 'the index';
            create unique index keyed_plain on keyed (code desc nulls last, id) with (deduplicate_items = off);
            alter table keyed cluster on keyed_code;
            create table pointing (keyed_id int references keyed)""";

    private static long uniqueKeys(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from pg_index where indrelid = 'keyed'::regclass")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void uniqueKeysOfEmptyTablesWaitAndAreAsTheyWere() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(KEYED);
            String before = Catalogue.of(database);
            List<Quantity> both = List.of(table("public", "keyed", 9), table("public", "pointing", 9));
            try (Connection connection = open(database)) {
                Deferral deferral = Deferral.begin(connection, LoadMode.DEFERRED, both, List.of());
                assertThat(deferral.notes())
                        .containsExactly(
                                "Load deferred: public.pointing, public.keyed: 1 foreign key, 4 unique keys and 0 indexes are "
                                        + "added again after the rows; until the commit nobody else can read or write 2 tables.");
                assertThat(uniqueKeys(connection)).isZero();
                execute(connection, "insert into keyed values (2, 'b', 'c'), (1, 'a', 'c')");
                execute(connection, "insert into pointing values (1), (2)");
                deferral.restore();
                connection.commit();
            }
            assertThat(Catalogue.of(database)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create table outside (keyed_id int references keyed)",
                "create view grouped as select id, note from keyed group by id",
                "create unique index keyed_lower on keyed (lower(code))",
                "create unique index keyed_some on keyed (code) where id > 0",
                "insert into keyed values (1, 'a', 'b')",
            })
    void uniqueKeysOnWhichSomethingReliesStay(String change) throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(KEYED);
            database.execute(change);
            String before = Catalogue.of(database);
            long keys;
            try (Connection connection = open(database)) {
                keys = uniqueKeys(connection);
                List<Quantity> both = List.of(table("public", "keyed", 9), table("public", "pointing", 9));
                Deferral deferral = Deferral.begin(connection, LoadMode.DEFERRED, both, List.of());
                assertThat(uniqueKeys(connection)).isEqualTo(keys);
                deferral.restore();
                connection.commit();
            }
            assertThat(Catalogue.of(database)).isEqualTo(before);
        }
    }

    @Test
    void uniqueKeysStayWhereRowsAreLookedUpDuringTheLoad() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(KEYED);
            Quantity keyed = table("public", "keyed", 9);
            try (Connection connection = open(database)) {
                Deferral.begin(
                        connection,
                        LoadMode.DEFERRED,
                        List.of(new Quantity(keyed.table(), keyed.rows(), true), table("public", "pointing", 9)),
                        List.of());
                assertThat(uniqueKeys(connection)).isEqualTo(4);
            }
        }
    }

    @Test
    void anIndexGoesBackToItsTablespaceWhateverTheSessionsDefault() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            if (database.serverMajorVersion() < 15) {
                return; // Older servers know tablespaces in directories of their own only.
            }
            everything(database);
            String space = database.name() + "_space";
            try (Connection connection = database.connect()) {
                execute(connection, "set allow_in_place_tablespaces = on");
                execute(connection, "create tablespace " + space + " location ''");
            }
            try {
                database.execute("alter index books_brin set tablespace " + space);
                String before = Catalogue.of(database);
                try (Connection connection = open(database)) {
                    execute(connection, "set default_tablespace = " + space);
                    Deferral deferral = Deferral.begin(connection, LoadMode.DEFERRED, ALL, List.of());
                    deferral.restore();
                    connection.commit();
                }
                assertThat(before).contains(space);
                assertThat(Catalogue.of(database)).isEqualTo(before);
            } finally {
                try (Connection connection = database.connect()) {
                    execute(connection, "drop index if exists books_brin");
                    execute(connection, "drop tablespace " + space);
                }
            }
        }
    }

    @Test
    void inPlaceLocksAndChangesNothing() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            everything(database);
            try (Connection connection = open(database);
                    Connection other = database.connect()) {
                Deferral deferral = Deferral.begin(connection, LoadMode.INPLACE, ALL, List.of());
                execute(other, "begin; lock table books in access exclusive mode nowait; rollback");
                deferral.restore();
                assertThat(deferral.notes()).isEmpty();
            }
        }
    }

    @Test
    void autoLeavesFewRowsInPlaceAndLetsManyWait() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            everything(database);
            try (Connection connection = open(database)) {
                assertThat(Deferral.preview(connection, LoadMode.AUTO, ALL))
                        .containsExactly(
                                "Load in place: public.books, public.loans: so few rows cost less than dropping and adding.");
                assertThat(Deferral.preview(connection, LoadMode.AUTO, List.of(table("public", "books", 100_000))))
                        .containsExactly(
                                "Load deferred: public.books: 4 foreign keys and 5 indexes are added again after the rows; "
                                        + "until the commit nobody else can read or write 3 tables.");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger t after insert on books"
                        + " for each row execute function f() | trigger t fires",
                "create rule r as on delete to books do also select 1 | it has rules",
                "alter table books disable trigger all | has triggers that were disabled",
                "alter table books drop constraint aa_self; alter table books add constraint aa_self foreign key (sequel_of)"
                        + " references books not valid | foreign key aa_self is NOT VALID",
                "create table part () inherits (books) | it inherits, or is inherited from",
                "create unique index again on authors (code, region) | foreign key zz_full could rely on more than one unique index",
                "update pg_index set indisvalid = false where indexrelid = 'books_hash'::regclass | index \"books_hash\" is not valid",
                "create function g() returns event_trigger language plpgsql as 'begin end';"
                        + " create event trigger watch on ddl_command_end execute function g() | event trigger watch would fire"
            })
    void whatCouldNotBeRestoredExactlyStaysInPlace(String change, String reason) throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            everything(database);
            database.execute(change);
            String before = Catalogue.of(database);
            try (Connection connection = open(database)) {
                Deferral deferral = Deferral.begin(connection, LoadMode.DEFERRED, ALL, List.of());
                assertThat(deferral.notes())
                        .anySatisfy(note -> assertThat(note)
                                .startsWith("Load in place: ")
                                .contains("public.books")
                                .contains(reason));
                deferral.restore();
                connection.commit();
            }
            database.execute("drop event trigger if exists watch");
            assertThat(Catalogue.of(database)).isEqualTo(before);
        }
    }

    @Test
    void partitionsAndTablesThatPointAtThemStayInPlace() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("create table p (id int primary key) partition by range (id);"
                    + "create table p1 partition of p for values from (0) to (10); create table q (p int references p);"
                    + "create table r (id int, q int) partition by range (id); create index on r (q);"
                    + "create table r1 partition of r for values from (0) to (10)");
            try (Connection connection = open(database)) {
                assertThat(Deferral.preview(
                                connection,
                                LoadMode.DEFERRED,
                                List.of(table("public", "q", 9), table("public", "r", 9), table("public", "r1", 9))))
                        .containsExactly(
                                "Load in place: public.q: foreign key q_p_fkey points at a partitioned table.",
                                "Load in place: public.r: it is partitioned, or no ordinary table.",
                                "Load in place: public.r1: it is a partition.");
            }
        }
    }

    @Test
    void aRoleThatOwnsNothingLoadsInPlace() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            everything(database);
            TestRole role = database.createRole("");
            database.execute("grant insert, select on books to " + role.name());
            try (Connection connection = database.connect(role)) {
                connection.setAutoCommit(false);
                Deferral deferral = Deferral.begin(
                        connection, LoadMode.AUTO, List.of(table("public", "books", 1_000_000)), List.of());
                assertThat(deferral.notes()).containsExactly("Load in place: public.books: the role does not own it.");
            }
        }
    }

    @Test
    void anOwnerWithoutRightsOnTheParentLoadsInPlace() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            TestRole role = database.createRole("");
            database.execute("create table parent (id int primary key); create table child (id int references parent);"
                    + "alter table child owner to " + role.name());
            try (Connection connection = database.connect(role)) {
                assertThat(Deferral.preview(connection, LoadMode.AUTO, List.of(table("public", "child", 1_000_000))))
                        .containsExactly(
                                "Load in place: public.child: foreign key child_id_fkey points at a table on which "
                                        + "the role lacks REFERENCES, SELECT or what a lock needs.");
            }
        }
    }

    @Test
    void aTableThatSomebodyUsesIsLoadedInPlaceUnlessDeferredWasAskedFor() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            everything(database);
            try (Connection busy = open(database);
                    Connection connection = open(database)) {
                execute(busy, "select * from books");
                execute(connection, "set lock_timeout = '20ms'");
                connection.commit();
                List<Quantity> many = List.of(table("public", "books", 1_000_000));
                Deferral deferral = Deferral.begin(connection, LoadMode.AUTO, many, List.of());
                assertThat(deferral.notes().get(0))
                        .startsWith("Load in place: all tables: they could not be locked: ")
                        .contains("lock timeout");
                execute(connection, "insert into authors (code, region) values ('a', 1)");
                assertThatThrownBy(() -> Deferral.begin(connection, LoadMode.DEFERRED, many, List.of()))
                        .isInstanceOf(Deferral.NotLocked.class);
            }
        }
    }

    @Test
    void onlyEmptyTablesAreTruncated() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            everything(database);
            database.execute("insert into authors (code, region) values ('kept', 1)");
            try (Connection connection = open(database)) {
                Deferral deferral = Deferral.begin(connection, LoadMode.DEFERRED, ALL, List.of());
                assertThat(deferral.freezes(ALL.get(0).table())).isFalse();
                assertThat(deferral.freezes(ALL.get(2).table())).isTrue();
                deferral.restore();
                connection.commit();
            }
            assertThat(database.query("select code from authors").get(0)).containsExactly("kept");
        }
    }

    @Test
    void aTableThatOthersPointAtOrSubscribersReadIsNotTruncated() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            everything(database);
            database.execute("create table reviews (book_id bigint references books); "
                    + "create publication p for table \"Other Place\".\"Odd \"\"Table\"\"\"");
            try (Connection connection = open(database)) {
                Deferral deferral = Deferral.begin(connection, LoadMode.DEFERRED, ALL, List.of());
                assertThat(deferral.freezes(ALL.get(2).table())).isFalse();
                assertThat(deferral.freezes(ALL.get(1).table())).isFalse();
                assertThat(deferral.freezes(ALL.get(0).table())).isTrue();
            }
        }
    }

    @Test
    void anOlderViewOfTheDataProvesNoTableEmpty() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            everything(database);
            try (Connection connection = open(database)) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                Deferral deferral = Deferral.begin(connection, LoadMode.DEFERRED, ALL, List.of());
                assertThat(ALL).noneMatch(quantity -> deferral.freezes(quantity.table()));
            }
        }
    }

    @Test
    void aPlanWithScriptsBetweenItsTablesKeepsItsConstraints() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            everything(database);
            try (Connection connection = open(database)) {
                Deferral deferral = Deferral.begin(
                        connection, LoadMode.DEFERRED, ALL, List.of("the plan runs SQL between the tables"));
                assertThat(deferral.notes())
                        .containsExactly("Load in place: all tables: the plan runs SQL between the tables.");
                assertThat(keysAndPlainIndexes(connection)).isPositive();
            }
        }
    }
}
