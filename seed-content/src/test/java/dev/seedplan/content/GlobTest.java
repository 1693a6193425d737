package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/**/*.md | a/x.md | true",
                "a/**/*.md | a/b/x.md | true",
                "a/**/*.md | a/b/c/d/x.md | true",
                "a/**/*.md | ab/x.md | false",
                "a/**/*.md | a/x.txt | false",
                "a/**/*.md | x.md | false",
                "**/*.md | x.md | true",
                "**/*.md | a/b/x.md | true",
                "a/** | a/x | true",
                "a/** | a/b/c | true",
                "a/** | a | false",
                "a/**/b/**/c | a/b/c | true",
                "a/**/b/**/c | a/x/b/y/b/z/c | true",
                "a/**/b/**/c | a/x/c | false",
                "a/**/**/c | a/c | true",
                "a/*/c | a/c | false",
                "a/*/c | a/b/c | true",
                "a/*/c | a/b/b/c | false",
                "a/*.md | a/.md | false",
                "a/*.md | a/.x.md | false",
                "a/.*.md | a/.x.md | true",
                "a/**/*.md | a/.git/x.md | false",
                "a/**/*.md | a/b/.git/x.md | false",
                "a/?.md | a/x.md | true",
                "a/?.md | a/😀.md | true",
                "a/?.md | a/xy.md | false",
                "a/?.md | a/..md | false",
                "a/[a-c].md | a/b.md | true",
                "a/[a-c].md | a/d.md | false",
                "a/[!a-c].md | a/d.md | true",
                "a/[!a-c].md | a/b.md | false",
                "a/[]x].md | a/].md | true",
                "a/[.-0].md | a/0.md | true",
                "a/{x,y*}.md | a/x.md | true",
                "a/{x,y*}.md | a/yz.md | true",
                "a/{x,y*}.md | a/z.md | false",
                "a/{*,b}.md | a/.x.md | false",
                "a/{.x,b}.md | a/.x.md | true",
                "a/x,y.md | a/x,y.md | true",
                "a/(x)+$.md | a/(x)+$.md | true",
                "a/x.md | a/xxmd | false",
                "a/X.md | a/x.md | false",
                "a/é.md | a/é.md | true",
            })
    void matchesAsStated(String glob, String path, boolean matches) {
        assertThat(Glob.of(glob).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the path is empty",
                "/a/b | the path begins or ends with /, or contains //",
                "a/b/ | the path begins or ends with /, or contains //",
                "a//b | the path begins or ends with /, or contains //",
                "../a | the path contains the name ..",
                "a/./b | the path contains the name .",
                "a\\b | the path contains a backslash",
                "a/**.md | ** is not a whole name of the path in **.md",
                "a/[b | [ is not closed in [b",
                "a/[] | [ is not closed in []",
                "a/[!] | [ ] is empty in [!]",
                "a/b] | ] has no [ in b]",
                "a/[z-a] | a range in [ ] runs backwards in [z-a]",
                "a/{b | { is not closed in {b",
                "a/{b,{c,d}} | { stands inside { } in {b,{c,d}}",
                "a/b} | } has no { in b}",
            })
    void otherPathsAreRefused(String glob, String what) {
        assertThatThrownBy(() -> Glob.of(glob)).isInstanceOf(Refused.class).hasMessage(what);
    }

    @Test
    void searchBeginsBelowTheNamesWithoutWildcards() {
        assertThat(Glob.of("content/articles/**/*.md").base()).isEqualTo("content/articles");
        assertThat(Glob.of("*.md").base()).isEmpty();
        assertThat(Glob.of("content/tags.csv").base()).isEqualTo("content");
        assertThat(Glob.of("content/tags.csv").isLiteral()).isTrue();
    }

    @Test
    void searchGoesNoDeeperThanAMatchCanBe() {
        assertThat(Glob.of("content/*/x/*.md").depth()).isEqualTo(3);
        assertThat(Glob.of("content/**/*.md").depth()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void longPathsNeedNoStack() {
        String path = "a/" + "b/".repeat(100_000) + "c.md";
        assertThat(Glob.of("a/**/*.md").matches(path)).isTrue();
        assertThat(Glob.of("a/**/*.txt").matches(path)).isFalse();
    }
}
