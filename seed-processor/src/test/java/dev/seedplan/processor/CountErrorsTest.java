package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a plan says about numbers of rows. */
class CountErrorsTest {

    private static final String SCHEMA = """
            enum kind a b c
            table users
              id bigint ! always
              name text
              pk id
            table posts
              id bigint ! always
              author_id bigint !
              kind public.kind !
              pinned boolean !
              slug text !
              pk id
              fk posts_author_id_fkey author_id users id
            table profiles
              id bigint ! always
              user_id bigint !
              pk id
              index profiles_user_id_idx user_id
              fk profiles_user_id_fkey user_id users id
            table medals
              user_id bigint !
              kind public.kind !
              gold boolean !
              deleted_at timestamptz
              unique medals_key user_id kind gold
              fk medals_user_id_fkey user_id users id
            table badges
              user_id bigint !
              kind public.kind
              unique badges_key user_id kind
              partial badges_partial user_id
              fk badges_user_id_fkey user_id users id
            table flags
              active boolean !
              unique flags_active_key active
            """;

    @TempDir
    Path directory;

    private Scenario scenario(Compiler compiler) {
        return Scenario.of(directory, compiler, SCHEMA);
    }

    @ParameterizedTest
    @EnumSource
    void minAboveMaxIsReportedAtMax(Compiler compiler) {
        Compiled compiled = scenario(compiler)
                .plan("void posts(PostsRow p, @Per(min = 5, max = «2) UsersRow author) {}")
                .fails(ProcessorError.MIN_ABOVE_MAX);
        assertThat(compiled.ours().get(0).text()).contains("min (5) is greater than max (2)");
    }

    @ParameterizedTest
    @EnumSource
    void maxAboveAUniqueIndexIsReportedAtMax(Compiler compiler) {
        Compiled compiled = scenario(compiler)
                .plan("void profiles(ProfilesRow p, @Per(min = 0, max = «2) UsersRow user) {}")
                .fails(ProcessorError.ABOVE_CAPACITY);
        assertThat(compiled.ours().get(0).text())
                .contains("up to 2 rows of profiles for each row of users")
                .contains("the unique index profiles_user_id_idx on (user_id) allows one");
    }

    @ParameterizedTest
    @EnumSource
    void enumsAndBooleansWidenAUniqueKey(Compiler compiler) {
        scenario(compiler)
                .plan("void medals(MedalsRow m, @Per(«7) UsersRow user) {}")
                .fails(ProcessorError.ABOVE_CAPACITY);
        Scenario.of(directory.resolve("fits"), compiler, SCHEMA)
                .plan("void medals(MedalsRow m, @Per(6) UsersRow user) {}")
                .compiles();
    }

    @ParameterizedTest
    @EnumSource
    void nullableColumnsAndPartialIndexesDoNotLimit(Compiler compiler) {
        scenario(compiler)
                .plan("void badges(BadgesRow b, @Per(1000) UsersRow user) {}")
                .compiles();
    }

    @ParameterizedTest
    @EnumSource
    void rowsAboveAUniqueKeyOfBooleansAreReported(Compiler compiler) {
        scenario(compiler).plan("@Rows(«3) void flags(FlagsRow f) {}").fails(ProcessorError.ABOVE_CAPACITY);
    }

    @ParameterizedTest
    @EnumSource
    void missingNumberIsReportedAtTheParent(Compiler compiler) {
        scenario(compiler).plan("""
                        @Rows(1) void users(UsersRow u) {}
                        void posts(PostsRow p, UsersRow «author) {}
                        void «users2(UsersRow u) {}
                        """).fails(ProcessorError.NO_COUNT, ProcessorError.NO_COUNT);
    }

    @ParameterizedTest
    @EnumSource
    void rowsAndPerTogetherAreReportedAtRows(Compiler compiler) {
        scenario(compiler).plan("""
                        «@Rows(5) void posts(PostsRow p, @Per(1) UsersRow author) {}
                        """).fails(ProcessorError.TWO_COUNTS);
    }

    @ParameterizedTest
    @EnumSource
    void twoIteratedParentsAreReported(Compiler compiler) {
        Scenario.of(directory, compiler, """
                table users
                  id bigint ! always
                  pk id
                table links
                  a bigint !
                  b bigint !
                  fk links_a_fkey a users id
                  fk links_b_fkey b users id
                """)
                .plan("void links(LinksRow l, @Per(1) @Via(\"a\") UsersRow a, «@Per(1) @Via(\"b\") UsersRow b) {}")
                .fails(ProcessorError.TWO_COUNTS);
    }

