package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pools of assets that rows come from. */
class PoolErrorsTest {

    private static final String SCHEMA = """
            table tags
              id bigint ! always
              slug text
              pk id
            """;

    @TempDir
    Path directory;

    private Scenario scenario(Compiler compiler) {
        return Scenario.of(directory, compiler, SCHEMA);
    }

    @ParameterizedTest
    @EnumSource
    void unknownFieldIsReportedAtItsNameWithTheNearest(Compiler compiler) {
        Compiled compiled =
                scenario(compiler).plan("""
                        static final Assets<CsvRow> TAGS = Assets.csv("tags.csv");
                        static final String OTHER = "";
                        @Rows(from = «"TAG") void a(TagsRow t, CsvRow csv) {}
                        @Rows(from = «"OTHER") void b(TagsRow t) {}
                        """).fails(ProcessorError.UNKNOWN_POOL, ProcessorError.UNKNOWN_POOL);
        assertThat(compiled.ours().get(0).text()).contains("did you mean \"TAGS\"?");
    }

    @ParameterizedTest
    @EnumSource
    void privatePoolOrAssetIsReported(Compiler compiler) {
        scenario(compiler).plan("""
                        private record Hidden(String slug) {}
                        private static final Assets<CsvRow> TAGS = Assets.csv("tags.csv");
                        static final Assets<Hidden> OTHER = Assets.csv("tags.csv", Hidden.class);
                        @Rows(from = «"TAGS") void a(TagsRow t, CsvRow csv) {}
                        @Rows(from = "OTHER") void b(TagsRow t, Hidden «csv) {}
                        """).fails(ProcessorError.POOL_ACCESS, ProcessorError.POOL_ACCESS);
    }

    @ParameterizedTest
    @EnumSource
    void otherAssetTypeIsReportedAtTheParameter(Compiler compiler) {
        Compiled compiled =
                scenario(compiler).plan("""
                        static final Assets<CsvRow> TAGS = Assets.csv("tags.csv");
                        @Rows(from = "TAGS") void a(TagsRow t, Markdown «m) {}
                        @Rows(from = "TAGS") void b(TagsRow t, Object any) {}
                        @Rows(from = "TAGS") void c(TagsRow t, CsvRow csv, CsvRow «twice) {}
                        """).fails(ProcessorError.ASSET_TYPE, ProcessorError.UNKNOWN_PARAMETER);
        assertThat(compiled.ours().get(0).text())
                .contains("the assets of TAGS are of type dev.seedplan.CsvRow")
                .contains("of type dev.seedplan.Markdown");
    }

    @ParameterizedTest
    @EnumSource
    void recordThatNoFileCouldFillIsReported(Compiler compiler) {
        Compiled compiled = scenario(compiler)
                .plan("""
                        record Inner(java.util.Map<String, Integer> counts) {}
                        record Tag(
                            @Named("$pth") String path,
                            @Required @Default("x") String slug,
                            Object any,
                            java.util.List<java.util.List<String>> lists,
                            Inner inner,
                            @ConvertedBy(Length.class) String length,
                            @Body int text) {}
                        static final class Length implements java.util.function.Function<String, Integer> {
                          public Integer apply(String text) { return text.length(); }
                        }
                        static final Assets<Tag> «««««««TAGS = Assets.markdown("*.md", Tag.class);
                        @Rows(from = "TAGS") void a(TagsRow t) {}
                        """)
                .fails(
                        ProcessorError.ASSET_RECORD,
                        ProcessorError.ASSET_RECORD,
                        ProcessorError.ASSET_RECORD,
                        ProcessorError.ASSET_RECORD,
                        ProcessorError.ASSET_RECORD,
                        ProcessorError.ASSET_RECORD,
                        ProcessorError.ASSET_RECORD);
        assertThat(compiled.ours())
                .anySatisfy(message -> assertThat(message.text())
                        .contains("there is no fact \"$pth\" about a file; did you mean \"$path\"?"));
    }

    @ParameterizedTest
    @EnumSource
    void recordsOfAllSortsCompile(Compiler compiler) {
        scenario(compiler).plan("""
                        enum Kind { A }
                        record Inner(String a, java.util.List<Inner> more) {}
                        record Tag(
                            @Named("seo.title") String title, @Named("$size") long size, @Default("5") int weight,
                            boolean on, Double number, java.time.LocalDate date, java.util.UUID id, Kind kind,
                            java.util.List<Kind> kinds, java.util.Map<String, String> links, Inner inner,
                            java.util.List<Inner> inners, @ConvertedBy(Length.class) long length,
                            @ConvertedBy(Any.class) Thread any, @Body String text) {}
                        static class Base<T> implements java.util.function.Function<String, T> {
                          public T apply(String text) { return null; }
                        }
                        static final class Length extends Base<Long> {}
                        static final class Any extends Base<Thread> {}
                        static final Assets<Tag> TAGS = Assets.markdown("*.md", Tag.class);
                        static final Assets<Image> PICTURES = Assets.images("*.png");
                        @Rows(from = "TAGS") void a(TagsRow t, Tag tag) {}
                        """).compiles();
    }

    @ParameterizedTest
    @EnumSource
    void poolsOfAncestorsAndInstancesAreFound(Compiler compiler) {
        scenario(compiler)
                .file("app.Base", "class Base { protected final Assets<CsvRow> tags = Assets.csv(\"tags.csv\"); }")
                .file("app.Pools", "interface Pools { Assets<CsvRow> MORE = Assets.csv(\"tags.csv\"); }")
                .file("app.Plan", """
                        @SeedPlan class Plan extends Base implements Pools {
                          record Call(String field) {}
                          @Rows(from = "tags", value = 3) void a(TagsRow t, CsvRow csv, Draw d) {}
                          @Rows(from = "MORE") void b(TagsRow t) {}
                        }
                        """)
                .compiles();
    }
}
