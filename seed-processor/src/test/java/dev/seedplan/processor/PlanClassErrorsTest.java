package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plan's class, its annotation and the shape of its methods. */
class PlanClassErrorsTest {

    private static final String SCHEMA = """
            table users
              id bigint ! always
              name text
              pk id
            """;

    private static final String METHOD = "@Rows(1) protected void users(UsersRow u) {}";

    @TempDir
    Path directory;

    private Scenario scenario(Compiler compiler) {
        return Scenario.of(directory, compiler, SCHEMA);
    }

    @ParameterizedTest
    @EnumSource
    void classesThatCannotBeExtendedAndCreatedAreReported(Compiler compiler) {
        scenario(compiler)
                .file("app.A", "@SeedPlan final ›class ‹A { " + METHOD + " }")
                .file("app.B", "@SeedPlan ›class ‹B { B(int x) {} " + METHOD + " }")
                .file("app.C", "@SeedPlan ›class ‹C { private C() {} " + METHOD + " }")
                .file("app.D", "@SeedPlan ›class ‹D { D() throws Exception {} " + METHOD + " }")
                .file("app.E", "class E { @SeedPlan ›class ‹Inner { " + METHOD + " } }")
                .file("app.F", "class F { @SeedPlan private static ›class ‹Hidden { " + METHOD + " } }")
                .file(
                        "app.G",
                        "class G { private static class H { @SeedPlan static ›class ‹Deep { " + METHOD + " } } }")
                .file("app.J", "@SeedPlan ›enum ‹J { X; " + METHOD + " }")
                .fails(
                        ProcessorError.PLAN_CLASS,
                        ProcessorError.PLAN_CLASS,
                        ProcessorError.PLAN_CLASS,
                        ProcessorError.PLAN_CLASS,
                        ProcessorError.PLAN_CLASS,
                        ProcessorError.PLAN_CLASS,
                        ProcessorError.PLAN_CLASS,
                        ProcessorError.PLAN_CLASS);
    }

    @ParameterizedTest
    @EnumSource
    void interfacesAndRecordsAreReported(Compiler compiler) {
        scenario(compiler).file("app.I", "@SeedPlan ›interface ‹I { }").fails(ProcessorError.PLAN_CLASS);
        Compiled compiled = Scenario.of(directory.resolve("record"), compiler, SCHEMA)
                .file("app.K", "@SeedPlan record K() { " + METHOD + " }")
                .compile();
        // ECJ gives a message on a record no place at all.
        assertThat(compiled.ours()).extracting(Message::code).containsExactly(ProcessorError.PLAN_CLASS.code());
        assertThat(compiled.ours().get(0).text()).contains("K is no class but a record");
    }

    @ParameterizedTest
    @EnumSource
    void nestedPlanHasAProgramNamedAfterBothClasses(Compiler compiler) throws Exception {
        Compiled compiled = scenario(compiler)
                .file("app.Outer", "class Outer { @SeedPlan static class Inner { " + METHOD + " } }")
                .compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.load("app.Outer_InnerSeed").getMethod("main", String[].class))
                .isNotNull();
        assertThat(compiled.exists("META-INF/seedplan/plans/app.Outer$Inner.json"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void rowMethodsThatCannotBeCalledAreReportedAtTheirName(Compiler compiler) {
        scenario(compiler)
                .plan("""
                        @Rows(1) private void «a(UsersRow u) {}
                        @Rows(1) static void «b(UsersRow u) {}
                        @Rows(1) protected int «c(UsersRow u) { return 1; }
                        @Rows(1) protected void «d(UsersRow u) throws java.io.IOException {}
                        @Rows(1) protected void e(UsersRow u) throws IllegalStateException {}
                        """)
                .fails(
                        ProcessorError.ROW_METHOD,
                        ProcessorError.ROW_METHOD,
                        ProcessorError.ROW_METHOD,
                        ProcessorError.ROW_METHOD);
    }

    @ParameterizedTest
    @EnumSource
    void helpersAreLeftAlone(Compiler compiler) {
        scenario(compiler).plan("""
                        @Rows(1) protected void users(UsersRow u) { name(u); mark(u, 1); u.name(call(1, label(u))); }
                        private void name(UsersRow u) {}
                        static void other(UsersRow u) {}
                        protected void mark(UsersRow u, int x) {}
                        String label(UsersRow u) { return ""; }
                        String call(int step, String assets) { return assets; }
                        void assets(String field) {}
                        """).compiles();
    }

    @ParameterizedTest
    @EnumSource
    void badInstantAndLocaleAreReportedAtTheirValues(Compiler compiler) {
        Compiled compiled = scenario(compiler)
                .file("app.A", "@SeedPlan(at = «\"2026-01-01\") class A { " + METHOD + " }")
                .file("app.B", "@SeedPlan(locale = «\"eng\") class B { " + METHOD + " }")
                .fails(ProcessorError.BAD_INSTANT, ProcessorError.UNKNOWN_LOCALE);
        assertThat(compiled.ours()).anyMatch(m -> m.text().contains("did you mean \"en\"?"));
    }

    @ParameterizedTest
    @EnumSource
    void planWithoutRowMethodsIsReported(Compiler compiler) {
        scenario(compiler).file("app.A", "@SeedPlan ›class ‹A {}").fails(ProcessorError.EMPTY_PLAN);
    }

    @ParameterizedTest
    @EnumSource
    void twoMethodsOfOneNameForOneTableAreReported(Compiler compiler) {
        scenario(compiler).plan("""
                        @Rows(1) void users(UsersRow u) {}
                        @Rows(1) void «users(UsersRow u, Draw d) {}
                        @Rows(1) void more(UsersRow u) {}
                        """).fails(ProcessorError.SAME_NAME);
    }

    @ParameterizedTest
    @EnumSource
    void unknownParameterIsReported(Compiler compiler) {
        scenario(compiler)
                .plan("@Rows(1) void users(UsersRow u, String «what) {}")
                .fails(ProcessorError.UNKNOWN_PARAMETER);
    }

    @ParameterizedTest
    @EnumSource
    void mixedSchemasAreReportedAtTheSecond(Compiler compiler) {
        Scenario scenario = scenario(compiler);
        dev.seedplan.schema.Snapshot other = TestSchema.of("table things\n id bigint ! always\n pk id\n");
        scenario.project()
                .resource("other/schema.json", TestSchema.json(other))
                .source(
                        "other.package-info",
                        TestSchema.packageInfo("other", other).replace("seedplan/schema.json", "other/schema.json"));
        scenario.plan("@Rows(1) void users(UsersRow u) {} @Rows(1) void things(other.ThingsRow «t) {}")
                .fails(ProcessorError.MIXED_SCHEMAS);
    }

    @ParameterizedTest
    @EnumSource
    void classUnderTheProgramsNameIsReported(Compiler compiler) {
        scenario(compiler)
                .file("app.PlanSeed", "class PlanSeed {}")
                .file("app.Plan", "@SeedPlan ›class ‹Plan { " + METHOD + " }")
                .fails(ProcessorError.NAME_TAKEN);
    }
}
