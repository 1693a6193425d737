package dev.seedplan.benchmarks.w1;

import static dev.seedplan.Values.bools;
import static dev.seedplan.Values.email;
import static dev.seedplan.Values.fullName;
import static dev.seedplan.Values.ints;
import static dev.seedplan.Values.sentence;
import static dev.seedplan.Values.sentences;
import static dev.seedplan.Values.slug;
import static dev.seedplan.Values.times;
import static dev.seedplan.Values.title;
import static dev.seedplan.Values.weighted;
import static dev.seedplan.benchmarks.w1.db.PostStatus.ARCHIVED;
import static dev.seedplan.benchmarks.w1.db.PostStatus.DRAFT;
import static dev.seedplan.benchmarks.w1.db.PostStatus.PUBLISHED;

import dev.seedplan.Per;
import dev.seedplan.Pick;
import dev.seedplan.Rows;
import dev.seedplan.SeedPlan;
import dev.seedplan.benchmarks.w1.db.PostTagsRow;
import dev.seedplan.benchmarks.w1.db.PostsRow;
import dev.seedplan.benchmarks.w1.db.TagsRow;
import dev.seedplan.benchmarks.w1.db.UsersRow;

/** Workload W1, a blog: 31 rows for each user besides a thousand tags. {@code --rows users=100000} makes 3.1 million. */
@SeedPlan(seed = 2026, at = "2026-01-01T00:00:00Z")
public class W1Plan {

    @Rows(1_000)
    protected void users(UsersRow u) {
        u.email(email().unique()).name(fullName()).joinedAt(times("2020-01-01", "2025-12-31"));
        u.bio(sentence()).active(bools(0.9));
    }

    @Rows(1_000)
    protected void tags(TagsRow t) {
        t.name(slug().unique());
    }

    protected void posts(PostsRow p, @Per(min = 10, max = 10) UsersRow author) {
        p.title(title()).body(sentences(5)).views(ints(0, 100_000));
        p.status(weighted(PUBLISHED, 8, DRAFT, 2, ARCHIVED, 1));
        p.publishedAt(times("2020-01-01", "2025-12-31").orNull(0.2));
    }

    protected void postTags(
            PostTagsRow link, @Per(min = 2, max = 2) PostsRow post, @Pick(distinct = true) TagsRow tag) {}
}
