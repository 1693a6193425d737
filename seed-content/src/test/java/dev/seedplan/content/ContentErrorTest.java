package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentErrorTest {

    @Test
    void codesAreOfTheirRangeAndDifferent() {
        assertThat(ContentError.values())
                .allSatisfy(error -> assertThat(error.code()).matches("SEED-51\\d\\d"))
                .extracting(ContentError::code)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void sentencesFitTheCatalogue() {
        assertThat(ContentError.values()).allSatisfy(error -> {
            assertThat(error.summary()).matches("(?s)\\p{Lu}.*[^.]");
            assertThat(error.remedy()).matches("(?s)\\p{Ll}.*[^.]");
        });
    }

    @Test
    void everyCodeIsProvokedByATest() throws IOException {
        String tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.filter(Files::isRegularFile)
                    .map(ContentErrorTest::read)
                    .collect(Collectors.joining());
        }
        assertThat(ContentError.values())
                .allSatisfy(error -> assertThat(
                                tests.contains("[" + error.code() + "]") || tests.contains('"' + error.name() + " | "))
                        .as(error.name())
                        .isTrue());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
