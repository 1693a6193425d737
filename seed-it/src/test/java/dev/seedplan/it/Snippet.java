package dev.seedplan.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Reads what stands in the documentation, so that tests run the text that users copy. */
final class Snippet {

    private static final String FENCE = "```";

    private Snippet() {}

    /** {@return the first code block of a language after a text, without its fences} */
    static String of(String file, String after, String language) {
        String text = read(file);
        int start = text.indexOf(after);
        int open = start < 0 ? -1 : text.indexOf(FENCE + language + "\n", start);
        if (open < 0) {
            throw new IllegalStateException(file + " has no block of " + language + " after " + after);
        }
        int first = text.indexOf('\n', open) + 1;
        return text.substring(first, text.indexOf(FENCE, first));
    }

    /** {@return the lines of a block that begin with a word} */
    static List<String> commands(String file, String after, String program) {
        return of(file, after, "sh")
                .lines()
                .filter(line -> line.startsWith(program + " "))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Module.root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
