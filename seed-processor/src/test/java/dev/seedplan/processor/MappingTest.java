package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mappings, compiled by both compilers and asked. */
class MappingTest {

    private static final String SCHEMA = """
            enum post_status draft in_review published
            table posts
              id bigint ! always
              title varchar(20) !
              slug text !
              status public.post_status ! default 'draft'
              published_at timestamptz
              day date
              tags text[] !
              read_minutes integer
              price numeric(6,2)
              rank smallint
              views bigint
              score double
              featured boolean
              uid uuid
              took interval
              meta jsonb
              raw bytea
              note text
              pk id
            """;

    private static final String RECORDS = """
            enum Mood { FINE, BAD }
            record Seo(String title, java.util.Map<String, String> links) {}
            record Article(String title, java.time.LocalDate date, java.util.List<String> tags, Seo seo, String number,
                           int words, Mood mood, @Named("read-time") Integer readTime, @Body String text) {}
            static final Assets<Article> ARTICLES = Assets.markdown("*.md", Article.class);
            static String shout(String text) { return text + "!"; }
            static boolean isShort(String text) { return text.length() < 12; }
            """;

    @TempDir
    Path directory;

    private int compiled;

    private Map<String, @Nullable Object> row(Compiler compiler, Object[] article, String... lines) throws Exception {
        return rowWith(compiler, article, "", lines);
    }

    private Map<String, @Nullable Object> rowWith(Compiler compiler, Object[] article, String body, String... lines)
            throws Exception {
        Compiled result = Scenario.of(directory.resolve("n" + compiled++), compiler, SCHEMA)
                .plan(RECORDS + "@Rows(from = \"ARTICLES\") @Mapping(\"\"\"\n" + String.join("\n", lines)
                        + "\n\"\"\") void posts(PostsRow p, Article a) {" + body + "}")
                .compile();
        assertThat(result.errors()).isEmpty();
        ClassLoader loader = result.loader();
        Object[] values = article.clone();
        Constructor<?> seo = constructor(loader, "app.Plan$Seo");
        values[3] = seo.newInstance("seo title", Map.of("home", "https://example.org"));
        values[6] = loader.loadClass("app.Plan$Mood").getEnumConstants()[1];
        Running running = Running.of(loader, "app.PlanSeed");
        return running.call(0, constructor(loader, "app.Plan$Article").newInstance(values));
    }

    private static Constructor<?> constructor(ClassLoader loader, String name) throws ClassNotFoundException {
        Constructor<?> constructor = loader.loadClass(name).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor;
    }

    private static Object[] article() {
        return new Object[] {
            "Größe & Maß", LocalDate.of(2025, 5, 1), List.of("a", "b"), null, "12.50", 480, null, 7, "*Hello* world"
        };
    }

    private static Object[] empty() {
        return new Object[] {null, null, List.of(), null, null, 0, null, null, ""};
    }

    @ParameterizedTest
    @EnumSource
    void fieldsBecomeColumns(Compiler compiler) throws Exception {
        assertThat(row(
                        compiler,
                        article(),
                        "title = frontmatter.title",
                        "slug = slugify(frontmatter.title)",
                        "status = 'in_review'",
                        "published_at = date",
                        "day = frontmatter.date",
                        "tags = tags",
                        "read_minutes = frontmatter.read_time",
                        "price = number",
                        "rank = words",
                        "views = 3",
                        "score = number",
                        "featured = true",
                        "uid = uuidOf(title)",
                        "took = 90 minutes",
                        "meta = tags",
                        "raw = body",
                        "note = concat(seo.title, ' ', seo.links.home, ' ', mood, ' ', words)"))
                .containsEntry("title", "Größe & Maß")
                .containsEntry("slug", "grosse-mass")
                .containsEntry("published_at", Instant.parse("2025-05-01T00:00:00Z"))
                .containsEntry("day", LocalDate.of(2025, 5, 1))
                .containsEntry("tags", List.of("a", "b"))
                .containsEntry("read_minutes", 7)
                .containsEntry("price", new BigDecimal("12.50"))
                .containsEntry("rank", 480)
                .containsEntry("views", 3L)
                .containsEntry("score", 12.5)
                .containsEntry("featured", true)
                .containsEntry("uid", UUID.fromString("a379c26c-d605-5b57-9a43-b314aea8f4ce"))
                .containsEntry("took", Duration.ofMinutes(90))
                .containsEntry("meta", "[\"a\", \"b\"]")
                .containsEntry("note", "seo title https://example.org BAD 480");
    }

