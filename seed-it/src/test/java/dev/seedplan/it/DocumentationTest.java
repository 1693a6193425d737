package dev.seedplan.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public and protected member of an open package has a comment. That the comments are sound is doclint's part: the
 * poms name these packages in {@code doclint.packages}.
 */
class DocumentationTest {

    @ParameterizedTest
    @MethodSource("openPackages")
    void membersOfOpenPackagesAreDocumented(Module module, String name) throws IOException {
        assertThat(UndocumentedMembers.in(directory(module, name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("openPackages")
    void openPackagesAreDescribed(Module module, String name) throws IOException {
        assertThat(Files.readString(directory(module, name).resolve("package-info.java")))
                .startsWith("/**");
    }

    @ParameterizedTest
    @MethodSource("openPackages")
    void doclintReadsOpenPackages(Module module, String name) throws IOException {
        String pom = Files.readString(module.directory().resolve("pom.xml"));
        String packages = pom.replaceFirst("(?s).*<doclint.packages>(.*)</doclint.packages>.*", "$1");
        assertThat(packages.split(",")).contains(name);
    }

    @Test
    void aMissingCommentIsFound(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("Sample.java"), """
                /** Documented. */
                public class Sample {
                    public int field;
                    protected Sample() {}
                    public void method() {}
                    void closed() {}
                    /** Documented. */
                    public void open() {}
                    @Override public String toString() { return ""; }
                    public enum Nested { /** Documented. */ ONE, TWO }
                    /** Documented. */
                    public record Pair(int left, int right) {
                        public Pair {}
                        public int left() { return left; }
                        public int sum() { return left + right; }
                    }
                    /** Documented. */
                    public interface Shape { int sides(); }
                    static class Closed { public void method() {} }
                }
                """);
        assertThat(UndocumentedMembers.in(directory))
                .containsExactly(
                        "Sample.java:3 Sample.field",
                        "Sample.java:4 Sample.Sample()",
                        "Sample.java:5 Sample.method()",
                        "Sample.java:10 Nested",
                        "Sample.java:10 Nested.TWO",
                        "Sample.java:15 Pair.sum()",
                        "Sample.java:18 Shape.sides()");
    }

    static Stream<Arguments> openPackages() {
        return Module.PRODUCT.stream()
                .flatMap(module -> module.openPackages().stream().map(name -> Arguments.of(module, name)));
    }

    private static Path directory(Module module, String packageName) {
        return module.mainSources().resolve(packageName.replace('.', '/'));
    }
}
