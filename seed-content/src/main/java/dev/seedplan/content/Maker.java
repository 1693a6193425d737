package dev.seedplan.content;

import dev.seedplan.Asset;
import dev.seedplan.Assets;
import dev.seedplan.CsvRow;
import dev.seedplan.Markdown;
import dev.seedplan.spi.AssetSource.Pool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes assets of the same shape as those of a pool that binds no record: each has the fields of a real one, with what the
 * {@link Mixture} of all says.
 */
final class Maker {

    private final List<Value.Fields> shapes = new ArrayList<>();
    private final List<@Nullable Object> bodies = new ArrayList<>();
    private final Map<String, Mixture> mixtures = new TreeMap<>();
    private final Mixture body;
    private final Assets.Format format;
    private final String name;
    private final long seed;

    private Maker(Assets<?> assets, Pool<?> pool, String name, long seed) {
        this.format = assets.format();
        this.name = name;
        this.seed = seed;
        for (int i = 0; i < pool.size(); i++) {
            Object asset = pool.get(i);
            if (asset instanceof MarkdownFile markdown) {
                shapes.add(markdown.values());
                bodies.add(markdown.body());
            } else if (asset instanceof FieldsAsset fields) {
                shapes.add(fields.values().fields());
                Prose prose = fields.values().origin().body();
                bodies.add(prose == null ? null : prose.source());
            } else if (asset instanceof CsvLine line) {
                shapes.add(cells(line));
                bodies.add(null);
            }
        }
        body = new Mixture(seed, "$body", bodies);
    }

    /**
     * {@return makes assets of a pool}
     *
     * @throws Refused if assets of that type cannot be made
     */
    @SuppressWarnings("unchecked") // what is made is of the pool's type, which is one of these
    static <A> IntFunction<A> of(Assets<A> assets, Pool<A> pool, String name, long seed) {
        if (assets.type().isRecord()) {
            return new RecordMaker<>(assets.type(), pool, seed)::at;
        }
        Maker maker = new Maker(assets, pool, name, seed);
        if (assets.type() == CsvRow.class && !maker.shapes.isEmpty()) {
            return number -> (A) maker.line(number);
        } else if (assets.type() == Markdown.class) {
            return number -> (A) maker.markdown(number);
        } else if (assets.type() == Asset.class) {
            return number -> (A) maker.asset(number);
        }
        throw new Refused(
                ContentError.CANNOT_MAKE,
                0,
                assets.type() == CsvRow.class
                        ? "no line says which columns there are"
                        : "an asset of type " + assets.type().getSimpleName() + " is what its file says");
    }

    private static Value.Fields cells(CsvLine line) {
        Map<String, Value> cells = new LinkedHashMap<>();
        line.header()
                .names()
                .forEach(column -> cells.put(column, new Value.Scalar(Value.Kind.ANY, line.text(column), 0)));
        return new Value.Fields(cells, 0);
    }

    private FileFacts file(int number, int size) {
        return new FileFacts(name + "#made" + number, format, size, () -> 0);
    }

    private Object markdown(int number) {
        String text = body(number);
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        return new MarkdownFile(file(number, size), new FrontMatter.Parts(fields(number), text));
    }

    private Object asset(int number) {
        boolean prose = bodies.stream().anyMatch(String.class::isInstance);
        String text = prose ? body(number) : "";
        FileFacts file = file(number, text.getBytes(StandardCharsets.UTF_8).length);
        return new FieldsAsset(
                new FieldsText(fields(number), new Origin(file, file.path(), prose ? new Prose(text) : null)));
    }

    private Object line(int number) {
        Value.Fields fields = fields(number);
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<String> cells = new ArrayList<>();
        fields.fields().forEach((column, value) -> {
            columns.put(column, columns.size());
            cells.add(FieldsText.shown(value));
        });
        return new CsvLine(new CsvHeader(name + "#made" + number, columns), cells, 0);
    }

    private String body(int number) {
        return body.isEmpty() ? "" : String.valueOf(body.at(number));
    }

    private Value.Fields fields(int number) {
        Map<String, Value> made = new LinkedHashMap<>();
        if (!shapes.isEmpty()) {
            shapes.get(number % shapes.size()).fields().forEach((field, value) -> made.put(field, made(field, number)));
        }
        return new Value.Fields(made, 0);
    }

    private Value made(String field, int number) {
        Object value = mixtures.computeIfAbsent(field, this::mixture).at(number);
        if (value instanceof Value taken) {
            return taken;
        }
        // A text was mixed; what else the file says of it does not change.
        return value == null
                ? new Value.Nothing(0)
                : new Value.Scalar(
                        value instanceof Number ? Value.Kind.NUMBER : Value.Kind.ANY, String.valueOf(value), 0);
    }

    /** Texts are mixed, all else is taken over as it is. */
    private Mixture mixture(String field) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Value.Fields shape : shapes) {
            Value value = shape.fields().get(field);
            boolean text = value instanceof Value.Scalar scalar
                    && (scalar.kind() == Value.Kind.ANY || scalar.kind() == Value.Kind.STRING);
            if (value != null) {
                values.add(text ? FieldsText.shown(value) : value);
            }
        }
        return new Mixture(seed, field, values);
    }
}
