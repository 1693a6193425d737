package dev.seedplan.processor;

import static dev.seedplan.processor.ProcessorError.ABOVE_CAPACITY;
import static dev.seedplan.processor.ProcessorError.BAD_COUNT;
import static dev.seedplan.processor.ProcessorError.BAD_EXISTING;
import static dev.seedplan.processor.ProcessorError.BAD_INSTANT;
import static dev.seedplan.processor.ProcessorError.BAD_SHARE;
import static dev.seedplan.processor.ProcessorError.BAD_TREE;
import static dev.seedplan.processor.ProcessorError.CYCLE;
import static dev.seedplan.processor.ProcessorError.LOST_FOREIGN_KEY;
import static dev.seedplan.processor.ProcessorError.MIN_ABOVE_MAX;
import static dev.seedplan.processor.ProcessorError.MISSING_PARENT;
import static dev.seedplan.processor.ProcessorError.NO_COUNT;
import static dev.seedplan.processor.ProcessorError.NO_VALUE;
import static dev.seedplan.processor.ProcessorError.NULLS;
import static dev.seedplan.processor.ProcessorError.ROLES;
import static dev.seedplan.processor.ProcessorError.TWO_COUNTS;
import static dev.seedplan.processor.ProcessorError.UNKNOWN_COLUMN;
import static dev.seedplan.processor.ProcessorError.UNKNOWN_PARAMETER;
import static dev.seedplan.processor.ProcessorError.UNKNOWN_POOL;
import static dev.seedplan.processor.ProcessorError.UNKNOWN_ROW_CLASS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A compilation shows everything that is wrong with a plan, as it does with code, and not one thing after the other. */
class AllErrorsTest {

    private static final String SCHEMA = """
            table users
              id bigint ! always
              pk id
            table tags
              id bigint ! always
              pk id
            table posts
              id bigint ! always
              author_id bigint !
              tag_id bigint !
              editor_id bigint
              parent_id bigint
              during tsrange !
              unique posts_author author_id
              pk id
              fk posts_author_id_fkey author_id users id
              fk posts_tag_id_fkey tag_id tags id
              fk posts_editor_id_fkey editor_id users id
              fk posts_parent_id_fkey parent_id posts id
            table a
              id bigint ! always
              b_id bigint !
              pk id
              fk a_b b_id b id
            table b
              id bigint ! always
              a_id bigint !
              pk id
              fk b_a a_id a id
            table c
              id bigint ! always
              d_id bigint !
              pk id
              fk c_d d_id d id
            table d
              id bigint ! always
              c_id bigint !
              pk id
              fk d_c c_id c id
            """;

    @TempDir
    Path directory;

    private Scenario scenario(Compiler compiler) {
        return Scenario.of(directory, compiler, SCHEMA);
    }

    @ParameterizedTest
    @EnumSource
    void oneMethodWithManyErrorsShowsThemAll(Compiler compiler) {
        scenario(compiler)
                .plan("""
                        void ««posts(PostsRow p,
                            @Per(max = «-2, total = «-3) @Via(«"auther_id") UsersRow author,
                            «@Tree(roots = «7, depth = «0) @Pick @Via(value = "parent_id", nulls = «.5) @Nullable PostsRow parent,
                            @Existing(limit = «0, without = «"x") @Via(value = «"editr_id", nulls = «2) UsersRow editor,
                            String «text, Integer «number) {}
                        """)
                .fails(
                        MISSING_PARENT,
                        NO_VALUE,
                        BAD_COUNT,
                        BAD_COUNT,
                        UNKNOWN_COLUMN,
                        ROLES,
                        BAD_SHARE,
                        BAD_TREE,
                        NULLS,
                        BAD_EXISTING,
                        BAD_EXISTING,
                        UNKNOWN_COLUMN,
                        BAD_SHARE,
                        UNKNOWN_PARAMETER,
                        UNKNOWN_PARAMETER);
    }

    @ParameterizedTest
    @EnumSource
    void everyMissingParentOfAMethodIsShown(Compiler compiler) {
        Compiled compiled = scenario(compiler)
                .plan("@Rows(1) void «««posts(PostsRow p) {}")
                .fails(MISSING_PARENT, MISSING_PARENT, NO_VALUE);
        assertThat(compiled.ours())
                .anySatisfy(message -> assertThat(message.text()).contains("posts.author_id"))
                .anySatisfy(message -> assertThat(message.text()).contains("posts.tag_id"));
    }

    @ParameterizedTest
    @EnumSource
    void allCirclesAreShownBesideOtherErrors(Compiler compiler) {
        scenario(compiler)
                .file("app.Plan", """
                        @SeedPlan(at = «"noon") public class Plan {
                        void a(ARow a, @Per(1) BRow «b) {}
                        void b(BRow b, @Per(1) ARow a) {}
                        void c(CRow c, @Per(1) DRow «d) {}
                        void d(DRow d, @Per(1) CRow c) {}
                        «@Rows(«-1) void u(UsersRow u, @Per(min = 3, max = «2) TagsRow «tag) {}
                        }
                        """)
                .fails(BAD_INSTANT, CYCLE, CYCLE, TWO_COUNTS, BAD_COUNT, MIN_ABOVE_MAX, LOST_FOREIGN_KEY);
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatIsGoneHidesNothingElse(Compiler compiler) {
        Compiled compiled = scenario(compiler)
                .plan("""
                        @Rows(3) void gone(LostRow «r) {}
                        void «b(BRow b, @Per(min = 3, max = «2) LostRow «r) {}
                        void «posts(PostsRow p, @Per(«2) @Via("author_id") UsersRow author, LostRow «r, TagsRow tag) {}
                        @Rows(from = «"TAGS") void tags(TagsRow t) { t.bodyOf(); }
                        """)
                .fails(
                        UNKNOWN_ROW_CLASS,
                        MISSING_PARENT,
                        MIN_ABOVE_MAX,
                        UNKNOWN_ROW_CLASS,
                        NO_VALUE,
                        ABOVE_CAPACITY,
                        UNKNOWN_ROW_CLASS,
                        UNKNOWN_POOL);
        assertThat(compiled.errors())
                .filteredOn(message -> message.code().isEmpty())
                .extracting(Message::line)
                .as("%s", compiled.messages())
                .contains(4L, 5L, 6L);
    }

    @ParameterizedTest
    @EnumSource
    void aRowClassThatIsLeftOverHidesNothingElse(Compiler compiler) {
        Scenario before = Scenario.of(directory, compiler, SCHEMA + "table old\n id bigint ! always\n pk id\n");
        assertThat(before.plan("@Rows(1) void old(OldRow o) {}").compile().success())
                .isTrue();
        before.project().forget("db/ARow", "db/BRow", "db/CRow", "db/DRow", "db/PostsRow", "db/TagsRow", "db/UsersRow");
        before.project().forget("app/PlanSeed");
        scenario(compiler)
                .plan("""
                        @Rows(3) void gone(OldRow «r) {}
                        void users(UsersRow u, @Per(min = 3, max = «2) OldRow «r) {}
                        void «tags(TagsRow t) {}
                        void «posts(PostsRow p, @Per(«2) @Via("author_id") UsersRow author, OldRow «r, TagsRow tag) {}
                        @Rows(from = «"POOL") void more(TagsRow t) {}
                        """)
                .fails(
                        UNKNOWN_ROW_CLASS,
                        MIN_ABOVE_MAX,
                        UNKNOWN_ROW_CLASS,
                        NO_COUNT,
                        NO_VALUE,
                        ABOVE_CAPACITY,
                        UNKNOWN_ROW_CLASS,
                        UNKNOWN_POOL);
    }
}
