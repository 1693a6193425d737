package dev.seedplan.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of errors: complete, without duplicates, documented, and each entry met by a test. */
class ErrorCodesTest {

    private static final List<ErrorEntry> ENTRIES = ErrorCatalogue.entries();

    @Test
    void codesAreUnique() {
        Map<String, List<String>> users = ENTRIES.stream()
                .collect(Collectors.groupingBy(
                        ErrorEntry::code,
                        TreeMap::new,
                        Collectors.mapping(ErrorEntry::qualifiedConstant, Collectors.toList())));
        users.values().removeIf(constants -> constants.size() == 1);
        assertThat(users).isEmpty();
    }

    @Test
    void codesHaveTheirForm() {
        assertThat(ENTRIES).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.code()).matches("SEED-[1-59]\\d{3}");
            assertThat(entry.summary()).isNotBlank().doesNotContain("\n");
            assertThat(entry.remedy()).isNotBlank().doesNotContain("\n");
            assertThat(entry.exit()).as(entry.code()).matches("[1-8]");
        });
    }

    @Test
    void everyModuleThatReportsErrorsIsFound() {
        assertThat(ENTRIES.stream().map(ErrorEntry::module).distinct())
                .contains(Module.SCHEMA, Module.PROCESSOR, Module.RUNTIME, Module.CONTENT, Module.EMBEDDED, Module.CLI);
    }

    /** A message nobody has seen is a message nobody has read. */
    @Test
    void everyCodeIsMetByATest() throws IOException {
        List<String> sources = testSources();
        List<String> unmet = new ArrayList<>();
        for (ErrorEntry entry : ENTRIES) {
            if (sources.stream().noneMatch(source -> meets(source, entry))) {
                unmet.add(entry.code() + " " + entry.qualifiedConstant());
            }
        }
        assertThat(unmet).isEmpty();
    }

    @Test
    void theDocumentationListsThem() throws IOException {
        Path file = Module.root().resolve("docs/errors.md");
        List<String> lines = ErrorPage.lines(ENTRIES);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, String.join("\n", lines) + "\n");
        }
        assertThat(Files.readAllLines(file))
                .as("docs/errors.md; -Dgolden.update=true writes it")
                .isEqualTo(lines);
    }

    /** By its code, or by its constant in a file that speaks of the catalogue. */
    private static boolean meets(String source, ErrorEntry entry) {
        return source.contains(entry.code())
                || (contains(source, entry.catalogue().getSimpleName()) && contains(source, entry.constant()));
    }

    private static boolean contains(String source, String word) {
        return Pattern.compile("\\b" + word + "\\b").matcher(source).find();
    }

    private static List<String> testSources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path module : Stream.concat(Module.all().map(Module::directory), Stream.of(Path.of(".")))
                .toList()) {
            Path directory = module.resolve("src/test");
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.walk(directory)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                            .toList()) {
                        sources.add(Files.readString(file));
                    }
                }
            }
        }
        return sources;
    }
}
