package dev.seedplan.runtime.internal.rules;

import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.internal.types.ValueText;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Table;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the defaults of columns are: constants, or what only the server knows. */
public final class Defaults {

    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'(?:::.*)?", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\(?(-?\\d+(?:\\.\\d+)?)\\)?(?:::.*)?");

    /** What may differ from row to row, or from run to run: a call, or one of the words that call without parentheses. */
    private static final Pattern VOLATILE =
            Pattern.compile("[\\w\"]\\(|\\b(?:CURRENT_\\w+|LOCALTIME|LOCALTIMESTAMP|SESSION_USER|USER)\\b");

    private Defaults() {}

    /**
     * {@return whether a column's default can be left to the server without breaking what the values of other columns and rows
     * must agree with: a CHECK over several columns, or a unique key, unless the value is a uuid}
     */
    public static boolean mayStay(Column column, SqlType type, Table table) {
        String text = column.defaultExpression();
        if (text == null
                || TEXT.matcher(text).matches()
                || !VOLATILE.matcher(text).find()) {
            return false;
        }
        boolean checked = table.constraints().stream()
                .anyMatch(c -> c instanceof Constraint.Check check
                        && check.columns().size() > 1
                        && check.columns().contains(column.name()));
        boolean unique = table.indexes().stream()
                .anyMatch(i -> i.unique()
                        && i.keys().stream().anyMatch(k -> column.name().equals(k.column()) || k.expression() != null));
        boolean uuid = type.scalar().filter(s -> s.is("uuid")).isPresent();
        return !checked && (!unique || uuid);
    }

    /** {@return the value of a default that is a constant; null if there is none} */
    public static @Nullable Object constant(FillColumn column) {
        String text = column.column().defaultExpression();
        if (text == null) {
            return null;
        }
        Matcher string = TEXT.matcher(text);
        Matcher number = NUMBER.matcher(text);
        String value = string.matches()
                ? string.group(1).replace("''", "'")
                : number.matches() ? number.group(1) : text.equals("true") || text.equals("false") ? text : null;
        if (value == null) {
            return null;
        }
        try {
            return ValueText.read(column.type(), value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
