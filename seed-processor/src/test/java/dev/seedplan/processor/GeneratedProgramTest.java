package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Assets;
import dev.seedplan.CsvRow;
import dev.seedplan.Shape;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.SnapshotFiles;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.schema.SnapshotHash;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Labeled;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The blog's program, compiled and asked. */
class GeneratedProgramTest {

    @TempDir
    Path directory;

    private Running blog(Compiler compiler) throws ReflectiveOperationException {
        Compiled compiled = Blog.project(directory, compiler)
                .option(compiler == Compiler.JAVAC ? "-Xlint:all,-processing" : "-Xlint:all")
                .compile(compiler);
        assertThat(compiled.messages()).isEmpty();
        return Running.of(compiled, "blog.BlogDemoSeed");
    }

    private static CsvRow line() {
        return (CsvRow) Proxy.newProxyInstance(
                CsvRow.class.getClassLoader(),
                new Class<?>[] {CsvRow.class},
                (proxy, method, arguments) -> "csv " + arguments[0]);
    }

    @ParameterizedTest
    @EnumSource
    void planAndStepsAreAsWritten(Compiler compiler) throws Exception {
        SeedProgram program = blog(compiler).program();
        assertThat(program.snapshot())
                .isEqualTo(new SnapshotFiles("seedplan/schema.json", "META-INF/seedplan/schemas/blog.db.json"));
        PlanSpec spec = program.spec();
        assertThat(spec.plan()).isEqualTo("blog.BlogDemo");
        assertThat(spec.seed()).isEqualTo(2026);
        assertThat(spec.at()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(spec.schemaHash()).isEqualTo(SnapshotHash.of(Blog.SNAPSHOT));
        assertThat(spec.steps())
                .extracting(StepSpec::method)
                .containsExactly("tags", "users", "posts", "comments", "postTags");
        assertThat(spec.steps()).extracting(StepSpec::index).containsExactly(0, 1, 2, 3, 4);
        assertThat(spec.steps().get(0).source()).isEqualTo(new StepSpec.Source.Pool("TAGS", -1));
        assertThat(spec.steps().get(1).source()).isEqualTo(new StepSpec.Source.Fixed(50));
        assertThat(spec.steps().get(2).parents())
                .containsExactly(
                        ParentSpec.per("public.users", "posts_author_id_fkey", 1, 12, Shape.ZIPF, -1),
                        ParentSpec.pick("public.users", "posts_editor_id_fkey", 0.6, false));
        assertThat(spec.steps().get(3).parents().get(2))
                .isEqualTo(ParentSpec.tree("public.comments", "comments_parent_id_fkey", 0.3, 4));
        assertThat(spec.steps().get(4).parents().get(1).distinct()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void tablesAreAsInTheSnapshot(Compiler compiler) throws Exception {
        Running blog = blog(compiler);
        TableSpec posts = blog.program().spec().table("public.posts");
        assertThat(posts.columns().get(0))
                .isEqualTo(ColumnSpec.of("id", "bigint", Kind.INT8)
                        .required()
                        .identity("ALWAYS")
                        .owns("\"public\".\"id_seq\""));
        assertThat(posts.columns().get(3))
                .isEqualTo(ColumnSpec.of("title", "varchar(200)", Kind.TEXT)
                        .maxLength(200)
                        .required());
        assertThat(posts.columns().get(6).labels()).containsExactly("draft", "published");
        assertThat(posts.columns().get(7).kind()).isEqualTo(Kind.ARRAY);
        assertThat(posts.columns().get(7).element()).isEqualTo(Kind.TEXT);
        assertThat(posts.primaryKey()).containsExactly("id");
        assertThat(posts.uniques()).containsExactly(new TableSpec.UniqueSpec("posts_slug_key", List.of("slug")));
        assertThat(posts.foreignKeys()).hasSize(2);
        assertThat(blog.program().spec().table("public.users").checks()).hasSize(1);
        assertThat(blog.encoded(posts))
                .containsExactly(
                        "int8 0",
                        "int8 1",
                        "int8 2",
                        "text 3",
                        "text 4",
                        "text 5",
                        "label 6",
                        "other 7",
                        "other 8",
                        "timestamp 9");
    }

    @ParameterizedTest
    @EnumSource
    void rowMethodsAreCalledWithRowParentsAssetAndDraws(Compiler compiler) throws Exception {
        Running blog = blog(compiler);
        assertThat(blog.call(0, line())).containsEntry("slug", "csv slug").containsEntry("order", 1);
        assertThat(blog.call(1))
                .containsEntry("name", "user 0")
                .containsEntry("email", "user 0@example.org")
                .containsEntry("bio", null);
        Map<String, @Nullable Object> post = blog.call(2);
        assertThat(post)
                .containsEntry("title", "A post by name of a parent")
                .containsEntry("slug", "post-3")
                .containsEntry("tags", List.of("a", "b"));
        assertThat(post.get("status"))
                .isInstanceOfSatisfying(
                        Labeled.class, status -> assertThat(status.label()).isIn("draft", "published"));
    }

    @ParameterizedTest
    @EnumSource
    void poolsAreGivenByTheirFields(Compiler compiler) throws Exception {
        Running blog = blog(compiler);
        assertThat(blog.plan().assets("TAGS").format()).isEqualTo(Assets.Format.CSV);
        assertThat(blog.plan().assets("ARTICLES").location()).isEqualTo("content/articles/*.md");
        assertThatThrownBy(() -> blog.plan().assets("NONE")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blog.plan().call(5, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void sameInputGivesTheSameBytes(Compiler compiler) throws Exception {
        Compiled one = Blog.project(directory.resolve("one"), compiler).compile(compiler);
        Compiled two = Blog.project(directory.resolve("two"), compiler).compile(compiler);
        for (String file : List.of("blog/BlogDemoSeed.java", "blog/db/PostsRow.java", "blog/db/PostStatus.java")) {
            assertThat(one.source(file)).isEqualTo(two.source(file)).doesNotContain(directory.toString());
        }
        String json = "META-INF/seedplan/plans/blog.BlogDemo.json";
        assertThat(one.text(json)).isEqualTo(two.text(json));
    }
}
