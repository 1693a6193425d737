package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How build tools call compilers: partly, in modules, with every warning on. */
class BuildTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void onePlanIsCompiledAloneAgainstTheClassesOfBefore(Compiler compiler) throws Exception {
        Project project = Blog.project(directory, compiler).source("blog.Other", """
                package blog;
                import blog.db.*; import dev.seedplan.*;
                @SeedPlan public class Other { @Rows(1) protected void users(UsersRow u) {} }
                """);
        assertThat(project.compile(compiler).errors()).isEmpty();
        project.forget("blog/BlogDemoSeed");
        // As in an IDE that has not copied resources: the copy beside the classes is enough.
        Files.delete(project.output().resolve("seedplan/schema.json"));
        project.source("blog.BlogDemo", Blog.PLAN.replace("@Rows(50)", "@Rows(51)"));
        Compiled again = project.compile(compiler, List.of("blog.BlogDemo"));
        assertThat(again.errors()).isEmpty();
        assertThat(again.text("META-INF/seedplan/plans/blog.BlogDemo.json")).contains("\"rows\" : 51");
        assertThat(again.exists("META-INF/seedplan/plans/blog.Other.json")).isTrue();
        assertThat(Running.of(again, "blog.OtherSeed").program().spec().steps()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void wrongPlanCompiledAloneIsReportedAtTheExactValue(Compiler compiler) {
        Project project = Blog.project(directory, compiler);
        assertThat(project.compile(compiler).errors()).isEmpty();
        project.forget("blog/BlogDemoSeed");
        project.source("blog.BlogDemo", Blog.PLAN.replace("@Per(min = 1, max = 4)", "@Per(min = 9, max = 4)"));
        Compiled again = project.compile(compiler, List.of("blog.BlogDemo"));
        assertThat(again.ours()).extracting(Message::code).containsExactly("SEED-2012");
        String line = Blog.PLAN.lines().toList().get((int) again.ours().get(0).line() - 1);
        String expected = compiler == Compiler.ECJ ? "max = 4)" : "4) PostsRow";
        assertThat(line.substring((int) again.ours().get(0).column() - 1)).startsWith(expected);
    }

    /** javac only: ECJ's batch compiler does not find generated classes from a named module, whoever generates them. */
    @ParameterizedTest
    @EnumSource(names = "JAVAC")
    void namedModuleWithoutJavaCompilerCompiles(Compiler compiler) throws Exception {
        String jspecify = Jars.of(
                directory.resolve("jars"), "org.jspecify", "org/jspecify", org.jspecify.annotations.Nullable.class);
        String dsl = Jars.of(directory.resolve("jars"), "dev.seedplan.dsl", "dev/seedplan", dev.seedplan.Gen.class);
        String runtime = Jars.of(
                directory.resolve("jars"),
                "dev.seedplan.runtime",
                "dev/seedplan/runtime",
                dev.seedplan.runtime.program.SeedProgram.class);
        Compiled compiled = Blog.project(directory, compiler)
                .source("module-info", """
                        module blog {
                          requires dev.seedplan.dsl;
                          requires dev.seedplan.runtime;
                          requires org.jspecify;
                        }
                        """)
                .option("--module-path", String.join(File.pathSeparator, dsl, runtime, jspecify))
                .compile(compiler);
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.source("blog/BlogDemoSeed.java"))
                .doesNotContain("@Generated")
                .contains("@NullMarked");
    }

    @ParameterizedTest
    @EnumSource
    void generatedSourcesCompileWithoutTheProcessorAndWithEveryWarning(Compiler compiler) {
        Project project = Blog.project(directory, compiler);
        Compiled first = project.compile(compiler);
        project.source("blog.BlogDemoSeed", first.source("blog/BlogDemoSeed.java"));
        for (String row : List.of("UsersRow", "PostsRow", "TagsRow", "PostTagsRow", "CommentsRow", "PostStatus")) {
            project.source("blog.db." + row, first.source("blog/db/" + row + ".java"));
        }
        if (compiler == Compiler.JAVAC) {
            project.option("-Xlint:all", "-Werror");
        }
        List<String> all = List.of(
                "blog.BlogDemo",
                "blog.BlogDemoSeed",
                "blog.db.UsersRow",
                "blog.db.PostsRow",
                "blog.db.TagsRow",
                "blog.db.PostTagsRow",
                "blog.db.CommentsRow",
                "blog.db.PostStatus");
        assertThat(project.compile(compiler, all, Optional.empty()).messages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void deprecatedPlanMakesNoWarningInItsProgram(Compiler compiler) {
        Scenario scenario = Scenario.of(directory, compiler, Blog.SNAPSHOT)
                .plan("@Deprecated @Rows(1) protected void users(UsersRow u) {}");
        if (compiler == Compiler.JAVAC) {
            scenario.project().option("-Xlint:all,-processing", "-Werror");
        }
        assertThat(scenario.compile().errors()).isEmpty();
    }
}
