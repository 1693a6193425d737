package dev.seedplan.schema;

import static dev.seedplan.schema.Samples.enumType;
import static dev.seedplan.schema.Samples.pub;
import static dev.seedplan.schema.Samples.snapshot;
import static dev.seedplan.schema.Samples.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaNamesTest {

    private static final QName T = pub("t");
    private static final QName E = pub("e");

    @ParameterizedTest
    @CsvSource({
        "author_id, authorId",
        "id, id",
        "ID, id",
        "isPaused, isPaused",
        "IsPaused, isPaused",
        "URLPath, urlPath",
        "USER_NAME, userName",
        "order, order",
        "class, class_",
        "true, true_",
        "record, record",
        "notify, notify_",
        "wait, wait_",
        "getClass, getClass_",
        "get_class, getClass_",
        "hash_code, hashCode_",
        "to_string, toString_",
        "notify_all, notifyAll_",
        "2fa, _2fa",
        "_2fa, _2fa",
        "cost$usd, costUsd",
        "first name, firstName",
        "größe, größe",
        "ÜBER_UNS, überUns",
        "naïve-count, naïveCount",
        "имя, имя",
        "名前, 名前",
    })
    void columnBecomesAccessor(String column, String accessor) {
        assertThat(accessors(column)).containsExactly(accessor);
    }

    @ParameterizedTest
    @CsvSource({
        "published, PUBLISHED",
        "in progress, IN_PROGRESS",
        "PastDue, PAST_DUE",
        "HTTPServer, HTTP_SERVER",
        "HIGH, HIGH",
        "2nd, _2ND",
        "n/a, N_A",
        "straße, STRASSE",
    })
    void labelBecomesConstant(String label, String constant) {
        assertThat(constants(label)).containsExactly(constant);
    }

    @ParameterizedTest
    @CsvSource({
        "public, users, UsersRow",
        "public, order_items, OrderItemsRow",
        "public, Order, OrderRow",
        "public, csv, CsvRowType",
        "public, 2fa, _2faRow",
        "auth, users, AuthUsersRow",
        "2fa, users, _2faUsersRow",
    })
    void tableBecomesRowClass(String schema, String name, String rowClass) {
        QName table = new QName(schema, name);
        assertThat(JavaNames.of(snapshot(List.of(table(table)), List.of())).rowClass(table))
                .isEqualTo(rowClass);
    }

    @ParameterizedTest
    @CsvSource({"post_status, PostStatus", "record, RecordType", "string, StringType", "gen, GenType", "2d, _2d"})
    void enumBecomesClass(String name, String enumClass) {
        assertThat(JavaNames.of(snapshot(List.of(), List.of(enumType(pub(name)))))
                        .enumClass(pub(name)))
                .isEqualTo(enumClass);
    }

    @Test
    void plainestSpellingKeepsTheNameAndTheOthersGetTheirOwnSuffix() {
        List<String> names = accessors("user_id", "userId", "USER_ID", "user__id");
        assertThat(names.get(0)).isEqualTo("userId");
        assertThat(names.subList(1, 4)).allMatch(n -> n.matches("userId_[0-9a-f]{6}"));
        assertThat(new HashSet<>(names)).hasSize(4);
    }

    @Test
    void suffixComesFromTheSqlNameAlone() {
        String alone = accessors("user_id", "userId").get(1);
        String amongOthers = accessors("USER_ID", "x", "userId", "user_id").get(2);
        assertThat(amongOthers).isEqualTo(alone);
    }

    @Test
    void allGetASuffixWhereTwoAreEquallyPlain() {
        assertThat(accessors("line1", "line_1")).allMatch(n -> n.matches("line1_[0-9a-f]{6}"));
    }

    @Test
    void namesThatDifferOnlyInCaseCollide() {
        List<String> names = accessors("userid", "userId", "UserID");
        assertThat(names.get(0)).isEqualTo("userid");
        assertThat(names.get(1)).startsWith("userId_");
        assertThat(names.get(2)).startsWith("userID_");
    }

    @Test
    void defaultSchemaKeepsTheNameAgainstAnother() {
        QName prefixed = new QName("auth", "users");
        JavaNames names = JavaNames.of(snapshot(List.of(table(prefixed), table(pub("auth_users"))), List.of()));
        assertThat(names.rowClass(pub("auth_users"))).isEqualTo("AuthUsersRow");
        assertThat(names.rowClass(prefixed)).matches("AuthUsers_[0-9a-f]{6}Row");
    }

    @Test
    void rowClassesAndEnumsShareOnePackage() {
        JavaNames names = JavaNames.of(snapshot(List.of(table(pub("users"))), List.of(enumType(pub("users_row")))));
        assertThat(names.rowClass(pub("users"))).isEqualTo("UsersRow");
        assertThat(names.enumClass(pub("users_row"))).matches("UsersRow_[0-9a-f]{6}");
    }

    @Test
    void labelsOfSignsGetNames() {
        List<String> names = constants("A", "A+", "A-", "+", "-", "");
        assertThat(names.get(0)).isEqualTo("A");
        assertThat(names.subList(1, 3)).allMatch(n -> n.matches("A__[0-9A-F]{6}"));
        assertThat(names.subList(3, 6)).allMatch(n -> n.matches("VALUE__[0-9A-F]{6}"));
    }

    @Test
    void whatIsNotInTheSnapshotHasNoName() {
        JavaNames names = JavaNames.of(snapshot(List.of(table(T, "a")), List.of(enumType(E, "x"))));
        assertThatThrownBy(() -> names.accessor(T, "b")).hasMessageContaining("column \"b\" of the table public.t");
        assertThatThrownBy(() -> names.rowClass(E)).hasMessageContaining("table public.e");
        assertThatThrownBy(() -> names.constant(E, "y")).hasMessageContaining("label \"y\" of the enum public.e");
        assertThatThrownBy(() -> names.enumClass(T)).hasMessageContaining("enum public.t");
    }

    @Test
    void randomNamesAreAlwaysLegalAndDistinctIgnoringCase() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> sqlNames = randomNames(random, 60);
            assertLegalAndDistinct(seed, accessors(sqlNames.toArray(String[]::new)));
            assertLegalAndDistinct(seed, constants(sqlNames.toArray(String[]::new)));
            Snapshot snapshot = randomClasses(random, sqlNames);
            assertLegalAndDistinct(seed, classes(snapshot));
        }
    }

    @Test
    void unrelatedTablesChangeNoName() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Snapshot few = randomClasses(random, randomNames(random, 30));
            List<Table> more = new ArrayList<>(few.tables());
            IntStream.range(0, 20).forEach(i -> more.add(table(pub("zz_unrelated_" + i), "id")));
            JavaNames before = JavaNames.of(few);
            JavaNames after = JavaNames.of(snapshot(more, few.types()));
            for (Table table : few.tables()) {
                assertThat(after.rowClass(table.name())).isEqualTo(before.rowClass(table.name()));
            }
            for (UserType type : few.types()) {
                assertThat(after.enumClass(type.name())).isEqualTo(before.enumClass(type.name()));
            }
        }
    }

    private static List<String> accessors(String... columns) {
        JavaNames names = JavaNames.of(snapshot(List.of(table(T, columns)), List.of()));
        return Arrays.stream(columns).map(c -> names.accessor(T, c)).toList();
    }

    private static List<String> constants(String... labels) {
        JavaNames names = JavaNames.of(snapshot(List.of(), List.of(enumType(E, labels))));
        return Arrays.stream(labels).map(l -> names.constant(E, l)).toList();
    }

    private static List<String> classes(Snapshot snapshot) {
        JavaNames names = JavaNames.of(snapshot);
        List<String> classes = new ArrayList<>();
        snapshot.tables().forEach(t -> classes.add(names.rowClass(t.name())));
        snapshot.types().forEach(t -> classes.add(names.enumClass(t.name())));
        return classes;
    }

    private static Snapshot randomClasses(Random random, List<String> sqlNames) {
        Set<QName> tables = new LinkedHashSet<>();
        Set<QName> enums = new LinkedHashSet<>();
        String[] schemas = {"public", "auth", "Auth", "2x", "--"};
        for (String name : sqlNames) {
            (random.nextInt(4) == 0 ? enums : tables).add(new QName(schemas[random.nextInt(schemas.length)], name));
        }
        return snapshot(
                tables.stream().map(t -> table(t)).toList(),
                enums.stream().map(t -> enumType(t)).toList());
    }

    /** Short names over a small alphabet, so that most of them collide. */
    private static List<String> randomNames(Random random, int count) {
        String[] parts = {
            "a",
            "A",
            "b",
            "B",
            "_",
            "__",
            "1",
            "$",
            " ",
            "ß",
            "SS",
            "ü",
            "u\u0308",
            "İ",
            "ǆ",
            "名",
            "\uD835\uDC00",
            "row",
            "type",
            "class",
            "string",
            "-",
            "€",
            "\u0301",
            "Ⅷ",
            "²",
            "ª",
            "\u200b",
            "wait",
            "x".repeat(60)
        };
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < count) {
            StringBuilder name = new StringBuilder();
            int length = 1 + random.nextInt(4);
            for (int i = 0; i < length; i++) {
                name.append(parts[random.nextInt(parts.length)]);
            }
            names.add(name.toString());
        }
        return List.copyOf(names);
    }

    private static void assertLegalAndDistinct(int seed, List<String> names) {
        assertThat(names).as("seed %d", seed).allMatch(SourceVersion::isName);
        assertThat(names.stream().map(n -> n.toLowerCase(Locale.ROOT)))
                .as("seed %d", seed)
                .doesNotHaveDuplicates();
    }
}
