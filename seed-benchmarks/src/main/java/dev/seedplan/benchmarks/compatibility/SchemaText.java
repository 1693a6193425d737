package dev.seedplan.benchmarks.compatibility;

import dev.seedplan.runtime.introspect.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The statements of a schema's file, without what only makes sense where it came from: psql's own commands, rows of {@code
 * COPY … FROM stdin}, the parts that undo a migration, transactions, owners, privileges, roles, databases and settings of
 * the connection that the driver reserves for itself.
 */
final class SchemaText {

    private static final Pattern DOWN = Pattern.compile(
            "(?im)^--\\s*(\\+goose\\s+down|\\+migrate\\s+down|migrate:down|//@undo|@undo|rollback\\s*$).*$");
    private static final Pattern COPY =
            Pattern.compile("(?ims)^COPY\\s[^;]*?\\sFROM\\s+stdin\\b[^;\\n]*;.*?^\\\\\\.\\s*$");
    private static final Pattern META = Pattern.compile("(?m)^\\\\.*$");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?is)^(BEGIN|COMMIT|END|ROLLBACK|ABORT|START\\s+TRANSACTION|SAVEPOINT|RELEASE|LOCK|VACUUM|GRANT|REVOKE|CHECKPOINT)\\b(?!\\s*\\().*"
                    + "|^(CREATE|ALTER|DROP)\\s+(DATABASE|ROLE|USER|GROUP|TABLESPACE|DEFAULT\\s+PRIVILEGES)\\b(?!\\s+MAPPING).*"
                    + "|^ALTER\\s+DEFAULT\\s+PRIVILEGES\\b.*"
                    + "|^ALTER\\s+(?:(?!;).)*\\sOWNER\\s+TO\\s+(\"[^\"]*\"|[\\w${}]+)$"
                    + "|^SET\\s+(SESSION\\s+)?(CLIENT_ENCODING|DATESTYLE|STANDARD_CONFORMING_STRINGS)\\b.*"
                    + "|^(COMMENT\\s+ON\\s+EXTENSION)\\b.*"
                    + "|^COPY\\s.*\\sFROM\\s.*");

    private SchemaText() {}

    /**
     * {@return the statements to apply, in order}
     *
     * @param text the file
     * @param source says what to replace and drop
     */
    static List<String> statements(String text, Manifest.Source source) {
        String sql = text.replace("\r\n", "\n").replace("\uFEFF", "");
        for (Map.Entry<String, String> change : source.replace().entrySet()) {
            sql = sql.replace(change.getKey(), change.getValue());
        }
        var down = DOWN.matcher(sql);
        if (down.find()) {
            sql = sql.substring(0, down.start());
        }
        sql = COPY.matcher(sql).replaceAll("");
        sql = META.matcher(sql).replaceAll("");
        List<Pattern> drop = source.drop().stream().map(Pattern::compile).toList();
        List<String> statements = new ArrayList<>();
        for (SqlScript.Statement statement : SqlScript.split(sql)) {
            String each = statement.text();
            boolean wanted = !ELSEWHERE.matcher(each).matches()
                    && drop.stream().noneMatch(pattern -> pattern.matcher(each).find());
            if (wanted) {
                statements.add(each);
            }
        }
        return statements;
    }

    /** {@return the statements of a file of our own, all of them} */
    static List<String> everything(String text) {
        return SqlScript.split(text).stream().map(SqlScript.Statement::text).toList();
    }
}
