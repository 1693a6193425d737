package dev.seedplan.runtime.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.schema.QName;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableGlobTest {

    private static final List<QName> TABLES =
            List.of(new QName("auth", "users"), new QName("public", "posts"), new QName("public", "users"));

    @Test
    void aPatternWithoutADotIsAboutTheDefaultSchema() {
        assertThat(named("users")).containsExactly("public.users");
        assertThat(named("*")).containsExactly("public.posts", "public.users");
        assertThat(named("auth*")).isEmpty();
    }

    @Test
    void aPatternWithADotIsAboutSchemaAndName() {
        assertThat(named("auth.*")).containsExactly("auth.users");
        assertThat(named("*.users")).containsExactly("auth.users", "public.users");
        assertThat(named("p*.post?")).containsExactly("public.posts");
    }

    @Test
    void nothingElseStandsForOtherCharacters() {
        assertThat(TableGlob.of("a+[b]", "public").matches(new QName("public", "a+[b]")))
                .isTrue();
        assertThat(TableGlob.of("a+[b]", "public").matches(new QName("public", "aab")))
                .isFalse();
        assertThat(TableGlob.of("a*b", "public").matches(new QName("public", "a\nb")))
                .isTrue();
    }

    private static List<String> named(String glob) {
        return TABLES.stream()
                .filter(TableGlob.of(glob, "public")::matches)
                .map(t -> t.schema() + "." + t.name())
                .toList();
    }
}
