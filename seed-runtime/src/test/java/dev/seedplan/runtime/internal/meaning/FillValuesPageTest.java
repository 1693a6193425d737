package dev.seedplan.runtime.internal.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of docs/fill-values.md, made from the patterns. */
class FillValuesPageTest {

    private static final Path PAGE = Path.of("../docs/fill-values.md");
    private static final String MARK = "<!-- generated: -Dgolden.update=true writes what follows -->\n";

    @Test
    void thePageListsEveryMeaningWithItsPatterns() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(MARK) + MARK.length()) + "\n" + table();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, expected);
            return;
        }
        assertThat(page)
                .as("docs/fill-values.md; -Dgolden.update=true writes it")
                .isEqualTo(expected);
    }

    private static String table() {
        StringBuilder text = new StringBuilder("| meaning | values | NULL | columns |\n|---|---|---|---|\n");
        Map<Meaning, String> patterns = Rules.shared().all().stream()
                .collect(Collectors.groupingBy(
                        Rule::meaning, Collectors.mapping(FillValuesPageTest::pattern, Collectors.joining(", "))));
        for (Meaning meaning : Meaning.values()) {
            text.append("| `")
                    .append(meaning.key())
                    .append("` | ")
                    .append(meaning.summary())
                    .append(" | ")
                    .append(String.format(Locale.ROOT, "%.0f %%", 100 * meaning.nullRate()))
                    .append(" | ")
                    .append(patterns.getOrDefault(meaning, "only where `seedplan.yaml` says so"))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String pattern(Rule rule) {
        String types = rule.types().stream()
                .map(t -> t.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("/"));
        return code(rule.columns().toString()) + " " + types
                + (rule.tables() == null ? "" : " in " + code(rule.tables().toString()))
                + (rule.beside() == null ? "" : " beside " + code(rule.beside()));
    }

    private static String code(String pattern) {
        return "`" + pattern.replace('|', '/') + "`";
    }
}
