package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drift that the compiler sees itself: its error stands, ours is a hint beside it. */
class HintTest {

    private static final String SCHEMA = """
            enum grade small large
            table users
              id bigint ! always
              email_address text !
              size public.grade
              pk id
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void missingRowClassGetsAHintAtTheSameParameter(Compiler compiler) {
        Compiled compiled = Scenario.of(directory, compiler, SCHEMA)
                .plan("@Rows(1) void users(UserRow u) {}\n@Rows(1) void b(UsersRow u) { u.emial(\"x\"); }")
                .compile();
        assertThat(compiled.success()).isFalse();
        Message hint = compiled.ours().get(0);
        assertThat(compiled.ours()).hasSize(1);
        assertThat(hint.code()).isEqualTo("SEED-2001");
        assertThat(hint.kind()).isIn(Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING);
        assertThat(hint.file() + ":" + hint.line()).isEqualTo("Plan.java:4");
        assertThat(hint.text()).contains("did you mean \"UsersRow\"?");
        assertThat(compiled.errors()).anyMatch(m -> m.line() == 4 && m.code().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void renamedColumnLabelAndTypeAreTheCompilersErrorsAtTheCall(Compiler compiler) {
        Compiled compiled = Scenario.of(directory, compiler, SCHEMA).plan("""
                        @Rows(1) void users(UsersRow u) {
                          u.email("x");
                          u.size(Grade.MEDIUM);
                          u.emailAddress(5);
                        }
                        """).compile();
        assertThat(compiled.ours()).isEmpty();
        assertThat(compiled.errors()).extracting(Message::line).containsOnly(5L, 6L, 7L);
    }

    @ParameterizedTest
    @EnumSource
    void rowClassLeftOverFromAnOlderSnapshotIsOurError(Compiler compiler) {
        Scenario before = Scenario.of(directory, compiler, SCHEMA + "table posts\n id bigint ! always\n pk id\n");
        assertThat(before.plan("@Rows(1) void posts(PostsRow p) {}").compile().success())
                .isTrue();
        before.project().forget("db/UsersRow", "db/Grade", "app/PlanSeed");
        Compiled compiled = Scenario.of(directory, compiler, SCHEMA)
                .plan("@Rows(1) void posts(PostsRow «p) {}")
                .fails(ProcessorError.UNKNOWN_ROW_CLASS);
        assertThat(compiled.ours().get(0).text()).contains("has no table for PostsRow");
    }
}
