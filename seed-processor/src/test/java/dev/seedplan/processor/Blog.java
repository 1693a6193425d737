package dev.seedplan.processor;

import dev.seedplan.schema.Snapshot;
import java.nio.file.Path;

/** The blog of the design: its snapshot and its plan. */
final class Blog {

    static final Snapshot SNAPSHOT = TestSchema.of("""
            enum post_status draft published
            table users
              id bigint ! always
              name text !
              email text ! comment Where·password·mails·go.
              bio text
              joined_at timestamptz ! default now()
              display_slug text ! generated lower(email)
              pk id
              unique users_email_key email
              check users_name_check (name·<>·'')
            table posts
              id bigint ! always
              author_id bigint !
              editor_id bigint
              title varchar(200) !
              slug text !
              body_md text !
              status public.post_status ! default 'draft'
              tags text[] ! default '{}'
              meta jsonb ! default '{}'
              published_at timestamptz
              pk id
              unique posts_slug_key slug
              fk posts_author_id_fkey author_id users id
              fk posts_editor_id_fkey editor_id users id
            table tags
              id integer ! byDefault
              slug text !
              label text !
              order smallint !
              pk id
              unique tags_slug_key slug
            table post_tags
              post_id bigint !
              tag_id integer !
              pk post_id tag_id
              fk post_tags_post_id_fkey post_id posts id
              fk post_tags_tag_id_fkey tag_id tags id
            table comments
              id uuid ! default gen_random_uuid()
              post_id bigint !
              author_id bigint !
              parent_id uuid
              body text !
              created_at timestamptz ! default now()
              pk id
              fk comments_post_id_fkey post_id posts id
              fk comments_author_id_fkey author_id users id
              fk comments_parent_id_fkey parent_id comments id
            """);

    static final String PLAN = """
            package blog;

            import static blog.db.PostStatus.DRAFT;
            import static blog.db.PostStatus.PUBLISHED;

            import blog.db.*;
            import dev.seedplan.*;
            import org.jspecify.annotations.Nullable;

            @SeedPlan(seed = 2026, at = "2026-01-01T00:00:00Z")
            public class BlogDemo {

              record Article(String title, String body) {}

              static final Assets<Article> ARTICLES = Assets.markdown("content/articles/*.md", Article.class);
              static final Assets<CsvRow> TAGS = Assets.csv("content/tags.csv");

              private static <T> Gen<T> weighted(T a, int w, T b, int x) { return cell -> cell.below(0, w + x) < w ? a : b; }

              protected void comments(CommentsRow c, @Per(min = 0, max = 9) PostsRow post, @Pick UsersRow author,
                  @Tree(roots = 0.3, depth = 4) @Nullable CommentsRow parent) {
                c.body("re: " + post.title() + " by " + author.name());
              }

              protected void postTags(PostTagsRow link, @Per(min = 1, max = 4) PostsRow post, @Pick(distinct = true) TagsRow tag) {}

              protected void posts(PostsRow p, @Per(min = 1, max = 12, shape = Shape.ZIPF) @Via("author_id") UsersRow author,
                  @Via(value = "editor_id", nulls = 0.6) @Nullable UsersRow editor, Draw d) {
                p.title("A post by " + author.name()).slug("post-" + d.row()).bodyMd("...");
                p.status(weighted(PUBLISHED, 8, DRAFT, 2));
                p.tags("a", "b");
                p.publishedAt(d.now());
              }

              @Rows(from = "TAGS")
              protected void tags(TagsRow t, CsvRow csv) {
                t.slug(csv.text("slug")).label(csv.text("label")).order(1);
              }

              @Rows(50)
              protected void users(UsersRow u) {
                u.name(cell -> "user " + cell.ordinal());
                u.email(u.name() + "@example.org");
                u.bio(null_());
              }

              private static OptionalGen<String> null_() { return cell -> null; }
            }
            """;

    private Blog() {}

    static Project project(Path directory, Compiler compiler) {
        return schemaOnly(directory, compiler).source("blog.BlogDemo", PLAN);
    }

    static Project schemaOnly(Path directory, Compiler compiler) {
        return Project.in(directory, compiler)
                .resource("seedplan/schema.json", TestSchema.json(SNAPSHOT))
                .source("blog.db.package-info", TestSchema.packageInfo("blog.db", SNAPSHOT));
    }
}
