package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Assets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {

    record Post(String title, LocalDate date, List<String> tags, int weight) {}

    private static final Assets<Post> POSTS = Assets.markdown("posts/*.md", Post.class);

    @TempDir
    Path directory;

    private Path posts(int number) {
        Content content = new Content();
        for (int i = 0; i < number; i++) {
            content.with(
                    "posts/p" + (1000 + i) + ".md",
                    "---\ntitle: Post " + i + "\ndate: "
                            + LocalDate.of(2025, 1, 1).plusDays(i * 37L % 365) + "\ntags: "
                            + (i % 3 == 0 ? "[a, b]" : "[a]") + "\nweight: " + i + "\n---\n");
        }
        return content.directory(directory);
    }

    @Test
    void predicatesAreChained() {
        Assets<Post> some = POSTS.where(post -> post.tags().contains("b"))
                .where(post -> post.date().isAfter(LocalDate.of(2025, 6, 1)));
        assertThat(Content.all(some, posts(50)))
                .isNotEmpty()
                .allSatisfy(post -> assertThat(post.tags()).contains("b"))
                .allSatisfy(post -> assertThat(post.date()).isAfter("2025-06-01"));
    }

    @Test
    void poolIsADescriptionThatIsNotChanged() {
        Path path = posts(9);
        Assets<Post> few = POSTS.take(2);
        assertThat(Content.ids(POSTS, path)).hasSize(9);
        assertThat(Content.ids(few, path)).hasSize(2);
        assertThat(Content.ids(few.take(1), path)).hasSize(1);
    }

    @Test
    void draftIsTheSameForASeedAndAnotherForAnother() {
        Path path = posts(60);
        List<String> drawn = Content.ids(POSTS.take(20), path);
        assertThat(drawn).hasSize(20).isSorted().isEqualTo(Content.ids(POSTS.take(20), path));
        List<String> other = Content.use(
                new Path[] {path}, loader -> Content.ids(new ContentSource().open(POSTS.take(20), loader, "", 8)));
        assertThat(other).hasSize(20).isNotEqualTo(drawn);
        assertThat(Content.ids(POSTS.take(100), path)).hasSize(60);
        assertThat(Content.ids(POSTS.take(0), path)).isEmpty();
    }

    @Test
    void oneMoreFileMovesOneAtMost() {
        List<String> before = Content.ids(POSTS.take(20), posts(60));
        new Content().with("posts/p1000a.md", "---\nweight: 1\n---\n").directory(directory);
        List<String> after = new ArrayList<>(Content.ids(POSTS.take(20), directory));
        after.removeAll(before);
        assertThat(after).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void weightsAreHeeded() {
        Path path = posts(3);
        Map<String, Integer> first = new HashMap<>();
        for (int seed = 0; seed < 3_000; seed++) {
            long now = seed;
            String id = Content.use(
                    new Path[] {path},
                    loader -> new ContentSource()
                            .open(POSTS.take(1, Post::weight), loader, "", now)
                            .id(0));
            first.merge(id, 1, Integer::sum);
        }
        // Of weight 0, 1 and 2.
        assertThat(first).doesNotContainKey("posts/p1000.md");
        assertThat(first.get("posts/p1002.md") / 3_000.0).isCloseTo(2 / 3.0, Offset.offset(0.04));
        assertThat(Content.ids(POSTS.take(3, Post::weight), path)).hasSize(3);
    }

    @Test
    void ordersAndFirst() {
        Assets<Post> newest = POSTS.orderedBy(Comparator.comparing(Post::date).reversed());
        List<Post> posts = Content.all(newest.first(5), posts(30));
        assertThat(posts)
                .hasSize(5)
                .isSortedAccordingTo(Comparator.comparing(Post::date).reversed());
        assertThat(Content.all(POSTS.first(50), directory)).hasSize(30);
    }

    @Test
    void namedOnesInTheirOrder() {
        Path path = posts(5);
        assertThat(Content.ids(POSTS.only("p1003", "posts/p1001.md", "p1002.md"), path))
                .containsExactly("posts/p1003.md", "posts/p1001.md", "posts/p1002.md");
        assertThat(Content.refusal(POSTS.only("p1O03"), path))
                .isEqualTo(
                        "[SEED-5171] markdown(posts/*.md): there is no asset \"p1O03\"; did you mean \"p1003\"?; name an"
                                + " id, a path or a file's name.");
        new Content()
                .with("posts/x/a.md", "---\nweight: 1\n---\n")
                .with("posts/y/a.md", "---\nweight: 1\n---\n")
                .directory(directory);
        assertThat(Content.refusal(Assets.markdown("posts/**/*.md", Post.class).only("a"), path))
                .contains("2 assets have the name \"a\": posts/x/a.md, posts/y/a.md");
    }

    @Test
    void poolsAreMergedTheFirstGoingFirst() {
        Path path = posts(6);
        Assets<Post> merged = POSTS.only("p1004").mergedWith(POSTS.first(2)).mergedWith(POSTS.only("p1004", "p1005"));
        assertThat(Content.ids(merged, path))
                .containsExactly("posts/p1004.md", "posts/p1000.md", "posts/p1001.md", "posts/p1005.md");
    }

    /** Five articles for ten users: five are made. */
    @Test
    void shortPoolsAreFilledUp() {
        Assets<Post> ten = POSTS.filledUpTo(10, i -> new Post("Made " + i, LocalDate.of(2025, 1, 1), List.of(), 0));
        assertThat(Content.all(ten, posts(5)))
                .hasSize(10)
                .extracting(Post::title)
                .contains("Post 4", "Made 0", "Made 4");
        assertThat(Content.ids(ten, directory)).doesNotHaveDuplicates().last().isEqualTo("markdown(posts/*.md)#made4");
        posts(12);
        assertThat(Content.all(ten, directory)).hasSize(12);
    }

    @Test
    void functionsThatThrowAreNamedWithTheirAsset() {
        Path path = new Content().with("posts/a.md", "---\nweight: 1\n---\n").directory(directory);
        assertThat(Content.refusal(POSTS.where(post -> post.date().isLeapYear()), path))
                .startsWith(
                        "[SEED-5172] markdown(posts/*.md): where of posts/a.md threw java.lang.NullPointerException: ");
        assertThat(Content.refusal(POSTS.take(1, post -> post.title().length()), path))
                .startsWith("[SEED-5172] markdown(posts/*.md): the weight of posts/a.md threw ");
        assertThatThrownBy(() -> POSTS.take(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
