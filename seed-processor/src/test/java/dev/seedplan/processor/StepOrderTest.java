package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order of steps, and circles. */
class StepOrderTest {

    @TempDir
    Path directory;

    private static List<String> steps(Compiled compiled) {
        assertThat(compiled.errors()).isEmpty();
        List<String> methods = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"method\" : \"(\\w+)\"")
                .matcher(compiled.text("META-INF/seedplan/plans/app.Plan.json"));
        while (matcher.find()) {
            methods.add(matcher.group(1));
        }
        return methods;
    }

    private static String schema(String teamOwner, String userTeam) {
        return """
                table users
                  id bigint ! always
                  team_id bigint %s
                  pk id
                  fk users_team_id_fkey team_id teams id %s
                table teams
                  id bigint ! always
                  owner_id bigint %s
                  pk id
                  fk teams_owner_id_fkey owner_id users id %s
                """.formatted((Object[]) (userTeam + "," + teamOwner + ",").split(",", -1));
    }

    private static final String BOTH = """
            @Rows(5) void users(UsersRow u, @Nullable TeamsRow team) {}
            @Rows(5) void teams(TeamsRow t, @Nullable UsersRow owner) {}
            """;

    @ParameterizedTest
    @EnumSource
    void parentsComeFirstAndElseTheDeclarationsOrderHolds(Compiler compiler) {
        Compiled compiled = Blog.project(directory, compiler).compile(compiler);
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.text("META-INF/seedplan/plans/blog.BlogDemo.json"))
                .containsSubsequence("\"tags\"", "\"users\"", "\"posts\"", "\"comments\"", "\"postTags\"");
    }

    @ParameterizedTest
    @EnumSource
    void nullableEdgeOfACircleWaits(Compiler compiler) throws Exception {
        Compiled compiled =
                Scenario.of(directory, compiler, schema("!,", ",")).plan(BOTH).compile();
        assertThat(steps(compiled)).containsExactly("users", "teams");
        dev.seedplan.runtime.program.SeedProgram program = (dev.seedplan.runtime.program.SeedProgram)
                compiled.load("app.PlanSeed").getConstructor().newInstance();
        assertThat(program.spec().steps().get(0).parents().get(0).later()).isTrue();
        assertThat(program.spec().steps().get(1).parents().get(0).later()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void deferrableEdgeIsPreferredToANullableOne(Compiler compiler) throws Exception {
        Compiled compiled = Scenario.of(directory, compiler, schema("!,deferrable", ","))
                .plan(BOTH)
                .compile();
        assertThat(steps(compiled)).containsExactly("teams", "users");
        assertThat(compiled.load("app.PlanSeed").getConstructor().newInstance())
                .isInstanceOfSatisfying(
                        dev.seedplan.runtime.program.SeedProgram.class,
                        program -> assertThat(program.spec().steps())
                                .allSatisfy(
                                        step -> assertThat(step.parents().get(0).later())
                                                .isFalse()));
    }

    @ParameterizedTest
    @EnumSource
    void circleThatCannotWaitIsReported(Compiler compiler) {
        Compiled compiled =
                Scenario.of(directory, compiler, schema("!,", "!,")).plan("""
                        @Rows(5) void users(UsersRow u, TeamsRow «team) {}
                        @Rows(5) void teams(TeamsRow t, UsersRow owner) {}
                        """).fails(ProcessorError.CYCLE);
        assertThat(compiled.ours().get(0).text()).contains("users.team_id -> teams, teams.owner_id -> users");
    }

    @ParameterizedTest
    @EnumSource
    void iteratedParentNeverWaits(Compiler compiler) {
        Scenario.of(directory, compiler, schema("!,", ",")).plan("""
                        void users(UsersRow u, @Per(5) TeamsRow «team) {}
                        @Rows(5) void teams(TeamsRow t, UsersRow owner) {}
                        """).fails(ProcessorError.CYCLE);
    }

    @ParameterizedTest
    @EnumSource
    void existingParentsAndUnusedForeignKeysMakeNoCircle(Compiler compiler) {
        Compiled compiled =
                Scenario.of(directory, compiler, schema("!,", "!,")).plan("""
                        @Rows(5) void users(UsersRow u, @Existing TeamsRow team) {}
                        @Rows(5) void teams(TeamsRow t, UsersRow owner) {}
                        """).compile();
        assertThat(steps(compiled)).containsExactly("users", "teams");
        Compiled unused = Scenario.of(directory.resolve("unused"), compiler, schema("!,", ","))
                .plan("""
                        @Rows(5) void users(UsersRow u) {}
                        @Rows(5) void teams(TeamsRow t, UsersRow owner) {}
                        """)
                .compile();
        assertThat(steps(unused)).containsExactly("users", "teams");
    }

    @ParameterizedTest
    @EnumSource
    void columnTheBodySetsStillOrdersTheTables(Compiler compiler) {
        Compiled compiled = Scenario.of(directory, compiler, """
                table countries
                  id bigint ! byDefault
                  pk id
                table cities
                  id bigint ! always
                  country_id bigint !
                  pk id
                  fk cities_country_id_fkey country_id countries id
                """).plan("""
                        @Rows(5) @Own("country_id") void cities(CitiesRow c) { c.countryId(1); }
                        @Rows(5) void countries(CountriesRow c) { c.id(1); }
                        """).compile();
        assertThat(steps(compiled)).containsExactly("countries", "cities");
    }
}
