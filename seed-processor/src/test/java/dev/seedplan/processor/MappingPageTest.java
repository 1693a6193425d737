package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.Values;
import dev.seedplan.mapping.MappingFunctions;
import dev.seedplan.mapping.Tests;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/mapping.md} lists the functions and tests that there are, and no others. */
class MappingPageTest {

    /** A call within a code span: {@code `slugify(text)`}, or a name alone, {@code `email`}. */
    private static final Pattern CALL = Pattern.compile("`([a-zA-Z0-9]+)(?:\\([^`]*)?`");

    private static String page = "";

    @BeforeAll
    static void readPage() throws IOException {
        page = Files.readString(Path.of("../docs/mapping.md"));
    }

    @Test
    void allFunctionsAndTestsAreListed() {
        Set<String> wanted = names(MappingFunctions.class);
        wanted.addAll(names(Tests.class));
        assertThat(calls(page)).containsAll(wanted);
    }

    @Test
    void whatIsListedExists() {
        Set<String> known = names(MappingFunctions.class);
        known.addAll(names(Values.class));
        known.addAll(Set.of("random", "unique", "hash"));
        assertThat(known).containsAll(calls(tables("## Functions", "## Errors")));
        assertThat(names(Tests.class)).containsAll(calls(tables("## What cannot", "## Functions")));
    }

    @Test
    void codesAreThoseOfMappings() {
        Set<String> codes = Arrays.stream(ProcessorError.values())
                .filter(error -> error.name().startsWith("MAPPING_"))
                .map(ProcessorError::code)
                .collect(Collectors.toCollection(TreeSet::new));
        Matcher listed = Pattern.compile("\\| (SEED-2\\d{3}) \\|").matcher(page);
        assertThat(listed.results().map(match -> match.group(1))).containsExactlyElementsOf(codes);
    }

    /** The first cells of the tables of a section. */
    private static String tables(String from, String to) {
        return page.substring(page.indexOf(from), page.indexOf(to))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf(" |", 2)))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> calls(String text) {
        return CALL.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
