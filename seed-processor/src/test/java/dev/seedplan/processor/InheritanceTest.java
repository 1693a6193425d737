package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.StepSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plans that extend plans, in the same sources and from another project's classes. */
class InheritanceTest {

    private static final String LOAD = """
            package load;

            import blog.BlogDemo;
            import blog.db.*;
            import dev.seedplan.*;
            import org.jspecify.annotations.Nullable;

            @SeedPlan(seed = 7)
            public class BlogLoad extends BlogDemo {

              @Rows(1_000_000) @Override
              protected void users(UsersRow u) { super.users(u); u.name(u.name() + " (load)"); }

              @Rows(0) @Override
              protected void comments(CommentsRow c, PostsRow post, UsersRow author, @Nullable CommentsRow parent) {}

              @Override
              protected void posts(PostsRow p, @Per(max = 3) UsersRow author, @Nullable UsersRow editor, Draw d) {
                super.posts(p, author, editor, d);
                p.title("loaded");
              }
            }
            """;

    @TempDir
    Path directory;

    /** The plan has a program of its own in another package: tags is out of reach there unless public. */
    private static String blog() {
        return Blog.PLAN
                .replace("static final Assets", "protected static final Assets")
                .replace("  record Article", "  protected record Article");
    }

    private void loads(Running load) {
        assertThat(load.program().spec().seed()).isEqualTo(7);
        assertThat(load.program().spec().steps())
                .extracting(StepSpec::method)
                .containsExactlyInAnyOrder("tags", "users", "posts", "postTags");
        int users = index(load, "users");
        int posts = index(load, "posts");
        assertThat(load.program().spec().steps().get(users).source()).isEqualTo(new StepSpec.Source.Fixed(1_000_000));
        assertThat(load.program().spec().steps().get(posts).parents().get(0).count())
                .isEqualTo(new ParentSpec.Count(0, 3, dev.seedplan.Shape.UNIFORM, -1));
        // What the override does not restate is inherited.
        assertThat(load.program().spec().steps().get(posts).parents().get(0).foreignKey())
                .isEqualTo("posts_author_id_fkey");
        assertThat(load.program().spec().steps().get(posts).parents().get(1).nulls())
                .isEqualTo(0.6);
        assertThat(load.call(users)).containsEntry("name", "user 0 (load)");
        assertThat(load.call(posts)).containsEntry("title", "loaded").containsEntry("slug", "post-3");
    }

    private static int index(Running running, String method) {
        return running.program().spec().steps().stream()
                .filter(step -> step.method().equals(method))
                .findFirst()
                .orElseThrow()
                .index();
    }

    @ParameterizedTest
    @EnumSource
    void planOfTheSameSourcesIsExtended(Compiler compiler) throws Exception {
        Compiled compiled = Blog.schemaOnly(directory, compiler)
                .source("blog.BlogDemo", blog())
                .source("load.BlogLoad", LOAD)
                .compile(compiler);
        assertThat(compiled.errors()).isEmpty();
        loads(Running.of(compiled, "load.BlogLoadSeed"));
    }

    @ParameterizedTest
    @EnumSource
    void planFromAnotherProjectsClassesIsExtended(Compiler compiler) throws Exception {
        Compiled jar = Blog.schemaOnly(directory.resolve("jar"), compiler)
                .source("blog.BlogDemo", blog())
                .compile(compiler);
        assertThat(jar.errors()).isEmpty();
        // The other project has a snapshot of its own under the same name, which is not the one the rows are from.
        Compiled compiled = Project.in(directory.resolve("load"), compiler)
                .dependsOn(jar.output())
                .resource("seedplan/schema.json", TestSchema.json(TestSchema.of("table other\n id bigint ! always\n")))
                .source("load.BlogLoad", LOAD)
                .compile(compiler);
        assertThat(compiled.errors()).isEmpty();
        loads(Running.of(compiled, "load.BlogLoadSeed", jar.output()));
    }

