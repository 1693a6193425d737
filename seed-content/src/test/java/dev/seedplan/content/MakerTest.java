package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Asset;
import dev.seedplan.Assets;
import dev.seedplan.CsvRow;
import dev.seedplan.Image;
import dev.seedplan.Markdown;
import dev.seedplan.Strategy;
import dev.seedplan.spi.AssetSource;
import dev.seedplan.spi.ContentException;
import dev.seedplan.spi.DistributionTask;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Assets that make up a number, and distributions that cannot be solved. */
class MakerTest {

    record Article(String title, String category, LocalDate date, List<String> tags, int order, String sku) {}

    record Narrow(String title) {
        Narrow {
            if (title.length() > 12) {
                throw new IllegalArgumentException("too long");
            }
        }
    }

    @TempDir
    Path directory;

    private static String line(int i) {
        return "{\"title\": \"The story of "
                + List.of("bread", "rain", "ships", "glass", "salt").get(i)
                + " and all the rest\", \"category\": \"" + (i % 2 == 0 ? "food" : "sea") + "\", \"date\": \"2025-0"
                + (i + 1) + "-01\", \"tags\": [\"t" + i % 2 + "\"], \"order\": " + (i + 1) + ", \"sku\": \"PX-" + i
                + "\"}";
    }

    private Path json() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            lines.append(line(i)).append('\n');
        }
        return new Content().with("a.jsonl", lines.toString()).directory(directory);
    }

    private static <A> IntFunction<A> maker(Assets<A> assets, Path place) {
        AssetSource.Pool<A> pool = Content.open(assets, place);
        return new ContentSource().maker(assets, pool, "POOL", 7);
    }

    @Test
    void madeRecordsHoldWhatRealOnesHoldAndTellThemselvesApart() {
        Assets<Article> assets = Assets.json("a.jsonl", Article.class);
        IntFunction<Article> maker = maker(assets, json());
        Set<String> titles = new HashSet<>();
        Content.all(assets, directory).forEach(article -> titles.add(article.title()));
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Article made = maker.apply(i);
            assertThat(titles.add(made.title())).as(made.title()).isTrue();
            assertThat(made.title()).startsWith("The story of");
            assertThat(made.category()).isIn("food", "sea");
            assertThat(made.tags()).isIn(List.of("t0"), List.of("t1"));
            assertThat(made.date()).isBetween(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 5, 1));
            assertThat(made.order()).isEqualTo(6 + i);
            assertThat(made.sku()).startsWith("PX-");
            assertThat(codes.add(made.sku())).isTrue();
            assertThat(maker(assets, directory).apply(i)).isEqualTo(made);
        }
    }

    @Test
    void assetsWithoutARecordAreMadeLikewise() {
        Asset made = maker(Assets.json("a.jsonl"), json()).apply(3);
        assertThat(made.text("category")).isIn("food", "sea");
        assertThat(made.list("tags")).hasSize(1);
        assertThat(made.text("title")).startsWith("The story of");
        assertThat(made.id()).isEqualTo("POOL#made3");
        Path csv = new Content().with("tags.csv", "slug,order\na,1\nb,2\nc,3\n").directory(directory.resolve("csv"));
        CsvRow line = maker(Assets.csv("tags.csv"), csv).apply(1);
        assertThat(line.integer("order")).isEqualTo(5);
        assertThat(line.text("slug")).matches("[abc]-5");
    }

    @Test
    void madeMarkdownIsPutTogetherFromTheBlocksOfOthers() {
        Path files = new Content()
                .with("a.md", "---\ntitle: One of these days\n---\n# A\n\nfirst a\n\nsecond a\n")
                .with("b.md", "---\ntitle: Two of those nights\n---\n# B\n\nfirst b\n\nsecond b\n")
                .directory(directory);
        Markdown made = maker(Assets.markdown("*.md"), files).apply(0);
        assertThat(made.body()).matches("# [AB]\n\nfirst [ab]\n\nsecond [ab]\n");
        assertThat(made.title()).isIn("One of those nights", "Two of these days");
    }

    @Test
    void whatCannotBeMadeIsRefusedWithItsReason() {
        Path files = new Content()
                .with("a.json", "[{\"title\": \"a b c d e f\"}, {\"title\": \"longer words\"}]")
                .directory(directory);
        assertThatThrownBy(() -> {
                    IntFunction<Narrow> maker = maker(Assets.json("a.json", Narrow.class), files);
                    assertThat(IntStream.range(0, 5).mapToObj(maker)).isNotEmpty();
                })
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("[SEED-5182]")
                .hasMessageContaining("record Narrow refuses: java.lang.IllegalArgumentException: too long");
        assertThatThrownBy(() ->
                        new ContentSource().maker(Assets.images("*.png"), new Loaded<Image>(new Problems("p")), "P", 1))
                .hasMessageContaining("an asset of type Image is what its file says");
    }

    @Test
    void aDistributionThatIsNotSolvedExactlyIsNotSolved() {
        BitSet[] crossing = {
            BitSet.valueOf(new long[] {3}), BitSet.valueOf(new long[] {6}), BitSet.valueOf(new long[] {5})
        };
        List<DistributionTask.Quota> quotas = IntStream.range(0, 3)
                .mapToObj(i -> new DistributionTask.Quota("q" + i, crossing[i], 0, 0.5, 0))
                .toList();
        DistributionTask.Bound none = new DistributionTask.Bound(0, 0);
        DistributionTask task = new DistributionTask(
                3,
                new long[] {1, 2, 3},
                1,
                2,
                null,
                Strategy.EVEN,
                none,
                new DistributionTask.Bound(3, 0),
                new DistributionTask.Bound(-1, 0),
                quotas,
                null,
                1);
        assertThatThrownBy(() -> new ContentSource().distribute(task))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("[SEED-5181]")
                .hasMessageContaining("cross each other in more than two ways");
    }
}
