package dev.seedplan.example.blog;

import static dev.seedplan.Values.between;
import static dev.seedplan.Values.emailOf;
import static dev.seedplan.Values.fullName;
import static dev.seedplan.Values.paragraph;
import static dev.seedplan.Values.sentence;
import static dev.seedplan.Values.slugify;
import static dev.seedplan.Values.times;
import static dev.seedplan.Values.uniqueOf;
import static dev.seedplan.Values.weighted;
import static dev.seedplan.example.blog.db.PostStatus.ARCHIVED;
import static dev.seedplan.example.blog.db.PostStatus.DRAFT;
import static dev.seedplan.example.blog.db.PostStatus.PUBLISHED;

import dev.seedplan.Assets;
import dev.seedplan.CsvRow;
import dev.seedplan.Distribute;
import dev.seedplan.Draw;
import dev.seedplan.Per;
import dev.seedplan.Pick;
import dev.seedplan.Quota;
import dev.seedplan.Rows;
import dev.seedplan.SeedPlan;
import dev.seedplan.Shape;
import dev.seedplan.Strategy;
import dev.seedplan.Tree;
import dev.seedplan.Via;
import dev.seedplan.example.blog.db.CommentsRow;
import dev.seedplan.example.blog.db.PostTagsRow;
import dev.seedplan.example.blog.db.PostsRow;
import dev.seedplan.example.blog.db.TagsRow;
import dev.seedplan.example.blog.db.UsersRow;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A small, lively blog: a dozen authors with names, forty readers without, a few of whom write almost everything. */
@SeedPlan(seed = 2026, at = "2026-01-01T00:00:00Z")
public class BlogDemo {

    protected static final Assets<Author> AUTHORS = Assets.json("content/authors.json", Author.class);
    protected static final Assets<Article> ARTICLES = Assets.markdown("content/articles/**/*.md", Article.class);
    protected static final Assets<CsvRow> TAGS = Assets.csv("content/tags.csv");

    /** The people of content/authors.json. */
    @Rows(from = "AUTHORS")
    protected void authors(UsersRow u, Author author) {
        u.name(author.name()).bio(author.bio()).website(author.website());
        u.email(emailOf(u.name()).unique());
        u.joinedAt(author.joined().atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** People who mostly read. */
    @Rows(40)
    protected void readers(UsersRow u) {
        u.name(fullName());
        u.email(emailOf(u.name()).unique());
        u.bio(sentence().orNull(0.6));
        u.joinedAt(times("2023-01-01", "2025-12-31"));
    }

    /** The tags of content/tags.csv. */
    @Rows(from = "TAGS")
    protected void tags(TagsRow t, CsvRow csv) {
        t.slug(csv.text("slug")).label(csv.text("label")).order(csv.integer("order"));
    }

    /** Articles from content/articles; most people write one or two, some a dozen. */
    protected void posts(
            PostsRow p,
            @Per(min = 0, max = 12, shape = Shape.ZIPF) @Via("author_id") UsersRow author,
            @Via(value = "editor_id", nulls = 0.7) @Nullable UsersRow editor,
            Draw d) {
        write(p, author, d.pick(ARTICLES), d);
    }

    /** Each article once more, by the people with a website: none of them has more than four, and not all are about craft. */
    @Rows(from = "ARTICLES")
    protected void essays(
            PostsRow p,
            @Distribute(strategy = Strategy.WEIGHTED_RANDOM, weight = "diligence", max = 4)
                    @Quota(field = "category", is = "craft", max = 0.5)
                    @Via("author_id")
                    UsersRow author,
            @Via(value = "editor_id", nulls = 0.7) @Nullable UsersRow editor,
            Article a,
            Draw d) {
        write(p, author, a, d);
    }

    /** How likely somebody is to write an essay: 0 is not at all. */
    protected double diligence(UsersRow user) {
        return user.website() == null ? 0 : 1;
    }

    private static void write(PostsRow p, UsersRow author, Article a, Draw d) {
        p.title(a.title()).slug(uniqueOf(slugify(a.title())));
        p.excerpt(a.summary()).bodyMd(a.body()).tags(a.tags());
        p.createdAt(between(author.joinedAt(), d.now()));
        p.status(weighted(PUBLISHED, 8, DRAFT, 2, ARCHIVED, 1));
        if (p.status() == PUBLISHED) {
            p.publishedAt(between(p.createdAt(), d.now()));
        }
    }

    /** One to four different tags for each post. */
    protected void postTags(
            PostTagsRow link, @Per(min = 1, max = 4) PostsRow post, @Pick(distinct = true) TagsRow tag) {}

    /** Conversations below the posts: a third begins one, the others answer an earlier comment. */
    protected void comments(
            CommentsRow c,
            @Per(min = 0, max = 9, shape = Shape.ZIPF) PostsRow post,
            @Tree(roots = 0.35, depth = 4) @Nullable CommentsRow parent,
            UsersRow author,
            Draw d) {
        c.body(parent == null ? paragraph() : sentence());
        c.createdAt(between(parent == null ? post.createdAt() : parent.createdAt(), d.now()));
    }
}
