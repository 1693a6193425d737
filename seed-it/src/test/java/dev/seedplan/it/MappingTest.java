package dev.seedplan.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Values;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.runtime.Summary;
import dev.seedplan.testkit.TestDatabase;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mappings from files to rows. */
class MappingTest {

    private static final String RECORD = """
            record Article(String title, java.time.LocalDate date, java.util.List<String> tags, String price,
                           @Body String body) {}
            static final Assets<Article> ARTICLES = Assets.markdown("articles/**/*.md", Article.class);
            """;

    private TestDatabase database;

    @TempDir
    private Path directory;

    @BeforeEach
    void createTables() {
        database = TestDatabase.create();
        database.execute("""
                create type state as enum ('draft', 'published');
                create table posts (id bigint generated always as identity primary key, title varchar(30) not null,
                    slug text not null unique, published_at timestamptz not null, tags text[] not null,
                    read_minutes int not null, state state not null default 'draft', html text, file text,
                    price numeric(6,2) check (price > 0 and price < 1000), meta jsonb);
                create table comments (id bigint generated always as identity primary key,
                    post_id bigint not null references posts, author text not null, mood text not null);
                """);
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Summary run(String members, String... files) throws Exception {
        try (Plans plans = Plans.in(directory, database)) {
            for (int i = 0; i < files.length; i += 2) {
                plans.resource(files[i], files[i + 1]);
            }
            Class<?> plan = plans.plan("", members);
            return Seedplan.plan(plan).to(database.dataSource()).run();
        }
    }

    private List<String> text(String sql) {
        return database.query(sql).stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    private static final String[] TWO = {
        "articles/first.md",
        "---\ntitle: Grüße\ndate: 2025-05-01\ntags: [a, b]\nprice: 12.5\n---\nSome *words* here.\n",
        "articles/more/second.md",
        "---\ntags: c\n---\nOther words.\n"
    };

    @Test
    void filesBecomeRows() throws Exception {
        run(RECORD + """
                @Rows(from = "ARTICLES")
                @Mapping(\"""
                    title        = frontmatter.title | title()
                    slug         = slugify(frontmatter.title | $filename)
                    published_at = frontmatter.date | randomRecent(30 days)
                    tags         = frontmatter.tags | []
                    read_minutes = calculate_read_time(body)
                    state        = 'published'
                    html         = markdown_to_html($content)
                    file         = $path
                    price        = frontmatter.price | random(1.00, 9.99)
                    meta         = tags
                    \""")
                protected void posts(PostsRow p, Article a) {}
                @Mapping("author = fullName()\\nmood = random(ARTICLES.title) | pick(['fine', 'bad'])")
                protected void comments(CommentsRow c, @Per(3) PostsRow post) {}
                """, TWO);
        assertThat(text("select title || '|' || slug || '|' || published_at::date || '|' || tags::text || '|'"
                        + " || read_minutes || '|' || state || '|' || html || '|' || file || '|' || price || '|' || meta"
                        + " from posts where title = 'Grüße'"))
                .containsExactly("Grüße|grusse|2025-05-01|{a,b}|1|published|<p>Some <em>words</em> here.</p>\n|"
                        + "articles/first.md|12.50|[\"a\", \"b\"]");
        assertThat(text("select slug || tags::text || (price between 1 and 9.99) || (published_at"
                        + " between '2025-12-01' and '2026-01-01') from posts where title <> 'Grüße'"))
                .containsExactly("second{c}truetrue");
        assertThat(text("select count(*) filter (where mood = 'Grüße') > 0 and count(*) = 6"
                        + " and count(distinct author) > 3 from comments"))
                .containsExactly("t");
    }

    @Test
    void valuesThatCannotBeUsedStopTheRunBeforeAnythingIsWrittenAllAtOnce() {
        assertThatThrownBy(() -> run(
                        RECORD + """
                                @Rows(from = "ARTICLES")
                                @Mapping(\"""
                                    title = frontmatter.title
                                    slug  = $filename
                                    price = frontmatter.price
                                    \""")
                                protected void posts(PostsRow p, Article a) { p.publishedAt(now()).tags(List.of()); }
                                """.replace("List", "java.util.List"),
                        "articles/a.md",
                        "---\ntitle: fine\nprice: 12abc\n---\n",
                        "articles/b.md",
                        "---\nother: x\ntitle: A title of more than thirty characters\n---\n"))
                .isInstanceOfSatisfying(SeedException.class, e -> {
                    assertThat(e.code()).isEqualTo("SEED-4317");
                    assertThat(e.exitCode()).isEqualTo(5);
                })
                .hasMessageContaining("posts(…): there are 2 problems")
                .hasMessageContaining("articles/a.md:3: column posts.price: price is \"12abc\", and the column takes a"
                        + " number such as 12.50")
                .hasMessageContaining("articles/b.md:3: column posts.title: \"A title of more than thirty characters\""
                        + " has 38 characters, and the column takes 30");
        assertThat(text("select count(*) from posts")).containsExactly("0");
    }

    @Test
    void checksOfTheColumnAreHeldAgainstTheFiles() {
        assertThatThrownBy(() -> run(RECORD + """
                                @Rows(from = "ARTICLES")
                                @Mapping("title = title\\nslug = $filename\\nprice = price\\ntags = tags")
                                protected void posts(PostsRow p) { p.publishedAt(now()).readMinutes(1); }
                                """, "articles/a.md", "---\ntitle: fine\nprice: -3\n---\n"))
                .hasMessageContaining("articles/a.md:3: column posts.price: -3 breaks the check posts_price_check")
                .hasMessageContaining("price > ");
        assertThat(text("select count(*) from posts")).containsExactly("0");
    }

    @Test
    void readyMappingsSetWhatTableAndAssetsHave() throws Exception {
        run(RECORD + """
                        @Rows(from = "ARTICLES")
                        @Mapping(start = Mapping.Ready.BLOG_POST, value = "slug = concat('x-', $filename)")
                        protected void posts(PostsRow p) {}
                        """, TWO);
        assertThat(text(
                        "select slug || '|' || title || '|' || published_at::date || '|' || tags::text || '|' || read_minutes"
                                + " || '|' || coalesce(html, '') from posts where title = 'Grüße'"))
                .containsExactly("x-first|Grüße|2025-05-01|{a,b}|1|<p>Some <em>words</em> here.</p>\n");
        assertThat(text("select count(*) from posts where file is null")).containsExactly("2");
    }

    @Test
    void rowsAreLeftOutOrMendedWhereTheLineSaysSo() throws Exception {
        Summary summary = run(
                RECORD + """
                        @Rows(from = "ARTICLES")
                        @Mapping(\"""
                            title = frontmatter.title where length(3, 10) else skip
                            slug  = $filename
                            price = frontmatter.price where min(1)
                                    else 1
                            \""")
                        protected void posts(PostsRow p, Article a) {
                            p.publishedAt(now()).tags(java.util.List.of()).readMinutes(1);
                        }
                        protected void comments(CommentsRow c, @Per(2) PostsRow post) { c.author("me").mood("fine"); }
                        """,
                "articles/a.md",
                "---\ntitle: x\n---\n",
                "articles/b.md",
                "---\ntitle: fine\nprice: 0.5\n---\n",
                "articles/c.md",
                "---\ntitle: good\nprice: much\n---\n");
        assertThat(text("select slug || ' ' || price || ' ' || count(*) from posts p join comments c"
                        + " on c.post_id = p.id group by p.id order by slug"))
                .isEqualTo(List.of("b 1.00 2", "c 1.00 2"));
        assertThat(summary.notes())
                .anySatisfy(note -> assertThat(note)
                        .isEqualTo("1 row is left out: articles/a.md:2: column posts.title: \"x\" is not"
                                + " length(3, 10)."));
    }

    @Test
    void everyValueOfTheCatalogueAndOfFakerIsCalledByItsName() throws Exception {
        List<String> names = Arrays.stream(Values.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getParameterCount() == 0)
                .map(Method::getName)
                .filter(name -> !name.equals("none"))
                .sorted()
                .toList();
        assertThat(names).hasSizeGreaterThan(80);
        database.execute("create table samples (id bigint generated always as identity primary key, fake text not null"
                + names.stream().map(name -> ", \"" + name + "\" text not null").collect(Collectors.joining())
                + ")");
        String lines = names.stream()
                .map(name -> "\"" + name + "\" = " + snake(name) + "()")
                .collect(Collectors.joining("\n"));
        run("@Rows(3) @Mapping(\"\"\"\nfake = faker.lorem.word()\n" + lines
                + "\n\"\"\") protected void samples(SamplesRow s) {}");
        assertThat(text("select count(*) from samples where length(fake) > 1")).containsExactly("3");
    }

    /** As teams write names that come from a database. */
    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
