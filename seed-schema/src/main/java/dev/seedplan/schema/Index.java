package dev.seedplan.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index; those that back a constraint are listed too.
 *
 * @param name its name, unique within its schema
 * @param method its access method, for example {@code btree}
 * @param unique whether it is unique
 * @param primary whether it backs the primary key
 * @param constraint the constraint it backs; null where there is none
 * @param keys its key columns, each a column name or an expression
 * @param include the columns of {@code INCLUDE (…)}
 * @param predicate of a partial index; null for a full one
 * @param nullsNotDistinct whether NULLs count as equal (PostgreSQL 15)
 * @param definition as {@code pg_get_indexdef} prints it
 * @param comment its comment; null where there is none
 */
public record Index(
        String name,
        String method,
        boolean unique,
        boolean primary,
        @Nullable String constraint,
        List<Key> keys,
        List<String> include,
        @Nullable String predicate,
        boolean nullsNotDistinct,
        String definition,
        @Nullable String comment) {

    /**
     * One key of an index.
     *
     * @param column the column's name; null for an expression
     * @param expression the expression; null for a column
     */
    public record Key(@Nullable String column, @Nullable String expression) {}

    /** {@return the columns of the keys, or an empty list where one of them is an expression} */
    public List<String> plainColumns() {
        List<String> columns = new ArrayList<>(keys.size());
        for (Key key : keys) {
            if (key.column() == null) {
                return List.of();
            }
            columns.add(key.column());
        }
        return List.copyOf(columns);
    }
}
