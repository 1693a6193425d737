package dev.seedplan.runtime.program;

import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Labeled;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A column as the snapshot has it.
 *
 * @param name as stored in the catalog
 * @param sqlType as PostgreSQL prints it, for example {@code character varying(40)}
 * @param kind how a value is held and sent; for a domain that of its base type
 * @param element of an array the kind of its elements; null otherwise
 * @param maxLength the limit in characters, -1 for none
 * @param precision of {@code numeric(p,s)}, -1 for none
 * @param scale of {@code numeric(p,s)}, -1 with a precision of -1 for none
 * @param notNull whether NULL is refused
 * @param defaultExpression the default as PostgreSQL prints it; null for none
 * @param identity {@code ""}, {@code "ALWAYS"} or {@code "BY DEFAULT"}
 * @param generated whether the server computes it and refuses a value
 * @param sequence the sequence it owns, as {@code schema.name} quoted for SQL; null for none
 * @param labels the labels of an enum or of an array of enums, in order; empty otherwise
 * @param constants the generated enum's constants for these labels; empty otherwise
 */
public record ColumnSpec(
        String name,
        String sqlType,
        Kind kind,
        @Nullable Kind element,
        int maxLength,
        int precision,
        int scale,
        boolean notNull,
        @Nullable String defaultExpression,
        String identity,
        boolean generated,
        @Nullable String sequence,
        List<String> labels,
        List<Labeled> constants) {

    /** {@return a nullable column without default, to which the other methods add} */
    public static ColumnSpec of(String name, String sqlType, Kind kind) {
        return new ColumnSpec(
                name, sqlType, kind, null, -1, -1, -1, false, null, "", false, null, List.of(), List.of());
    }

    /** {@return this column, an array of that kind} */
    public ColumnSpec arrayOf(Kind elementKind) {
        return with(parts -> {
            parts.kind = Kind.ARRAY;
            parts.element = elementKind;
        });
    }

    /** {@return this column with a limit in characters} */
    public ColumnSpec maxLength(int characters) {
        return with(parts -> parts.maxLength = characters);
    }

    /** {@return this column as {@code numeric(precision, scale)}} */
    public ColumnSpec numeric(int digits, int fraction) {
        return with(parts -> {
            parts.precision = digits;
            parts.scale = fraction;
        });
    }

    /** {@return this column, NOT NULL} */
    public ColumnSpec required() {
        return with(parts -> parts.notNull = true);
    }

    /** {@return this column with a default} */
    public ColumnSpec defaultsTo(String expression) {
        return with(parts -> parts.defaultExpression = expression);
    }

    /** {@return this column as an identity column, {@code "ALWAYS"} or {@code "BY DEFAULT"}} */
    public ColumnSpec identity(String how) {
        return with(parts -> parts.identity = how);
    }

    /** {@return this column, computed by the server} */
    public ColumnSpec computed() {
        return with(parts -> parts.generated = true);
    }

    /** {@return this column with the sequence it owns, as {@code schema.name} quoted for SQL} */
    public ColumnSpec owns(String sequenceName) {
        return with(parts -> parts.sequence = sequenceName);
    }

    /** {@return this column with the constants of its generated enum} */
    public ColumnSpec constants(Labeled... all) {
        return with(parts -> {
            parts.labels = Arrays.stream(all).map(Labeled::label).toList();
            parts.constants = List.of(all);
        });
    }

    /** {@return this column with the labels of an enum that has no generated class} */
    public ColumnSpec labels(String... all) {
        return with(parts -> parts.labels = List.of(all));
    }

    private ColumnSpec with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return new ColumnSpec(
                name,
                sqlType,
                parts.kind,
                parts.element,
                parts.maxLength,
                parts.precision,
                parts.scale,
                parts.notNull,
                parts.defaultExpression,
                parts.identity,
                parts.generated,
                parts.sequence,
                parts.labels,
                parts.constants);
    }

    /** A column while one of its properties changes. */
    private static final class Parts {

        private Kind kind;
        private @Nullable Kind element;
        private int maxLength;
        private int precision;
        private int scale;
        private boolean notNull;
        private @Nullable String defaultExpression;
        private String identity;
        private boolean generated;
        private @Nullable String sequence;
        private List<String> labels;
        private List<Labeled> constants;

        Parts(ColumnSpec column) {
            kind = column.kind;
            element = column.element;
            maxLength = column.maxLength;
            precision = column.precision;
            scale = column.scale;
            notNull = column.notNull;
            defaultExpression = column.defaultExpression;
            identity = column.identity;
            generated = column.generated;
            sequence = column.sequence;
            labels = column.labels;
            constants = column.constants;
        }
    }
}