    @ParameterizedTest
    @EnumSource
    void alternativesStandInForWhatIsMissing(Compiler compiler) throws Exception {
        assertThat(row(
                        compiler,
                        empty(),
                        "title = title | seo.title",
                        "slug = slugify(frontmatter.title | $filename)",
                        "published_at = frontmatter.date | '2026-02-03'",
                        "tags = frontmatter.tags",
                        "read_minutes = number | read-time",
                        "note = body | null"))
                .containsEntry("title", "seo title")
                .containsEntry("slug", "the-fact-filename")
                .containsEntry("published_at", Instant.parse("2026-02-03T00:00:00Z"))
                .containsEntry("tags", List.of())
                .containsEntry("read_minutes", null)
                .containsEntry("note", null);
    }

    @ParameterizedTest
    @EnumSource
    void theBodyWins(Compiler compiler) throws Exception {
        assertThat(rowWith(
                        compiler, article(), "p.slug(\"own\");", "title = title", "slug = slugify(title)", "tags = []"))
                .containsEntry("title", "Größe & Maß")
                .containsEntry("slug", "own");
    }

    @ParameterizedTest
    @EnumSource
    void functionsOfThePlanAreCalledAndTestTheValue(Compiler compiler) throws Exception {
        assertThat(row(
                        compiler,
                        article(),
                        "title = shout('short') where isShort and length(2, 9) else skip",
                        "slug = shout(body) where isShort else 'long'",
                        "price = number where between(0, 10) else 9.99",
                        "rank = 5 where not min(6)",
                        "tags = split('x, y,, z', ',')",
                        "note = join(tags, ' + ')"))
                .containsEntry("title", "short!")
                .containsEntry("slug", "long")
                .containsEntry("price", new BigDecimal("9.99"))
                .containsEntry("rank", 5)
                .containsEntry("tags", List.of("x", "y", "z"))
                .containsEntry("note", "a + b");
    }

    @ParameterizedTest
    @EnumSource
    void valuesThatDoNotFitAreRefusedWithFileLineAndColumn(Compiler compiler) {
        Object[] wrong = article();
        wrong[4] = "12abc";
        assertThatThrownBy(() -> row(compiler, wrong, "price = number", "title = title", "slug = title", "tags = []"))
                .hasMessage("content/a.md:3: column posts.price: number is \"12abc\", and the column takes a number"
                        + " such as 12.50");
        assertThatThrownBy(() -> row(compiler, article(), "rank = 40000", "title = title", "slug = title", "tags = []"))
                .hasMessageContaining("40000 is not a number from -32768 to 32767");
        assertThatThrownBy(() ->
                        row(compiler, article(), "title = 'x' | title", "price = 99999.5", "slug = title", "tags = []"))
                .hasMessageContaining("99999.5 is not a number of at most 6 digits, 2 of them behind the point");
        assertThatThrownBy(() -> row(compiler, empty(), "title = title", "slug = 'x'", "tags = []"))
                .hasMessageContaining("column posts.title: there is no value, and the column is NOT NULL");
        assertThatThrownBy(() -> row(
                        compiler, article(), "status = frontmatter.title", "title = 'x'", "slug = 'x'", "tags = []"))
                .hasMessageContaining("\"Größe & Maß\", and the column takes one of draft, in_review, published");
    }

    @ParameterizedTest
    @EnumSource
    void readyMappingsSetColumnsOfTheTableFromFieldsOfTheAssets(Compiler compiler) {
        Scenario scenario = Scenario.of(directory.resolve("ready"), compiler, """
                table users
                  id bigint ! always
                  full_name text !
                  email varchar(80) !
                  username text
                  bio text
                  born_on text
                  joined_at timestamptz
                  pk id
                table products
                  id bigint ! always
                  name text !
                  sku text !
                  price numeric(8,2) !
                  description text
                  tags text[]
                  stock integer
                  weight_grams boolean
                  pk id
                """);
        scenario.plan("""
                record Person(String name, String email, String body) {}
                static final Assets<Person> PEOPLE = Assets.json("people.json", Person.class);
                static final Assets<Asset> THINGS = Assets.json("things.json");
                @Rows(from = "PEOPLE") @Mapping(start = Mapping.Ready.USER, value = "born_on = 'somewhen'")
                void users(UsersRow u) {}
                @Rows(from = "THINGS") @Mapping(start = Mapping.Ready.PRODUCT) void products(ProductsRow p) {}
                """);
        Compiled result = scenario.compile();
        assertThat(result.errors()).isEmpty();
        assertThat(result.source("app/PlanSeed.java"))
                .contains("row.fullName(", "asset.name()", "row.email(", "Values.email().unique()", "row.joinedAt(")
                .contains("row.bio(map.<String>column(\"bio\", \"body\", cell -> asset.body())")
                .containsOnlyOnce("row.bornOn(")
                .contains("row.sku(", "asset.text(\"sku\")", "row.price(", "row.tags(", "asset.list(\"tags\")")
                .contains("row.stock(");
    }
}
