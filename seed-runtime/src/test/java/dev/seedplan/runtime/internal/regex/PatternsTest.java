package dev.seedplan.runtime.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Patterns as the server understands them. */
class PatternsTest {

    private static final List<String> PATTERNS = List.of(
            "^[a-z](?:[a-z0-9\\_-])*[a-z0-9]$",
            "[[:alnum:]_-]",
            "^\\w+$",
            "^[A-Za-z0-9._%-]+@[A-Za-z0-9.-]+[.][A-Za-z]+$",
            "^[A-F0-9]{64}$",
            "^[A-Za-z0-9.~_-]{43,128}$",
            "^.*,draft_7$",
            "([\\{,]:|::|:[,\\}])",
            "^\\d{3}-\\d{2}-\\d{4}$",
            "^(a|b)+?c*$",
            "^(?=.*[0-9])(?=.*[a-z]).{3,6}$",
            "^(?!a)b?[ab0-]*$",
            "^(?:(?!ab)[ab0])*$",
            "^(?:(?!ab).)*$",
            "^[^ab]{2}",
            "a$",
            "^",
            "$",
            "",
            "^$",
            "^a*$",
            "a{2,3}",
            "a{2}b",
            "(^|-)a(-|$)",
            "\\Aa\\Z",
            "^a|b$",
            "^(a|ab)(b|0)$",
            "[]a]",
            "[^]a]",
            "[a\\-b]",
            "[-a]",
            "[a-]",
            "\\ma",
            "a\\M",
            "\\yb\\y",
            "^\\Ya",
            "[[:<:]]a[[:>:]]",
            "^[[:digit:][:space:]]+$",
            "^\\S+$",
            "^\\D*$",
            "\\W",
            "a.b",
            "(?i)^AB",
            "(?i)[A]b",
            "(?x)^ a b # end",
            "***=a-b",
            "a\\x62",
            "\\u0061b",
            "^([ab])\\1$",
            "^(a|b0)-\\1$",
            "^a{0}b",
            "^(a{1,2}){2}$",
            "(?:a|b|0){5}",
            "^((a|b)*0)*$",
            "^a??b$",
            "[[.a.]]",
            "[[=b=]]",
            "(?#none)a",
            "^-?[0-9]+$",
            "^(?=a)(?!.*0)[ab0-]+$",
            "a(?=b)",
            "a(?!b)",
            "^(?=ab|0)",
            "\\d",
            "^#[0-9a-fA-F]{6}$",
            "^https?://[^\\s/$.?#].[^\\s]*$",
            "^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
            "^\\+?[1-9]\\d{1,14}$",
            "^[a-z0-9]+(-[a-z0-9]+)*$",
            "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$");

    private static TestDatabase database;
    private static Connection connection;

    @BeforeAll
    static void connect() {
        database = TestDatabase.create();
        connection = database.connect();
    }

    @AfterAll
    static void drop() throws SQLException {
        connection.close();
        database.close();
    }

