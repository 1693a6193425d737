package dev.seedplan.cli.detect;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which tables can take which content files. */
final class ContentTables {

    private static final Pattern BODY = Pattern.compile(
            "(^|_)(body|content|markdown|md|html|article|story|text|description|bio)(_(md|html|text|markdown))?$");
    private static final Pattern HEAD = Pattern.compile("(^|_)(title|headline|name|subject|slug)$");
    private static final Pattern PICTURE = Pattern.compile(
            "(^|_)(image|picture|photo|avatar|logo|cover|thumbnail|banner|icon|picture)(_(url|path|src|file|key|data|uri))?$");
    private static final Pattern NAME = Pattern.compile("(^|_)(name|label|title|code|slug|key)$");
    private static final int SHORTEST_BODY = 300;
    private static final int MOST_COLUMNS_OF_A_LIST = 8;

    /**
     * A table that can take content.
     *
     * @param table {@code schema.name}
     * @param kind {@code markdown}, {@code images}, {@code json} or {@code csv}
     * @param evidence the columns that say so
     */
    record Fit(String table, String kind, List<String> evidence) {}

    private ContentTables() {}

    static List<Fit> of(Names names) {
        List<Fit> fits = new ArrayList<>();
        for (Table table : names.tables()) {
            String name = table.name().toString();
            List<String> bodies = columns(
                    table,
                    column -> isText(column)
                            && isLong(column)
                            && BODY.matcher(column.name()).find());
            List<String> heads = columns(
                    table,
                    column -> isText(column) && HEAD.matcher(column.name()).find());
            if (!bodies.isEmpty() && !heads.isEmpty()) {
                List<String> all = new ArrayList<>(heads);
                all.addAll(bodies);
                fits.add(new Fit(name, "markdown", all));
            }
            List<String> pictures = columns(
                    table,
                    column -> (isText(column) || column.type().sql().equals("bytea"))
                            && PICTURE.matcher(column.name()).find());
            if (!pictures.isEmpty()) {
                fits.add(new Fit(name, "images", pictures));
            }
            List<String> objects = columns(table, column -> column.type().sql().startsWith("json"));
            if (!objects.isEmpty()) {
                fits.add(new Fit(name, "json", objects));
            }
            List<String> labels = columns(
                    table,
                    column -> isText(column) && NAME.matcher(column.name()).find());
            if (bodies.isEmpty()
                    && !labels.isEmpty()
                    && table.foreignKeys().isEmpty()
                    && table.columns().size() <= MOST_COLUMNS_OF_A_LIST) {
                fits.add(new Fit(name, "csv", labels));
            }
        }
        return fits;
    }

    private static List<String> columns(Table table, java.util.function.Predicate<Column> which) {
        return table.columns().stream()
                .filter(column -> !column.isGenerated() && which.test(column))
                .map(Column::name)
                .toList();
    }

    private static boolean isText(Column column) {
        String type = column.type().sql();
        return type.startsWith("text") || type.startsWith("character") || type.endsWith("citext");
    }

    private static boolean isLong(Column column) {
        return column.type().maxLength() < 0 || column.type().maxLength() >= SHORTEST_BODY;
    }
}
