package dev.seedplan.runtime.internal.rules;

import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.schema.Column;
import java.util.regex.Pattern;

/**
 * A column of a table that is filled.
 *
 * @param index its place in the table
 * @param column as the snapshot has it
 * @param type its type, resolved
 * @param serverDefault whether its default, if it has one, is left to the server
 */
public record FillColumn(int index, Column column, SqlType type, boolean serverDefault) {

    /** A call in a default as the server prints it; PostgreSQL's own functions stand without a schema unless hidden. */
    private static final Pattern CALL = Pattern.compile("(?<![\\w'])((?:\"[^\"]+\"|\\w+)\\.(?:\"[^\"]+\"|\\w+))\\(");

    public String name() {
        return column.name();
    }

    public boolean notNull() {
        return column.notNull();
    }

    /** {@return whether a sequence gives its values: identity, serial, or a default of nextval} */
    public boolean sequenced() {
        return sequenceName() != null;
    }

    /** {@return the sequence behind it, as SQL text for regclass; null for none} */
    @org.jspecify.annotations.Nullable
    public String sequenceName() {
        if (column.sequence() != null && (column.defaultExpression() == null || nextval())) {
            return quoted(column.sequence());
        }
        if (nextval()) {
            String text = String.valueOf(column.defaultExpression());
            int from = text.indexOf('\'') + 1;
            return text.substring(from, text.indexOf('\'', from));
        }
        return null;
    }

    private boolean nextval() {
        String text = column.defaultExpression();
        return text != null && text.matches("nextval\\('[^']+'::regclass\\)");
    }

    /**
     * {@return whether the value must be the server's own: the default calls a function somebody wrote, which may do more than
     * compute; or the user wants it so}
     */
    public boolean leftToServer() {
        String text = column.defaultExpression();
        if (text == null || column.isGenerated() || sequenced()) {
            return false;
        }
        return serverDefault
                || (type.scalar().filter(s -> s.is("uuid")).isEmpty()
                        && CALL.matcher(text).find());
    }

    public static String quoted(dev.seedplan.schema.QName name) {
        return '"' + name.schema().replace("\"", "\"\"") + "\".\"" + name.name().replace("\"", "\"\"") + '"';
    }
}
