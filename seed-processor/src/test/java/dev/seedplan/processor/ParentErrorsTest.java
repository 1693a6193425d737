package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parents and the foreign keys that lead to them. */
class ParentErrorsTest {

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
              editor_id bigint
              title text
              pk id
              fk posts_author_id_fkey author_id users id
              fk posts_editor_id_fkey editor_id users id
            table notes
              id bigint ! always
              user_id bigint !
              parent_id bigint
              pk id
              fk notes_user_id_fkey user_id users id
              fk notes_parent_id_fkey parent_id notes id
            table nodes
              id bigint ! always
              parent_id bigint !
              pk id
              fk nodes_parent_id_fkey parent_id nodes id
            table orders
              tenant_id bigint !
              id bigint !
              pk tenant_id id
            table lines
              tenant_id bigint !
              order_id bigint !
              user_id bigint !
              fk lines_order_fkey tenant_id,order_id orders tenant_id,id
              fk lines_user_fkey tenant_id,user_id members tenant_id,user_id
            table members
              tenant_id bigint !
              user_id bigint !
              pk tenant_id user_id
            """;

    @TempDir
    Path directory;

    private Scenario scenario(Compiler compiler) {
        return Scenario.of(directory, compiler, SCHEMA);
    }

    @ParameterizedTest
    @EnumSource
    void aColumnThatNobodyCanFillIsReportedAtTheMethod(Compiler compiler) {
        Compiled compiled = Scenario.of(directory, compiler, """
                table bookings
                  id bigint ! always
                  during tsrange !
                  paid tsrange
                  planned tsrange ! default 'empty'
                  pk id
                """)
                .plan("@Rows(3) void «bookings(BookingsRow b) {} @Rows(0) void others(BookingsRow b) {}")
                .fails(ProcessorError.NO_VALUE);
        assertThat(compiled.ours().get(0).text())
                .contains(
                        "[SEED-2113] bookings fills bookings, whose column during is tsrange, NOT NULL and without a default");
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeWithoutASetterIsReportedWhereItHasToHaveAValue(Compiler compiler) {
        Compiled compiled = Scenario.of(directory, compiler, """
                base hstore
                table places
                  id bigint ! always
                  spot point !
                  area polygon !
                  during tstzrange !
                  times int4multirange !
                  words tsvector !
                  tags public.hstore !
                  spots point[] !
                  note point
                  pk id
                """)
                .plan("@Rows(3) void «««««««places(PlacesRow p) {}")
                .fails(
                        ProcessorError.NO_VALUE,
                        ProcessorError.NO_VALUE,
                        ProcessorError.NO_VALUE,
                        ProcessorError.NO_VALUE,
                        ProcessorError.NO_VALUE,
                        ProcessorError.NO_VALUE,
                        ProcessorError.NO_VALUE);
        assertThat(compiled.ours())
                .extracting(Message::text)
                .anyMatch(text -> text.contains("whose column tags is public.hstore, NOT NULL and without a default"));
    }

    @ParameterizedTest
    @EnumSource
    void lostForeignKeyIsReportedAtTheParameter(Compiler compiler) {
        Compiled compiled = scenario(compiler)
                .plan("void notes(NotesRow n, @Per(1) UsersRow user, TagsRow «tag) {}")
                .fails(ProcessorError.LOST_FOREIGN_KEY);
        assertThat(compiled.ours().get(0).text()).contains("notes has no foreign key to tags");
    }

    @ParameterizedTest
    @EnumSource
    void columnWithoutForeignKeyIsReportedAtItsName(Compiler compiler) {
        Compiled compiled = scenario(compiler)
                .plan("""
                        void a(PostsRow p, @Per(1) @Via("author_id") UsersRow author, @Via(«"title") UsersRow x) {}
                        void b(PostsRow p, @Per(1) @Via("author_id") UsersRow author, @Via(«"editor_id") TagsRow x) {}
                        @Pick(«"title") void c(PostsRow p, @Per(1) @Via("author_id") UsersRow author) {}
                        """)
                .fails(
                        ProcessorError.LOST_FOREIGN_KEY,
                        ProcessorError.LOST_FOREIGN_KEY,
                        ProcessorError.LOST_FOREIGN_KEY);
        assertThat(compiled.ours().get(0).text()).contains("posts.title is not part of a foreign key to users");
    }

    @ParameterizedTest
    @EnumSource
    void notNullForeignKeyWithoutParameterIsReportedAtTheMethod(Compiler compiler) {
        Compiled compiled =
                scenario(compiler).plan("@Rows(3) void «posts(PostsRow p) {}").fails(ProcessorError.MISSING_PARENT);
        assertThat(compiled.ours().get(0).text())
                .contains("posts needs a parent of users: posts.author_id references it and is NOT NULL; "
                        + "for a drawn one write @Pick(\"author_id\") above the method");
    }

    @ParameterizedTest
    @EnumSource
    void ownAndPickProvideAForeignKey(Compiler compiler) {
        scenario(compiler).plan("""
                        @Rows(3) @Own("author_id") void a(PostsRow p) { p.authorId(1); }
                        @Rows(3) @Pick("author_id") @Pick("editor_id") void b(PostsRow p) {}
                        """).compiles();
    }

    @ParameterizedTest
    @EnumSource
    void ambiguousParentIsReportedAtTheParameter(Compiler compiler) {
        Compiled compiled = scenario(compiler)
                .plan("void posts(PostsRow p, @Per(1) UsersRow «author) {}")
                .fails(ProcessorError.AMBIGUOUS_PARENT);
        assertThat(compiled.ours().get(0).text())
                .contains("posts references users twice (author_id, editor_id)")
                .contains("@Via");
    }

    @ParameterizedTest
    @EnumSource
    void sharedColumnOfTwoKeysIsAmbiguous(Compiler compiler) {
        scenario(compiler).plan("""
                        @Rows(1) @Pick(«"tenant_id") @Own("tenant_id") @Own("order_id") @Own("user_id") void l(LinesRow l) {}
                        """).fails(ProcessorError.AMBIGUOUS_PARENT);
    }

    @ParameterizedTest
    @EnumSource
    void compositeForeignKeysResolveByAnyOfTheirColumns(Compiler compiler) {
        scenario(compiler)
                .plan("void l(LinesRow l, @Per(1) OrdersRow order, @Via(\"user_id\") MembersRow member) {}")
                .compiles();
    }

    @ParameterizedTest
    @EnumSource
    void unknownColumnIsReportedAtItsNameWithTheNearest(Compiler compiler) {
        Compiled compiled = scenario(compiler)
                .plan("""
                        void a(PostsRow p, @Per(1) @Via(value = «"autor_id") UsersRow author) {}
                        @Own(«"auther_id") void b(PostsRow p, @Per(1) @Via("author_id") UsersRow author) {}
                        @Pick(«"editr_id") void c(PostsRow p, @Per(1) @Via("author_id") UsersRow author) {}
                        """)
                .fails(ProcessorError.UNKNOWN_COLUMN, ProcessorError.UNKNOWN_COLUMN, ProcessorError.UNKNOWN_COLUMN);
        assertThat(compiled.ours().get(0).text())
                .contains("posts has no column \"autor_id\"; did you mean \"author_id\"?");
    }

    @ParameterizedTest
    @EnumSource
    void pickWithoutColumnOnAMethodIsReported(Compiler compiler) {
        scenario(compiler).plan("«@Pick @Rows(1) void users(UsersRow u) {}").fails(ProcessorError.UNKNOWN_COLUMN);
    }

    @ParameterizedTest
    @EnumSource
    void twoParentsForOneForeignKeyAreReported(Compiler compiler) {
        scenario(compiler).plan("""
                        void a(PostsRow p, @Per(1) @Via("author_id") UsersRow x, @Via("author_id") UsersRow «y) {}
                        @Pick(«"user_id") void b(NotesRow n, @Per(1) UsersRow user) {}
                        """).fails(ProcessorError.PARENT_TWICE, ProcessorError.PARENT_TWICE);
    }

    @ParameterizedTest
    @EnumSource
    void nullsAreReportedWhereNullCannotBe(Compiler compiler) {
        scenario(compiler).plan("""
                        void a(NotesRow n, @Per(1) @Via(nulls = «0.5) UsersRow user) {}
                        @Rows(1) void b(NotesRow n, @Via(nulls = «0.5) UsersRow user) {}
                        void c(NotesRow n, @Per(1) UsersRow user, @Tree @Via(nulls = «0.5) @Nullable NotesRow parent) {}
                        """).fails(ProcessorError.NULLS, ProcessorError.NULLS, ProcessorError.NULLS);
    }

    @ParameterizedTest
    @EnumSource
    void sharesOutsideZeroToOneAreReported(Compiler compiler) {
        scenario(compiler).plan("""
                        void a(PostsRow p, @Per(1) @Via("author_id") UsersRow u, @Via(value = "editor_id", nulls = «1.5) UsersRow e) {}
                        void b(NotesRow n, @Per(1) UsersRow user, @Tree(roots = «1.5) @Nullable NotesRow parent) {}
                        """).fails(ProcessorError.BAD_SHARE, ProcessorError.BAD_SHARE);
    }

    @ParameterizedTest
    @EnumSource
    void impossibleTreesAreReported(Compiler compiler) {
        scenario(compiler).plan("""
                        void a(NotesRow n, @Per(1) UsersRow user, @Tree(depth = «0) @Nullable NotesRow parent) {}
                        @Rows(1) void b(NotesRow n, «@Tree UsersRow user) {}
                        @Rows(5) void c(NodesRow n, «@Tree @Nullable NodesRow parent) {}
                        """).fails(ProcessorError.BAD_TREE, ProcessorError.BAD_TREE, ProcessorError.BAD_TREE);
    }

    @ParameterizedTest
    @EnumSource
    void selfReferenceWithoutTreeIsReported(Compiler compiler) {
        scenario(compiler).plan("""
                        void a(NotesRow n, @Per(1) UsersRow user, @Nullable NotesRow «parent) {}
                        @Pick(«"parent_id") void b(NotesRow n, @Per(1) UsersRow user) {}
                        """).fails(ProcessorError.SELF_REFERENCE, ProcessorError.SELF_REFERENCE);
    }

    @ParameterizedTest
    @EnumSource
    void annotationsThatExcludeEachOtherAreReported(Compiler compiler) {
        scenario(compiler).plan("""
                        void a(NotesRow n, @Per(1) «@Pick UsersRow user) {}
                        void b(NotesRow n, @Per(1) UsersRow user, «@Tree @Existing @Nullable NotesRow parent) {}
                        """).fails(ProcessorError.ROLES, ProcessorError.ROLES);
    }

    @ParameterizedTest
    @EnumSource
    void existingIsCheckedButForItsCondition(Compiler compiler) {
        scenario(compiler)
                .plan("""
                        void a(NotesRow n, @Per(1) @Existing(limit = «0) UsersRow user) {}
                        void b(NotesRow n, @Per(1) @Existing(without = «"posts") UsersRow user) {}
                        void c(NotesRow n, @Per(1) @Existing(without = «"post.author_id") UsersRow user) {}
                        void d(NotesRow n, @Per(1) @Existing(without = «"posts.autor_id") UsersRow user) {}
                        void e(NotesRow n, @Per(1) @Existing(without = "public.posts.author_id") UsersRow user) {}
                        """)
                .fails(
                        ProcessorError.BAD_EXISTING,
                        ProcessorError.BAD_EXISTING,
                        ProcessorError.BAD_EXISTING,
                        ProcessorError.UNKNOWN_COLUMN);
    }
}
