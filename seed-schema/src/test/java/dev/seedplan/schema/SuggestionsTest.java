package dev.seedplan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private static final List<String> COLUMNS = List.of("title", "author_id", "editor_id", "published_at");

    @Test
    void nearNameIsSuggested() {
        assertThat(Suggestions.of("autor_id", COLUMNS)).isEqualTo("did you mean \"author_id\"?");
        assertThat(Suggestions.of("ahutor_id", COLUMNS)).isEqualTo("did you mean \"author_id\"?");
        assertThat(Suggestions.of("authorId", COLUMNS)).isEqualTo("did you mean \"author_id\"?");
        assertThat(Suggestions.of("id_author", COLUMNS)).isEqualTo("did you mean \"author_id\"?");
        assertThat(Suggestions.of("titles", COLUMNS)).isEqualTo("did you mean \"title\"?");
        assertThat(Suggestions.of("publishedAtUtc", COLUMNS)).isEqualTo("did you mean \"published_at\"?");
    }

    @Test
    void nothingNearListsWhatThereIs() {
        assertThat(Suggestions.of("posted_by", COLUMNS))
                .isEqualTo("there are: author_id, editor_id, published_at, title");
        List<String> many = IntStream.range(10, 30).mapToObj(i -> "c" + i).toList();
        assertThat(Suggestions.of("posted_by", many))
                .isEqualTo("there are 20: c10, c11, c12, c13, c14, c15, c16, c17, …");
        assertThat(Suggestions.of("posted_by", List.of())).isEqualTo("there are none");
    }

    @Test
    void atMostThreeAreSuggestedNearestFirst() {
        assertThat(Suggestions.nearest("user_1", List.of("user_23", "user_2", "user_3", "user_4", "user_1_")))
                .containsExactly("user_1_", "user_2", "user_3");
        assertThat(Suggestions.of("user_1", List.of("user_2", "user_3", "user_4")))
                .isEqualTo("did you mean \"user_2\", \"user_3\" or \"user_4\"?");
    }

    @Test
    void shortNamesNeedToBeNear() {
        assertThat(Suggestions.nearest("id", List.of("at", "to", "is"))).containsExactly("is");
        assertThat(Suggestions.nearest("", List.of("title"))).isEmpty();
    }
}
