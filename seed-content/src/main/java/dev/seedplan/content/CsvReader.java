package dev.seedplan.content;

import dev.seedplan.Assets;
import dev.seedplan.CsvRow;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV files by RFC 4180, with a header. Empty lines are passed over; line breaks in cells are {@code \n}. The id
 * of a row is the file's with the line it begins at: {@code content/tags.csv:3}.
 */
final class CsvReader<A> implements AssetReader<A> {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final @Nullable RecordShape<A> shape;
    private final Class<A> type;

    private CsvReader(Class<A> type, @Nullable RecordShape<A> shape) {
        this.type = type;
        this.shape = shape;
    }

    static <A> AssetReader<A> of(Class<A> type) {
        return new CsvReader<>(type, type == CsvRow.class ? null : RecordShape.of(type, Assets.Format.CSV));
    }

    @Override
    public void read(String file, byte[] bytes, Loaded<A> into) {
        String text = Utf8.text(bytes);
        long line = 1;
        long next = 1;
        int counted = 0;
        CsvHeader header = null;
        boolean bindable = true;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(FORMAT)
                .get()) {
            Iterator<CSVRecord> rows = parser.iterator();
            while (hasNext(rows, next)) {
                CSVRecord row = rows.next();
                // The parser counts the lines it has read, and this is about where the row began.
                int start = firstOfRow(text, (int) row.getCharacterPosition());
                for (; counted < start; counted++) {
                    line += text.charAt(counted) == '\n' ? 1 : 0;
                }
                if (header == null) {
                    header = CsvHeader.of(file, row.values(), line);
                    bindable = shape == null || shape.fits(header.names(), line, refuse(into, file));
                } else if (row.size() != header.size()) {
                    into.refuse(file, ragged(row, header, line));
                } else if (bindable) {
                    add(file, new CsvLine(header, row.toList(), line), into);
                }
                next = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException e) {
            throw Found.unreadable("the file", e);
        }
        if (header == null) {
            throw new Refused(ContentError.NO_HEADER, 0, "the file has no header, because it is empty");
        }
    }

    private static Consumer<Refused> refuse(Loaded<?> into, String file) {
        return refused -> into.refuse(file, refused);
    }

    private static boolean hasNext(Iterator<CSVRecord> rows, long line) {
        try {
            return rows.hasNext();
        } catch (UncheckedIOException e) {
            String reason = Shown.firstLine(
                    String.valueOf(e.getCause() == null ? null : e.getCause().getMessage()));
            throw new Refused(ContentError.BAD_CSV, line, "the row that begins here has wrong quotes: " + reason);
        }
    }

    private static int firstOfRow(String text, int position) {
        int at = position;
        while (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        return at;
    }

    private static Refused ragged(CSVRecord row, CsvHeader header, long line) {
        return new Refused(
                ContentError.RAGGED,
                line,
                "the line has " + cells(row.size()) + ", but the header has " + cells(header.size()));
    }

    private static String cells(int number) {
        return number == 1 ? "1 cell" : number + " cells";
    }

    private void add(String file, CsvLine line, Loaded<A> into) {
        A asset = shape == null ? type.cast(line) : shape.bind(fields(line), null, refuse(into, file));
        if (asset != null) {
            into.add(file + ":" + line.line(), asset);
        }
    }

    /** A CSV file cannot tell an empty text from none; to a record an empty cell is none. */
    private static Value.Fields fields(CsvLine line) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (String name : line.header().names()) {
            String cell = line.text(name);
            fields.put(
                    name,
                    cell.isEmpty()
                            ? new Value.Nothing(line.line())
                            : new Value.Scalar(Value.Kind.ANY, cell, line.line()));
        }
        return new Value.Fields(fields, line.line());
    }
}
