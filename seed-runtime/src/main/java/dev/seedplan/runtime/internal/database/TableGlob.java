package dev.seedplan.runtime.internal.database;

import dev.seedplan.schema.QName;
import java.util.regex.Pattern;

/**
 * The tables that a pattern of {@code --tables}, {@code --exclude} or {@code --rows} names: {@code *} stands for any characters,
 * {@code ?} for one. With a dot it is about {@code schema.name}, without one about the names of the default schema.
 */
public final class TableGlob {

    private final String defaultSchema;
    private final boolean qualified;
    private final Pattern pattern;

    private TableGlob(String defaultSchema, boolean qualified, Pattern pattern) {
        this.defaultSchema = defaultSchema;
        this.qualified = qualified;
        this.pattern = pattern;
    }

    /**
     * {@return a pattern}
     *
     * @param glob as the user wrote it
     * @param defaultSchema whose tables need no schema before them
     */
    public static TableGlob of(String glob, String defaultSchema) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return new TableGlob(defaultSchema, glob.indexOf('.') >= 0, Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /** {@return whether it names a table} */
    public boolean matches(QName table) {
        return qualified
                ? pattern.matcher(table.schema() + "." + table.name()).matches()
                : table.schema().equals(defaultSchema)
                        && pattern.matcher(table.name()).matches();
    }
}
