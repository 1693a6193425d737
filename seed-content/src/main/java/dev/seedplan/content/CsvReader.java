package dev.seedplan.content;

import dev.seedplan.Assets;
import dev.seedplan.CsvRow;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV files by RFC 4180, with a header. Empty lines are passed over; line breaks in cells are {@code \n}. The id
 * of a row is the file's with the line it begins at: {@code content/tags.csv:3}; or with its key.
 */
final class CsvReader<A> implements AssetReader<A> {

    private static final Value.Fields NONE = new Value.Fields(Map.of(), 0);

    private final @Nullable RecordShape<A> shape;
    private final Class<A> type;
    private final Assets.Options options;
    private final CSVFormat format;

    private CsvReader(Class<A> type, @Nullable RecordShape<A> shape, Assets.Options options) {
        this.type = type;
        this.shape = shape;
        this.options = options;
        this.format = CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(true)
                .setDelimiter(options.separator())
                .get();
    }

    static <A> AssetReader<A> of(Assets<A> assets) {
        Class<A> type = assets.type();
        RecordShape<A> shape = type == CsvRow.class ? null : RecordShape.of(type, Assets.Format.CSV);
        return new CsvReader<>(type, shape, assets.options());
    }

    @Override
    public void read(FileFacts facts, Found found, byte[] bytes, Loaded<A> into) {
        String file = facts.path();
        String text = Utf8.text(bytes, options.encoding());
        long line = 1;
        long next = 1;
        int counted = 0;
        Set<String> keys = new HashSet<>();
        CsvHeader header = options.columns().isEmpty()
                ? null
                : CsvHeader.of(file, options.columns().toArray(String[]::new), 0);
        boolean bindable = header == null || shape == null || shape.fits(header.names(), 0, refuse(into, file));
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
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
                    add(facts, new CsvLine(header, row.toList(), line), keys, into);
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

    private void add(FileFacts file, CsvLine line, Set<String> keys, Loaded<A> into) {
        Value.Fields fields = shape == null && options.key().isEmpty() ? NONE : fields(line);
        String id;
        try {
            id = file.path() + FieldsBinding.idOf(options.key(), fields, ":" + line.line(), keys);
        } catch (Refused e) {
            into.refuse(file.path(), e);
            return;
        }
        Origin origin = new Origin(file, id, null);
        A asset = shape == null ? type.cast(line) : shape.bind(fields, origin, refuse(into, file.path()));
        if (asset != null) {
            into.add(id, asset, Source.at(origin, line.line()));
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
