package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Why a plan in a named module compiles with javac alone: ECJ's batch compiler finds no generated class there, whoever
 * generates it. The processor here has nothing of ours; the day this test fails, ours may be tried again.
 */
class NamedModuleTest {

    @TempDir
    Path directory;

    /** Generates one class when it meets a {@code @Deprecated} one. */
    @SupportedAnnotationTypes("java.lang.Deprecated")
    private static final class OneClass extends AbstractProcessor {

        private boolean done;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer out =
                        processingEnv.getFiler().createSourceFile("app.Made").openWriter()) {
                    out.write("package app; public class Made {}");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }

    private Compiled compile(Compiler compiler, boolean named) {
        Project project = Project.in(directory, compiler)
                .source("app.User", "package app; @Deprecated public class User { Made made; }");
        if (named) {
            project.source("module-info", "module app {}")
                    .option("--module-path", project.output().toString());
        }
        List<String> all = named ? List.of("app.User", "module-info") : List.of("app.User");
        return project.compile(compiler, all, Optional.of(new OneClass()));
    }

    @ParameterizedTest
    @CsvSource({"JAVAC, false, true", "ECJ, false, true", "JAVAC, true, true", "ECJ, true, false"})
    void whereGeneratedClassesAreFound(Compiler compiler, boolean named, boolean found) {
        Compiled compiled = compile(compiler, named);
        assertThat(compiled.success()).as("%s", compiled.messages()).isEqualTo(found);
        assertThat(compiled.errors())
                .extracting(Message::text)
                .allSatisfy(text -> assertThat(text).contains("Made cannot be resolved to a type"));
    }
}
