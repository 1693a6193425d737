package dev.seedplan.runtime.internal.partition;

import dev.seedplan.runtime.internal.definition.DefinitionText;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a partitioned table is split, as {@code pg_get_partkeydef} prints it.
 *
 * @param strategy RANGE, LIST or HASH
 * @param parts the columns or expressions, in order
 */
record PartitionKey(String strategy, List<Part> parts) {

    private static final Pattern DEFINITION = Pattern.compile("(RANGE|LIST|HASH) \\((.*)\\)", Pattern.DOTALL);

    /**
     * A column or expression of a key.
     *
     * @param sql without its collation and operator class
     * @param expression empty where it cannot be turned round
     */
    record Part(String sql, Optional<KeyExpression> expression) {}

    static PartitionKey of(Table table, Snapshot snapshot) {
        String definition = table.partitioning() == null ? "" : table.partitioning();
        Matcher matcher = DEFINITION.matcher(definition);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + definition + "\" is no partition key");
        }
        return new PartitionKey(
                matcher.group(1),
                DefinitionText.split(matcher.group(2)).stream()
                        .map(text -> part(text, table, snapshot))
                        .toList());
    }

    /** A collation and an operator class may follow the expression, after a blank that is in no parentheses. */
    private static Part part(String text, Table table, Snapshot snapshot) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != ' ') {
            end = DefinitionText.after(text, end);
        }
        String sql = text.substring(0, end);
        return new Part(
                sql,
                KeyExpression.of(sql, name -> table.column(name).map(column -> SqlType.of(column.type(), snapshot))));
    }
}
