package dev.seedplan.runtime.program;

import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Labeled;
import java.util.Arrays;
import java.util.List;
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
        return new ColumnSpec(
                name,
                sqlType,
                Kind.ARRAY,
                elementKind,
                maxLength,
                precision,
                scale,
                notNull,
                defaultExpression,
                identity,
                generated,
                sequence,
                labels,
                constants);
    }

    /** {@return this column with a limit in characters} */
    public ColumnSpec maxLength(int characters) {
        return new ColumnSpec(
                name,
                sqlType,
                kind,
                element,
                characters,
                precision,
                scale,
                notNull,
                defaultExpression,
                identity,
                generated,
                sequence,
                labels,
                constants);
    }

    /** {@return this column as {@code numeric(precision, scale)}} */
    public ColumnSpec numeric(int digits, int fraction) {
        return new ColumnSpec(
                name,
                sqlType,
                kind,
                element,
                maxLength,
                digits,
                fraction,
                notNull,
                defaultExpression,
                identity,
                generated,
                sequence,
                labels,
                constants);
    }

    /** {@return this column, NOT NULL} */
    public ColumnSpec required() {
        return new ColumnSpec(
                name,
                sqlType,
                kind,
                element,
                maxLength,
                precision,
                scale,
                true,
                defaultExpression,
                identity,
                generated,
                sequence,
                labels,
                constants);
    }

    /** {@return this column with a default} */
    public ColumnSpec defaultsTo(String expression) {
        return new ColumnSpec(
                name,
                sqlType,
                kind,
                element,
                maxLength,
                precision,
                scale,
                notNull,
                expression,
                identity,
                generated,
                sequence,
                labels,
                constants);
    }

    /** {@return this column as an identity column, {@code "ALWAYS"} or {@code "BY DEFAULT"}} */
    public ColumnSpec identity(String how) {
        return new ColumnSpec(
                name,
                sqlType,
                kind,
                element,
                maxLength,
                precision,
                scale,
                notNull,
                defaultExpression,
                how,
                generated,
                sequence,
                labels,
                constants);
    }

    /** {@return this column, computed by the server} */
    public ColumnSpec computed() {
        return new ColumnSpec(
                name,
                sqlType,
                kind,
                element,
                maxLength,
                precision,
                scale,
                notNull,
                defaultExpression,
                identity,
                true,
                sequence,
                labels,
                constants);
    }

    /** {@return this column with the sequence it owns, as {@code schema.name} quoted for SQL} */
    public ColumnSpec owns(String sequenceName) {
        return new ColumnSpec(
                name,
                sqlType,
                kind,
                element,
                maxLength,
                precision,
                scale,
                notNull,
                defaultExpression,
                identity,
                generated,
                sequenceName,
                labels,
                constants);
    }

    /** {@return this column with the constants of its generated enum} */
    public ColumnSpec constants(Labeled... all) {
        return new ColumnSpec(
                name,
                sqlType,
                kind,
                element,
                maxLength,
                precision,
                scale,
                notNull,
                defaultExpression,
                identity,
                generated,
                sequence,
                Arrays.stream(all).map(Labeled::label).toList(),
                List.of(all));
    }

    /** {@return this column with the labels of an enum that has no generated class} */
    public ColumnSpec labels(String... all) {
        return new ColumnSpec(
                name,
                sqlType,
                kind,
                element,
                maxLength,
                precision,
                scale,
                notNull,
                defaultExpression,
                identity,
                generated,
                sequence,
                List.of(all),
                constants);
    }
}
