package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.processor.schema.SqlKind;
import dev.seedplan.schema.ErrorCode;
import dev.seedplan.schema.SchemaError;
import dev.seedplan.spi.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of errors, and the lists that the processor has because it does not depend on the DSL. */
class CatalogueTest {

    @TempDir
    Path directory;

    @Test
    void codesAreUniqueAndOfTheProcessorsRanges() {
        List<String> codes = Stream.<ErrorCode>concat(
                        Arrays.stream(ProcessorError.values()), Arrays.stream(SchemaError.values()))
                .map(ErrorCode::code)
                .toList();
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(ProcessorError.values()).allSatisfy(error -> {
            assertThat(error.code()).matches("SEED-(2\\d{3}|9\\d{3})");
            assertThat(error.summary()).isNotBlank().doesNotEndWith(".");
            assertThat(error.remedy()).isNotBlank();
        });
    }

    @Test
    void kindsAreThoseOfTheDsl() {
        assertThat(Arrays.stream(SqlKind.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        Arrays.stream(Kind.values()).map(Enum::name).toList());
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(Version.NUMBER).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeWrittenIsAnErrorWithItsReason(Compiler compiler) {
        Compiled compiled = Scenario.of(directory, compiler, "table users\n id bigint ! always\n pk id\n")
                .plan("@Rows(1) void users(UsersRow u) {}")
                .project()
                .resource("META-INF/seedplan", "a file where a directory should be")
                .compile(compiler);
        assertThat(compiled.success()).isFalse();
        assertThat(compiled.ours()).extracting(Message::code).contains(ProcessorError.INTERNAL.code());
    }
}
