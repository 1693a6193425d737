package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.schema.JsonString;
import dev.seedplan.schema.QName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deleted rows as a file of JSON lines: one for the run, one for each batch with its keys, one for the end. */
final class AuditFile implements Audit, AutoCloseable {

    private final Writer out;

    private AuditFile(Writer out) {
        this.out = out;
    }

    /** {@return a new file; without a path one that nobody reads} */
    static AuditFile of(@Nullable Path file) {
        try {
            return new AuditFile(
                    file == null
                            ? Writer.nullWriter()
                            : Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW));
        } catch (IOException e) {
            throw LedgerError.NO_AUDIT.because("the file " + file + " cannot be made: " + e, e);
        }
    }

    void line(String json) {
        try {
            out.write(json);
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void deleted(QName table, List<String> keys) {
        line("{\"deleted\":" + JsonString.quote(table.toString()) + ",\"rows\":" + keys.size() + ",\"keys\":["
                + String.join(",", ranges(keys)) + "]}");
    }

    /** Whole numbers that follow each other become one text with a hyphen. */
    private static List<String> ranges(List<String> keys) {
        List<String> texts = new ArrayList<>();
        if (!keys.stream().allMatch(k -> k.matches("\\d{1,18}"))) {
            keys.stream().sorted().forEach(k -> texts.add(JsonString.quote(k)));
            return texts;
        }
        long[] numbers = keys.stream().mapToLong(Long::parseLong).sorted().toArray();
        int start = 0;
        for (int i = 1; i <= numbers.length; i++) {
            if (i == numbers.length || numbers[i] != numbers[i - 1] + 1) {
                texts.add(JsonString.quote(
                        i - start == 1 ? String.valueOf(numbers[start]) : numbers[start] + "-" + numbers[i - 1]));
                start = i;
            }
        }
        return texts;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
