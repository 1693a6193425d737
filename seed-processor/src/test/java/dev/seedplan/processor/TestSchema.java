package dev.seedplan.processor;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Constraint.Action;
import dev.seedplan.schema.Constraint.Deferral;
import dev.seedplan.schema.Constraint.Match;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.Index;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotHash;
import dev.seedplan.schema.SnapshotJson;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.TypeRef;
import dev.seedplan.schema.UserType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A snapshot from a short text. A line is {@code enum NAME LABEL…}, {@code domain NAME TYPE}, {@code base NAME} or {@code
 * table NAME}; below a table {@code pk COLUMN…}, {@code unique NAME COLUMN…}, {@code index NAME COLUMN…} (unique), {@code
 * partial NAME COLUMN…} (unique, with a predicate), {@code check NAME EXPRESSION}, {@code fk NAME COLUMNS TABLE
 * COLUMNS} with an optional {@code deferrable}, or a column: {@code NAME TYPE [!] [default X | always | byDefault |
 * generated X | comment X]…}; the exclamation mark is NOT NULL. A middle dot stands for a space within a word, and names
 * without a dot are in the schema public.
 */
final class TestSchema {

    private static final Map<String, String> CATALOG_NAMES = Map.of(
            "bigint",
            "int8",
            "integer",
            "int4",
            "smallint",
            "int2",
            "boolean",
            "bool",
            "real",
            "float4",
            "double",
            "float8",
            "char",
            "bpchar");

    private final List<UserType> types = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private QName table = new QName("", "");

    private TestSchema() {}

    static Snapshot of(String text) {
        TestSchema schema = new TestSchema();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(schema::line);
        schema.endTable();
        schema.tables.sort(Comparator.comparing(Table::name));
        schema.types.sort(Comparator.comparing(UserType::name));
        return new Snapshot(
                Snapshot.FORMAT,
                "18.6",
                "public",
                List.of("public"),
                List.of(),
                schema.types,
                List.of(),
                List.of(),
                schema.tables,
                List.of());
    }

    static String json(Snapshot snapshot) {
        return SnapshotJson.write(snapshot);
    }

    static String packageInfo(String name, Snapshot snapshot) {
        return "@dev.seedplan.SeedSchema(file = \"seedplan/schema.json\", hash = \"" + SnapshotHash.of(snapshot)
                + "\")\npackage " + name + ";\n";
    }

    private void line(String line) {
        String[] w = line.split(" +", -1);
        switch (w[0]) {
            case "enum" -> types.add(new UserType.EnumType(name(w[1]), rest(w, 2), null, null));
            case "domain" ->
                types.add(new UserType.DomainType(name(w[1]), type(w[2]), false, null, null, List.of(), null, null));
            case "base" -> types.add(new UserType.BaseType(name(w[1]), null, null));
            case "table" -> {
                endTable();
                table = name(w[1]);
            }
            case "pk" -> {
                List<String> keys = rest(w, 1);
                constraints.add(new Constraint.PrimaryKey(
                        table.name() + "_pkey", keys, Deferral.NOT_DEFERRABLE, "PRIMARY KEY", null));
            }
            case "unique" ->
                constraints.add(
                        new Constraint.Unique(w[1], rest(w, 2), false, Deferral.NOT_DEFERRABLE, "UNIQUE", null));
            case "index", "partial" -> indexes.add(index(w[1], rest(w, 2), w[0].equals("partial")));
            case "check" ->
                constraints.add(new Constraint.Check(
                        w[1], List.of(), word(w[2]), true, false, Deferral.NOT_DEFERRABLE, "CHECK", null));
            case "fk" ->
                constraints.add(new Constraint.ForeignKey(
                        w[1],
                        Arrays.asList(w[2].split(",", -1)),
                        name(w[3]),
                        Arrays.asList(w[4].split(",", -1)),
                        Match.SIMPLE,
                        Action.NO_ACTION,
                        Action.NO_ACTION,
                        true,
                        w.length > 5 ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE,
                        "FOREIGN KEY",
                        null));
            default -> columns.add(column(w));
        }
    }

    private static Column column(String[] w) {
        boolean notNull = false;
        String standard = null;
        Identity identity = Identity.NONE;
        String generated = null;
        String comment = null;
        for (int i = 2; i < w.length; i++) {
            switch (w[i]) {
                case "!" -> notNull = true;
                case "default" -> standard = word(w[++i]);
                case "always" -> identity = Identity.ALWAYS;
                case "byDefault" -> identity = Identity.BY_DEFAULT;
                case "generated" -> generated = word(w[++i]);
                case "comment" -> comment = word(w[++i]);
                default -> throw new IllegalArgumentException(w[i]);
            }
        }
        QName sequence = identity == Identity.NONE ? null : new QName("public", w[0] + "_seq");
        return new Column(
                word(w[0]),
                type(w[1]),
                notNull,
                standard,
                identity,
                generated,
                generated != null,
                null,
                sequence,
                comment);
    }

    private static Index index(String name, List<String> columns, boolean partial) {
        return new Index(
                name,
                "btree",
                true,
                false,
                null,
                columns.stream().map(c -> new Index.Key(c, null)).toList(),
                List.of(),
                partial ? "deleted_at IS NULL" : null,
                false,
                "CREATE UNIQUE INDEX",
                null);
    }

    private void endTable() {
        if (!table.name().isEmpty()) {
            constraints.sort(Comparator.comparing(Constraint::name));
            tables.add(new Table(
                    table,
                    Table.Kind.ORDINARY,
                    false,
                    null,
                    null,
                    null,
                    List.of(),
                    List.copyOf(columns),
                    List.copyOf(constraints),
                    List.copyOf(indexes),
                    List.of(),
                    List.of(),
                    false,
                    false,
                    List.of(),
                    null,
                    null));
        }
        columns.clear();
        constraints.clear();
        indexes.clear();
    }

    private static TypeRef type(String text) {
        boolean array = text.endsWith("[]");
        String bare = array ? text.substring(0, text.length() - 2) : text;
        int modifier = -1;
        int open = bare.indexOf('(');
        if (open > 0) {
            String[] sizes = bare.substring(open + 1, bare.length() - 1).split(",", -1);
            int first = Integer.parseInt(sizes[0]);
            modifier = sizes.length == 1 ? first + 4 : (first << 16 | Integer.parseInt(sizes[1])) + 4;
            bare = bare.substring(0, open);
        }
        boolean user = bare.startsWith("public.");
        QName element = user ? name(bare) : new QName("pg_catalog", CATALOG_NAMES.getOrDefault(bare, bare));
        return new TypeRef(text, element, array, modifier);
    }

    private static QName name(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? new QName("public", word(text))
                : new QName(text.substring(0, dot), word(text.substring(dot + 1)));
    }

    private static List<String> rest(String[] words, int from) {
        return Arrays.stream(words).skip(from).toList();
    }

    private static String word(String text) {
        return text.replace('\u00b7', ' ');
    }
}
