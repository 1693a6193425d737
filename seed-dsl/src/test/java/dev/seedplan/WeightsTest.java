package dev.seedplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Weights by what an asset says. */
class WeightsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    record Article(@Nullable LocalDate date, String body, List<String> tags, String category) {}

    private static Article article(@Nullable LocalDate date) {
        return new Article(date, "twelve marks", List.of("a", "featured"), "news");
    }

    @Test
    void recencyHalvesWithEachHalfLife() {
        ToDoubleFunction<Article> weight = Weights.recency(Article::date, DAY, 10);
        assertThat(weight.applyAsDouble(article(DAY))).isEqualTo(1);
        assertThat(weight.applyAsDouble(article(DAY.plusDays(3)))).isEqualTo(1);
        assertThat(weight.applyAsDouble(article(DAY.minusDays(10)))).isEqualTo(0.5);
        assertThat(weight.applyAsDouble(article(DAY.minusDays(15)))).isCloseTo(0.3536, Offset.offset(1e-4));
        assertThat(weight.applyAsDouble(article(null))).isZero();
        assertThatThrownBy(() -> Weights.recency(Article::date, DAY, 0)).hasMessage("a half-life of 0 days");
    }

    @Test
    void lengthTagsFieldsAndTheirProduct() {
        ToDoubleFunction<Article> length = Weights.length(Article::body);
        ToDoubleFunction<Article> tags = Weights.tags(Article::tags, Map.of("featured", 3.0, "old", 0.1));
        ToDoubleFunction<Article> field = Weights.field(Article::category, Map.of("news", 2.0));
        Article article = article(DAY);
        assertThat(length.applyAsDouble(article)).isEqualTo(12);
        assertThat(tags.applyAsDouble(article)).isEqualTo(3);
        assertThat(field.applyAsDouble(article)).isEqualTo(2);
        assertThat(Weights.<Article>product(length, tags, field).applyAsDouble(article))
                .isEqualTo(72);
    }
}