    /** {@return which texts the server matches} */
    private static List<Boolean> server(List<String> texts, String operator, String pattern) throws SQLException {
        String sql = "SELECT s " + operator + " ? FROM unnest(?::text[]) WITH ORDINALITY t (s, n) ORDER BY n";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, pattern);
            statement.setArray(2, connection.createArrayOf("text", texts.toArray()));
            List<Boolean> matches = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    matches.add(result.getBoolean(1));
                }
            }
            return matches;
        }
    }

    /** All texts over a few characters, the shorter ones first. */
    private static List<String> texts(String alphabet, int longest) {
        List<String> texts = new ArrayList<>(List.of(""));
        int from = 0;
        for (int length = 1; length <= longest; length++) {
            int to = texts.size();
            for (int i = from; i < to; i++) {
                for (int c = 0; c < alphabet.length(); c++) {
                    texts.add(texts.get(i) + alphabet.charAt(c));
                }
            }
            from = to;
        }
        return texts;
    }

    @Test
    void everyTextIsJudgedAsByTheServer() throws SQLException {
        List<String> texts = texts("ab0- A", 4);
        for (String pattern : PATTERNS) {
            for (boolean anyCase : new boolean[] {false, true}) {
                List<Boolean> server = server(texts, anyCase ? "~*" : "~", pattern);
                for (int i = 0; i < texts.size(); i++) {
                    Boolean matches = Matching.matches(texts.get(i), pattern, false, anyCase);
                    if (matches != null) {
                        assertThat(matches)
                                .as("%s of '%s', any case %s", pattern, texts.get(i), anyCase)
                                .isEqualTo(server.get(i));
                    }
                }
            }
        }
    }

    @Test
    void whatIsMadeMatches() throws SQLException {
        for (String pattern : PATTERNS) {
            Texts texts = Texts.of(Language.matching(pattern, false), 0, 200);
            if (texts.isEmpty()) {
                // At its start a text has no place that is no boundary.
                assertThat(pattern).isEqualTo("^\\Ya");
                continue;
            }
            List<String> made = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                made.add(texts.draw(new Draws(i)));
            }
            for (long n = 0; n < Math.min(texts.size(), 40); n++) {
                made.add(texts.at(n));
            }
            for (int k = 1; k <= 5; k++) {
                made.add(texts.at((texts.size() - 1) / k));
            }
            assertThat(server(made, "~", pattern)).as("%s: %s", pattern, made).doesNotContain(false);
        }
    }

    @Test
    void whatIsNegatedDoesNotMatch() throws SQLException {
        for (String pattern : PATTERNS) {
            Language language = Language.matching(pattern, true);
            if (!language.isExact()) {
                continue;
            }
            Texts texts = Texts.of(language.not(), 0, 100);
            if (texts.isEmpty()) {
                continue;
            }
            List<String> made = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                made.add(texts.draw(new Draws(i)));
                made.add(texts.at(Math.min(i, texts.size() - 1)));
            }
            assertThat(server(made, "~*", pattern)).as("%s: %s", pattern, made).doesNotContain(true);
        }
    }

    @Test
    void numberedTextsAreAllAndDistinct() throws SQLException {
        for (String pattern : PATTERNS) {
            Language few = Language.matching(pattern, false).and(Language.matching("^[ab0-]{0,4}$", false));
            Texts texts = Texts.of(few, 0, 4);
            Set<String> numbered = new HashSet<>();
            for (long n = 0; n < texts.size(); n++) {
                numbered.add(texts.at(n));
            }
            assertThat(numbered).as(pattern).hasSize((int) texts.size());
            if (few.isExact()) {
                List<String> all = texts("ab0-", 4);
                List<Boolean> server = server(all, "~", pattern);
                assertThat(server.stream().filter(m -> m).count()).as(pattern).isEqualTo(texts.size());
            }
        }
    }

    @Test
    void likePatternsAreJudgedAsByTheServer() throws SQLException {
        List<String> texts = texts("ab%_\\A", 4);
        for (String pattern : List.of("a%", "%a", "_", "%a%b%", "a\\%", "\\_%", "", "%", "A_", "__%", "a\\\\b")) {
            for (boolean anyCase : new boolean[] {false, true}) {
                List<Boolean> server = server(texts, anyCase ? "~~*" : "~~", pattern);
                for (int i = 0; i < texts.size(); i++) {
                    assertThat(Matching.matches(texts.get(i), pattern, true, anyCase))
                            .as("'%s' LIKE %s", texts.get(i), pattern)
                            .isEqualTo(server.get(i));
                }
            }
        }
    }

    @Test
    void largeDomainsAreCountedUpToALimit() {
        assertThat(Texts.of(Language.matching("^[a-z]{3}$", false), 0, 10).size())
                .isEqualTo(26 * 26 * 26);
        assertThat(Texts.of(Language.matching("^[a-z0-9]{40}$", false), 0, 100).size())
                .isEqualTo(Texts.MANY);
        assertThat(Texts.of(Language.matching("^a*$", false), 3, 1000).size()).isEqualTo(998);
        assertThat(Texts.of(Language.matching("^a+$", false).and(Language.matching("^b", false)), 0, 9)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void textsOutsideAsciiAreLeftToTheServerWhereALocaleDecides() {
        assertThat(Matching.matches("é", "^\\w$", false, false)).isNull();
        assertThat(Matching.matches("é", "^é$", false, false)).isTrue();
        assertThat(Matching.matches("É", "^é$", false, true)).isNull();
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        for (String pattern : List.of("(?<=a)b", "a(", "[[:nothing:]]", "(?n)^a$", "*a")) {
            assertThatThrownBy(() -> Language.matching(pattern, false))
                    .as(pattern)
                    .isInstanceOf(UnsupportedPatternException.class);
        }
    }
}