    @ParameterizedTest
    @EnumSource
    void errorInAnInheritedMethodFromClassesStandsOnThePlanAndSaysWhereItComesFrom(Compiler compiler) {
        Compiled jar = Blog.schemaOnly(directory.resolve("jar"), compiler)
                .source("blog.Base", """
                        package blog;
                        import blog.db.*; import dev.seedplan.*;
                        public abstract class Base {
                          protected void posts(PostsRow p, @Per(min = 5, max = 2) UsersRow author) {}
                        }
                        """)
                .compile(compiler);
        assertThat(jar.errors()).isEmpty();
        Compiled compiled = Project.in(directory.resolve("load"), compiler)
                .dependsOn(jar.output())
                .source(
                        "load.Load",
                        "package load; import dev.seedplan.*;\n@SeedPlan public class Load extends blog.Base {}\n")
                .compile(compiler);
        assertThat(compiled.ours()).extracting(Message::code).containsExactlyInAnyOrder("SEED-2012", "SEED-2103");
        assertThat(compiled.ours()).allSatisfy(message -> {
            assertThat(message.file()).isEqualTo("Load.java");
            assertThat(message.line()).isEqualTo(2);
            assertThat(message.text()).contains("blog.Base.posts");
        });
    }

    @ParameterizedTest
    @EnumSource
    void missingSnapshotOfAJarIsReportedOnThePlan(Compiler compiler) throws Exception {
        Project jar = Blog.schemaOnly(directory.resolve("jar"), compiler).source("blog.BlogDemo", blog());
        Compiled base = jar.compile(compiler);
        java.nio.file.Files.delete(base.output().resolve("META-INF/seedplan/schemas/blog.db.json"));
        java.nio.file.Files.delete(base.output().resolve("seedplan/schema.json"));
        Compiled compiled = Project.in(directory.resolve("load"), compiler)
                .dependsOn(base.output())
                .source("load.BlogLoad", LOAD)
                .compile(compiler);
        assertThat(compiled.ours()).extracting(Message::code).containsExactly("SEED-1004");
        assertThat(compiled.ours().get(0).text())
                .contains("META-INF/seedplan/schemas/blog.db.json", "CLASS_PATH", "CLASS_OUTPUT");
        assertThat(compiled.ours().get(0).file()).isEqualTo("BlogLoad.java");
    }

    @ParameterizedTest
    @EnumSource
    void templateIsCheckedButHasNoProgram(Compiler compiler) throws Exception {
        Compiled compiled = Blog.schemaOnly(directory, compiler)
                .source("blog.Template", """
                        package blog;
                        import blog.db.*; import dev.seedplan.*;
                        @SeedPlan public abstract class Template {
                          @Rows(3) protected abstract void users(UsersRow u);
                          protected abstract void tags(TagsRow t);
                        }
                        """)
                .source("blog.Filled", """
                        package blog;
                        import blog.db.*; import dev.seedplan.*;
                        @SeedPlan public class Filled extends Template {
                          @Override protected void users(UsersRow u) { u.name("filled"); }
                          @Override @Rows(2) protected void tags(TagsRow t) {}
                        }
                        """)
                .compile(compiler);
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.exists("blog/TemplateSeed.class")).isFalse();
        assertThat(Running.of(compiled, "blog.FilledSeed").call(0)).containsEntry("name", "filled");
    }

    @ParameterizedTest
    @EnumSource
    void wrongTemplateIsReportedOnceAlthoughPlansExtendIt(Compiler compiler) {
        Compiled compiled = Scenario.of(directory, compiler, Blog.SNAPSHOT)
                .file("app.Template", """
                        @SeedPlan public abstract class Template {
                          protected void posts(PostsRow p, @Per(min = 5, max = «2) @Via("author_id") UsersRow author) {}
                        }
                        """)
                .file("app.One", "@SeedPlan public class One extends Template {}")
                .file("app.Two", "@SeedPlan public class Two extends Template {}")
                .fails(ProcessorError.MIN_ABOVE_MAX);
        assertThat(compiled.ours()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void packagePrivateMethodOfAnotherPackageIsReported(Compiler compiler) {
        Compiled compiled = Scenario.of(directory, compiler, Blog.SNAPSHOT)
                .file("base.Base", "public class Base { @Rows(1) void «users(UsersRow u) {} }")
                .file("app.Plan", "@SeedPlan public class Plan extends base.Base {}")
                .fails(ProcessorError.ROW_METHOD);
        assertThat(compiled.ours().get(0).text()).contains("package-private");
    }
}