    @ParameterizedTest
    @EnumSource
    void badNumbersAreReportedAtTheNumber(Compiler compiler) {
        scenario(compiler)
                .plan("""
                        @Rows(«-5) void a(UsersRow u) {}
                        «@Rows void b(UsersRow u) {}
                        void c(PostsRow p, @Per(min = «-1, max = 2) UsersRow author) {}
                        void d(PostsRow p, «@Per(min = 1) UsersRow author) {}
                        void e(PostsRow p, @Per(value = «1, max = 2) UsersRow author) {}
                        void f(PostsRow p, @Per(min = 1, max = 2, total = «-7) UsersRow author) {}
                        void g(PostsRow p, @Per(max = «-2) UsersRow author) {}
                        @Rows(from = "X", value = «-5) void h(UsersRow u) {}
                        """)
                .fails(
                        ProcessorError.BAD_COUNT,
                        ProcessorError.BAD_COUNT,
                        ProcessorError.BAD_COUNT,
                        ProcessorError.BAD_COUNT,
                        ProcessorError.BAD_COUNT,
                        ProcessorError.BAD_COUNT,
                        ProcessorError.BAD_COUNT,
                        ProcessorError.BAD_COUNT);
    }

    private static final String LINKS = """
            table posts
              id bigint ! always
              pk id
            table tags
              id bigint ! always
              pk id
            table post_tags
              post_id bigint !
              tag_id bigint !
              by_tag bigint
              fk post_tags_post post_id posts id
              fk post_tags_tag tag_id tags id
              fk post_tags_by by_tag tags id
              pk post_id tag_id
            """;

    @ParameterizedTest
    @EnumSource
    void densityNamesTheOtherParent(Compiler compiler) {
        Compiled compiled = Scenario.of(directory, compiler, LINKS).plan("""
                        void links(PostTagsRow l, @Per(density = 0.2, spread = Spread.WEIGHTED, orphans = false) PostsRow p,
                            @Via("by_tag") TagsRow by, @Pick(distinct = true) @Via("tag_id") TagsRow tag) {}
                        """).compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.source("app/PlanSeed.java").replaceAll("\\s+", " "))
                .contains("ParentSpec.pairs(\"public.posts\", \"post_tags_post\", 0.2, Spread.WEIGHTED, false, "
                        + "\"post_tags_tag\")");
        assertThat(compiled.text("META-INF/seedplan/plans/app.Plan.json")).contains("\"density\" : 0.2");
    }

    @ParameterizedTest
    @EnumSource
    void unusableDensitiesAreReportedAtTheDensity(Compiler compiler) {
        Compiled compiled = Scenario.of(directory, compiler, LINKS)
                .plan("""
                        void a(PostTagsRow l, @Per(density = «0) PostsRow p, @Via("tag_id") TagsRow t) {}
                        void b(PostTagsRow l, @Per(density = «1.5) PostsRow p, @Via("tag_id") TagsRow t) {}
                        void c(PostTagsRow l, @Per(max = 3, density = «.5) PostsRow p, @Via("tag_id") TagsRow t) {}
                        void d(PostTagsRow l, @Per(max = 3, orphans = «false) PostsRow p, @Via("tag_id") TagsRow t) {}
                        @Own("tag_id") void e(PostTagsRow l, @Per(density = «.5) PostsRow p) {}
                        void f(PostTagsRow l, @Per(density = «.5) PostsRow p, @Via("tag_id") TagsRow t, @Via("by_tag") TagsRow u) {}
                        @Own("tag_id") void g(PostTagsRow l, @Per(density = «.5) PostsRow p, @Via(value = "by_tag", nulls = .5) TagsRow u) {}
                        """)
                .fails(
                        ProcessorError.BAD_DENSITY,
                        ProcessorError.BAD_DENSITY,
                        ProcessorError.BAD_DENSITY,
                        ProcessorError.BAD_DENSITY,
                        ProcessorError.BAD_DENSITY,
                        ProcessorError.BAD_DENSITY,
                        ProcessorError.BAD_DENSITY);
        assertThat(compiled.ours().get(5).text()).contains("it is not clear which parent it is paired with");
    }

    @ParameterizedTest
    @EnumSource
    void numbersForSizesReachTheProgram(Compiler compiler) {
        Compiled compiled = scenario(compiler)
                .plan("@Rows(value = 50, small = 3) void users(UsersRow u) {}")
                .compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.source("app/PlanSeed.java")).contains("\"public.users\", 50L).sizes(3L, -1L)");
    }

    @ParameterizedTest
    @EnumSource
    void badNumbersForSizesAreReportedAtTheNumber(Compiler compiler) {
        scenario(compiler)
                .plan("""
                        @Rows(value = 5, small = «-2) void a(UsersRow u) {}
                        @Rows(from = "X", large = «3) void b(UsersRow u) {}
                        @Rows(value = «1, large = 3) void flags(FlagsRow f) {}
                        """)
                .fails(ProcessorError.BAD_COUNT, ProcessorError.BAD_COUNT, ProcessorError.ABOVE_CAPACITY);
    }

    @ParameterizedTest
    @EnumSource
    void tableWithNoRowsIsLeftOut(Compiler compiler) {
        Compiled compiled = scenario(compiler)
                .plan("@Rows(1) void users(UsersRow u) {} @Rows(0) void posts(PostsRow p, @Per(1) UsersRow a) {}")
                .compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.text("META-INF/seedplan/plans/app.Plan.json")).doesNotContain("public.posts");
    }
}
