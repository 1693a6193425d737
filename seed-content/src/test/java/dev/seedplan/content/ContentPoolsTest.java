package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Assets;
import dev.seedplan.spi.ContentException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pools by name, kept open. */
class ContentPoolsTest {

    @TempDir
    Path directory;

    private ContentPools pools() {
        new Content()
                .with("a/one.md", "---\ntitle: One\ntags: [x]\n---\nAbout Rivers.\n")
                .with("a/two.md", "---\ntitle: Two\n---\nAbout hills.\n")
                .with("a/bad.md", "---\ntitle: \"open\n---\n")
                .with("tags.csv", "slug;label\nx;X\n")
                .directory(directory);
        return new ContentPools(getClass().getClassLoader(), directory.toString(), 1)
                .add("articles", Assets.markdown("a/*.md"))
                .add("tags", Assets.csv("tags.csv").separatedBy(';'))
                .add("gone", Assets.json("nothing/*.json"));
    }

    @Test
    void healthSaysWhatIsValidWhatNotAndWhy() {
        List<ContentPools.Health> health = pools().health();
        assertThat(health).extracting(ContentPools.Health::name).containsExactly("articles", "gone", "tags");
        assertThat(health.get(0).valid()).isEqualTo(2);
        assertThat(health.get(0).problems()).isEqualTo(1);
        assertThat(health.get(0).rejected()).singleElement().asString().contains("a/bad.md:2");
        assertThat(health.get(1).valid()).isZero();
        assertThat(health.get(1).failure()).contains("[SEED-5102]");
        assertThat(health.get(2).failure()).isEmpty();
    }

    @Test
    void aReloadThatFailsKeepsWhatWasThere() throws Exception {
        ContentPools pools = pools();
        pools.reload();
        Files.writeString(directory.resolve("tags.csv"), "slug;slug\nx;X\n");
        pools.reload();
        ContentPools.Health tags = pools.health().get(2);
        assertThat(tags.valid()).isEqualTo(1);
        assertThat(tags.failure()).contains("two columns \"slug\"");
        Files.writeString(directory.resolve("tags.csv"), "slug;label\nx;X\ny;Y\n");
        pools.reload();
        assertThat(pools.health().get(2).valid()).isEqualTo(2);
        assertThat(pools.health().get(2).failure()).isEmpty();
    }

    @Test
    void statisticsCountFieldsAndSearchFindsTextsOfAnyCase() {
        ContentPools pools = pools();
        assertThat(pools.statistics("articles"))
                .isEqualTo(new ContentPools.Statistics(2, Map.of("title", 2, "tags", 1, "$content", 2)));
        assertThat(pools.search("rivers")).containsExactly(new ContentPools.Hit("articles", "a/one.md"));
        assertThat(pools.search("x")).extracting(ContentPools.Hit::pool).containsExactly("articles", "tags");
        assertThatThrownBy(() -> pools.statistics("article")).hasMessageContaining("did you mean \"articles\"?");
    }

    @Test
    void definitionsGoToYamlAndComeBack() {
        ContentPools pools = new ContentPools(getClass().getClassLoader(), "", 1)
                .add("a", Assets.markdown("a/*.md").only("x", "y").first(3).take(2))
                .add(
                        "b",
                        Assets.csv("b.csv")
                                .separatedBy(';')
                                .encodedAs(StandardCharsets.ISO_8859_1)
                                .columns("p", "q")
                                .keyedBy("p"))
                .add("c", Assets.json("c.json").mergedWith(Assets.json("d.json").first(1)));
        String yaml = pools.toYaml();
        assertThat(yaml).contains("format: markdown").contains("path: b.csv").contains("take: 2");
        ContentPools back = new ContentPools(getClass().getClassLoader(), "", 1).addYaml(yaml);
        assertThat(back.names()).containsExactly("a", "b", "c");
        assertThat(back.toYaml()).isEqualTo(yaml);
        assertThatThrownBy(() -> pools.add("d", Assets.text("*.txt").where(asset -> true))
                        .toYaml())
                .hasMessage("pool d has a step (Where) that is a function of Java, which YAML cannot hold");
        for (String bad :
                List.of("", "pools: 3", "pools: {a: {format: doc, path: x}}", "{", "pools: {a: {format: csv}}")) {
            assertThatThrownBy(() -> back.addYaml(bad))
                    .isInstanceOf(ContentException.class)
                    .hasMessageContaining("[SEED-5173]");
        }
    }
}
