package dev.seedplan.runtime.internal.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.schema.Snapshot;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a column is taken to be about where its name does not say, and where the user does. */
class RecognisedColumnsTest {

    private static SampleSchema schema;
    private static Snapshot snapshot;

    @BeforeAll
    static void create() throws SQLException {
        schema = new SampleSchema();
        snapshot = schema.snapshot;
    }

    @AfterAll
    static void drop() {
        schema.close();
    }

    @Test
    void theUserHasTheLastWord() {
        Overrides overrides = Overrides.of(Map.of("public.posts.b*", "email", "posts.title", "company_name"));
        Sample posts = new Sample(snapshot, "posts", "en", overrides);
        assertThat(posts.meanings.column("body").meaning()).isEqualTo(Meaning.EMAIL);
        assertThat(posts.meanings.column("body").why()).isEqualTo("\"public.posts.b*\" says so");
        assertThat(posts.meanings.column("title").meaning()).isEqualTo(Meaning.COMPANY_NAME);
        assertThat(posts.meanings.column("slug").meaning()).isEqualTo(Meaning.SLUG);
    }

    @Test
    void anOverrideThatNamesNothingIsRefused() {
        assertThatThrownBy(() -> Overrides.of(Map.of("users.nick", "usrname")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"users.nick\" has an unknown meaning \"usrname\"")
                .hasMessageContaining("username");
        assertThatThrownBy(() -> Overrides.of(Map.of("nick", "username"))).hasMessageContaining("write table.column");
    }

    @Test
    void commentsAndDomainsSpeakWhereTheNameDoesNot() {
        Sample hints = new Sample(snapshot, "hints", "en");
        assertThat(hints.meanings.column("c1").meaning()).isEqualTo(Meaning.EMAIL);
        assertThat(hints.meanings.column("c1").why()).startsWith("its comment: the name fits");
        assertThat(hints.meanings.column("c2").meaning()).isEqualTo(Meaning.POSTCODE);
        assertThat(hints.meanings.column("c2").why()).startsWith("its domain's name");
        assertThat(hints.meanings.column("c3").meaning()).isEqualTo(Meaning.NONE);
        assertThat(hints.meanings.column("c3").why()).isEqualTo("no rule fits the name");
        assertThat(hints.meanings.column("shade").why()).isEqualTo("its type is an enum");
        assertThat(hints.meanings.column("gateway").why()).isEqualTo("a CHECK lists its values");
        SampleSchema.everyRow((seed, i) -> {
            assertThat(hints.text("gateway", seed, i)).isIn("stripe", "paypal");
            assertThat(hints.text("code", seed, i)).isIn("a", "it's");
        });
        assertThat(hints.meanings.column("owner_id").why()).isEqualTo("it refers to another table");
    }
}
