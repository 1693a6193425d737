package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs are compiled and asked. */
class GeneratedProgramTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void blogCompiles(Compiler compiler) throws Exception {
        Compiled compiled = Blog.project(directory, compiler).option(compiler == Compiler.JAVAC ? "-Xlint:all,-processing" : "-Xlint:all").compile(compiler);
        assertThat(compiled.messages()).isEmpty();
    }
}
