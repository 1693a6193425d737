package dev.seedplan.runtime.internal.sketch;

import dev.seedplan.runtime.internal.meaning.ColumnMeaning;
import dev.seedplan.runtime.internal.meaning.Meaning;
import dev.seedplan.runtime.internal.meaning.Meanings;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Constraint.ForeignKey;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.Index;
import dev.seedplan.schema.JavaNames;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.TypeRef;
import dev.seedplan.schema.UserType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The row method of one table, or why there is none. */
public final class TableSketch {

    private static final long ROWS = 20;

    private final Table table;
    private final Snapshot snapshot;
    private final JavaNames names;
    private final Meanings meanings;
    private final CheckFacts checks;
    private final Set<String> distinct = new HashSet<>();
    private final List<ForeignKey> parents = new ArrayList<>();
    private @Nullable ForeignKey iterated;
    private int mostPerParent = 1;
    private @Nullable ForeignKey distinctPick;
    private long rows = ROWS;
    private String reason = "";

    private TableSketch(Table table, Snapshot snapshot, JavaNames names) {
        this.table = table;
        this.snapshot = snapshot;
        this.names = names;
        meanings = Meanings.of(table, snapshot);
        checks = CheckFacts.of(table, domainChecks());
    }

    /**
     * {@return the sketch of a table}
     *
     * @param before the tables that have a row method, and come earlier
     */
    public static TableSketch of(Table table, Snapshot snapshot, JavaNames names, Set<QName> before) {
        TableSketch sketch = new TableSketch(table, snapshot, names);
        sketch.reason = sketch.obstacle(before);
        return sketch;
    }

    /** {@return why there is no row method; empty where there is one} */
    public String reason() {
        return reason;
    }

    /** {@return the lines of the row method} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        String rowClass = names.rowClass(table.name());
        if (iterated == null) {
            lines.add("@Rows(" + rows + ")");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parents.forEach(key -> parameters.put(parameter(key, parameters.keySet()), annotations(key)));
        StringBuilder head = new StringBuilder("protected void " + JavaText.nameOf(rowClass) + "(" + rowClass + " row");
        int i = 0;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            head.append(", ")
                    .append(parameter.getValue())
                    .append(names.rowClass(parents.get(i++).references()))
                    .append(' ')
                    .append(parameter.getKey());
        }
        lines.add(head + ") {");
        for (Column column : table.columns()) {
            String value = value(column);
            if (value != null) {
                lines.add("    row." + names.accessor(table.name(), column.name()) + "(" + value + ");");
            }
        }
        if (lines.get(lines.size() - 1).endsWith("{")) {
            lines.add("    // keys, parents and defaults are all it has");
        }
        lines.add("}");
        return lines;
    }

    private Map<String, List<UserType.DomainCheck>> domainChecks() {
        Map<String, List<UserType.DomainCheck>> found = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            SqlType type = SqlType.of(column.type(), snapshot);
            List<UserType.DomainCheck> all = new ArrayList<>();
            while (type instanceof SqlType.Domain domain) {
                all.addAll(domain.checks());
                type = domain.over();
            }
            if (!all.isEmpty()) {
                found.put(column.name(), all);
            }
        }
        return found;
    }

    private String obstacle(Set<QName> before) {
        if (table.kind() != Table.Kind.ORDINARY) {
            return "it is partitioned: which rows its partitions take is for you to say";
        } else if (!table.rules().isEmpty()) {
            return "a rule rewrites what is inserted";
        } else if (table.constraints().stream().anyMatch(Constraint.Exclusion.class::isInstance)) {
            return "an exclusion constraint forbids rows beside each other";
        } else if (!checks.unread().isEmpty()) {
            return "its check " + checks.unread().get(0) + " says more than one column's values";
        }
        String key = parents(before);
        if (!key.isEmpty()) {
            return key;
        }
        for (Index index : table.indexes()) {
            if (index.unique() && !tellsApart(index)) {
                return "its unique index " + index.name() + " needs values that fit together";
            }
        }
        for (String[] pair : checks.pairs()) {
            if (!isNull(pair[0])
                    && !isNull(pair[2])
                    && !ColumnCode.ordered(
                            meanings.column(pair[0]).meaning(),
                            pair[1],
                            meanings.column(pair[2]).meaning())) {
                return "a check compares its columns " + pair[0] + " and " + pair[2];
            }
        }
        for (Column column : table.columns()) {
            boolean left = column.notNull() && !given(column) && !isReference(column.name()) && value(column) == null;
            if (left && kind(column) == ColumnKind.NONE) {
                return "nothing makes up a value of " + column.name() + ", "
                        + column.type().sql();
            } else if (left && checks.mentions(column.name())) {
                return "a check says which values " + column.name() + " may have";
            }
        }
        return "";
    }

    /** Those it needs and those it can have; empty, or why one that it needs cannot be had. */
    private String parents(Set<QName> before) {
        Set<String> taken = new HashSet<>();
        Set<List<String>> known = new HashSet<>();
        for (boolean needed : new boolean[] {true, false}) {
            for (ForeignKey key : table.foreignKeys()) {
                boolean required = key.columns().stream()
                        .allMatch(c -> table.column(c).map(Column::notNull).orElse(false));
                if (required != needed || !known.add(key.columns())) {
                    continue;
                }
                boolean shared = key.columns().stream().anyMatch(taken::contains);
                boolean there = before.contains(key.references()) && !isUnknown(key);
                if (required && shared) {
                    return "two of its foreign keys share a column";
                } else if (required && !there) {
                    return "it needs rows of " + key.references()
                            + ", which has no row method before it or keys that only the server knows";
                }
                boolean checked = key.columns().stream().anyMatch(checks::mentions);
                boolean single = key.columns().size() == 1;
                if (required || (there && !shared && !checked && single && !isUnique(key.columns()))) {
                    parents.add(key);
                    taken.addAll(key.columns());
                }
            }
        }
        return "";
    }

    private boolean isUnique(List<String> columns) {
        return table.indexes().stream().anyMatch(i -> i.unique() && columns.containsAll(i.plainColumns()));
    }

    /** Whether rows differ in a unique key: by themselves, or by what is decided here. */
    private boolean tellsApart(Index index) {
        Set<String> columns = columns(index);
        for (String name : columns) {
            Column column = table.column(name).orElseThrow();
            if (distinct.contains(name)
                    || (given(column) && !isConstant(column))
                    || (isNull(name) && !index.nullsNotDistinct())) {
                return true;
            }
        }
        boolean ownKey = index.primary() && columns.size() == 1;
        for (String name : columns) {
            Column column = table.column(name).orElseThrow();
            if (isReference(name)) {
                continue;
            }
            distinct.add(name);
            boolean madeUp = ownKey || index.plainColumns().size() == 1;
            if ((value(column) != null && isPlenty(column)) || (madeUp && column.notNull() && canBeMadeUp(column))) {
                return true;
            }
            distinct.remove(name);
        }
        return fewValues(columns) || byParents(columns);
    }

    private Set<String> columns(Index index) {
        Set<String> columns = new LinkedHashSet<>();
        for (Index.Key key : index.keys()) {
            for (Column column : table.columns()) {
                boolean named = key.expression() != null
                        && Pattern.compile("\\b" + Pattern.quote(column.name()) + "\\b")
                                .matcher(key.expression())
                                .find();
                if (column.name().equals(key.column()) || named) {
                    columns.add(column.name());
                }
            }
        }
        return columns;
    }

    private boolean isPlenty(Column column) {
        return checks.list(column.name()).isEmpty()
                && switch (kind(column)) {
                    case TEXT, UUID, DATE, TIMESTAMP, INET -> true;
                    case BYTES -> checks.exact(column.name()) < 0 || checks.exact(column.name()) >= Long.BYTES;
                    case INT, LONG, NUMERIC -> checks.most(column.name()) == null;
                    default -> false;
                };
    }

    private boolean canBeMadeUp(Column column) {
        return !checks.mentions(column.name())
                && switch (kind(column)) {
                    case INT, LONG, NUMERIC, TEXT, TIMESTAMP, DATE -> true;
                    default -> false;
                };
    }

    /** A column of few values alone in its key: as many rows as there are values. */
    private boolean fewValues(Set<String> columns) {
        String only = columns.size() == 1 ? columns.iterator().next() : "";
        Column column = table.column(only).orElse(null);
        if (column == null || isReference(only) || iterated != null) {
            return false;
        }
        long values = checks.list(only).size();
        if (SqlType.of(column.type(), snapshot).base() instanceof SqlType.Enumerated labels) {
            values = values == 0 ? labels.labels().size() : values;
        }
        distinct.add(only);
        rows = Math.min(rows, values);
        return values > 0 && value(column) != null;
    }

    /** One row for each parent, or different second parents for one. */
    private boolean byParents(Set<String> columns) {
        List<ForeignKey> within = parents.stream()
                .filter(key -> columns.containsAll(key.columns()))
                .toList();
        if (within.isEmpty() || (iterated != null && !within.contains(iterated))) {
            return false;
        }
        boolean first = iterated == null;
        ForeignKey one = first ? within.get(0) : iterated;
        iterated = one;
        Set<String> covered = new HashSet<>();
        within.forEach(key -> covered.addAll(key.columns()));
        boolean pairs = within.size() == 2 && covered.equals(columns);
        if (first && pairs) {
            mostPerParent = 3;
            distinctPick = within.get(0).equals(one) ? within.get(1) : within.get(0);
        } else if (!(pairs && distinctPick != null && within.contains(distinctPick))) {
            mostPerParent = 1;
        }
        return true;
    }

    private String parameter(ForeignKey key, Set<String> taken) {
        String column = names.accessor(table.name(), key.columns().get(0));
        String stem = JavaText.name(
                column.length() > 2 && column.endsWith("Id") ? column.substring(0, column.length() - 2) : column);
        String name = stem;
        for (int i = 2; taken.contains(name); i++) {
            name = stem + i;
        }
        return name;
    }

    private String annotations(ForeignKey key) {
        boolean required = key.columns().stream()
                .allMatch(c -> table.column(c).map(Column::notNull).orElse(false));
        boolean several = table.foreignKeys().stream()
                        .filter(other -> other.references().equals(key.references()))
                        .count()
                > 1;
        String column = JavaText.quoted(key.columns().get(0));
        boolean chosen = key.equals(iterated) || key.equals(distinctPick);
        String via = !required && !chosen
                ? "@Via(value = " + column + ", nulls = 0.3) @Nullable "
                : several || !required ? "@Via(" + column + ") " : "";
        if (key.equals(iterated)) {
            return (mostPerParent == 1 ? "@Per(1) " : "@Per(min = 1, max = " + mostPerParent + ") ") + via;
        }
        return (key.equals(distinctPick) ? "@Pick(distinct = true) " : "") + via;
    }

    private @Nullable String value(Column column) {
        String name = column.name();
        boolean own = given(column) && (column.defaultExpression() == null || !isConstant(column));
        if (own || column.isGenerated() || isReference(name) || isNull(name)) {
            return null;
        }
        ColumnMeaning meaning = meanings.column(name);
        boolean different = distinct.contains(name);
        boolean plain = meaning.meaning() == Meaning.NONE && checks.list(name).isEmpty() && !different;
        if (plain && (isConstant(column) || (!column.notNull() && !checks.mentions(name)))) {
            return null;
        }
        if (isConstant(column)
                && meaning.meaning() == Meaning.STATUS
                && checks.list(name).isEmpty()
                && kind(column) != ColumnKind.ENUM) {
            return null; // what its values are is not known, but for the default
        }
        String code = new ColumnCode(checks, enumClass(column))
                .of(
                        name,
                        kind(column),
                        base(column),
                        meaning.meaning(),
                        different,
                        table.name().name());
        boolean optional = !column.notNull() && !different && kind(column) != ColumnKind.LONG && meaning.nullRate() > 0;
        return code == null || !optional ? code : code + String.format(Locale.ROOT, ".orNull(%s)", meaning.nullRate());
    }

    /** Whether it has a value without anybody's doing: from a sequence, the server, or a default. */
    private boolean given(Column column) {
        return column.isGenerated()
                || column.identity() != Identity.NONE
                || (column.defaultExpression() != null && !isServersKey(table, column));
    }

    /** Whether only the server knows the value, so that no other row can refer to it. */
    private static boolean isServersKey(Table table, Column column) {
        String text = column.defaultExpression();
        boolean key = table.primaryKey()
                .filter(k -> k.columns().contains(column.name()))
                .isPresent();
        return key
                && text != null
                && text.indexOf('(') >= 0
                && column.sequence() == null
                && !text.startsWith("nextval(")
                && !text.startsWith("gen_random_uuid(")
                && !text.matches("(\\w+\\.)?uuid_generate_v4\\(\\)");
    }

    private static boolean isForeignSequence(Column column) {
        String text = column.defaultExpression();
        return text != null && text.startsWith("nextval(") && column.sequence() == null;
    }

    /** Whether a key of the parent is the server's alone, and nothing here sets it. */
    private boolean isUnknown(ForeignKey key) {
        Table parent = snapshot.table(key.references()).orElseThrow();
        return key.referencedColumns().stream()
                .flatMap(name -> parent.column(name).stream())
                .anyMatch(column -> (isServersKey(parent, column) || isForeignSequence(column))
                        && switch (ColumnKind.of(SqlType.of(column.type(), snapshot))) {
                            case TEXT, UUID -> false;
                            default -> true;
                        });
    }

    /** Whether its default is the same in every row. */
    private static boolean isConstant(Column column) {
        String text = column.defaultExpression();
        return text != null && ((column.sequence() == null && text.indexOf('(') < 0) || text.startsWith("now()"));
    }

    private boolean isReference(String column) {
        return parents.stream().anyMatch(key -> key.columns().contains(column));
    }

    /** Whether it stays NULL. */
    private boolean isNull(String name) {
        Column column = table.column(name).orElseThrow();
        boolean free = !column.notNull() && !given(column) && !isReference(name);
        boolean key = table.foreignKeys().stream().anyMatch(k -> k.columns().contains(name));
        return free
                && (key
                        || checks.leftNull().contains(name)
                        || meanings.column(name).meaning() == Meaning.DELETED_AT
                        || (meanings.column(name).meaning() == Meaning.NONE
                                && checks.list(name).isEmpty()
                                && !distinct.contains(name)));
    }

    private ColumnKind kind(Column column) {
        return ColumnKind.of(SqlType.of(column.type(), snapshot));
    }

    private TypeRef base(Column column) {
        TypeRef type = column.type();
        Map<QName, UserType> types = new HashMap<>();
        snapshot.types().forEach(t -> types.put(t.name(), t));
        while (!type.array() && types.get(type.element()) instanceof UserType.DomainType domain) {
            type = domain.base();
        }
        return type;
    }

    private String enumClass(Column column) {
        return SqlType.of(column.type(), snapshot).base() instanceof SqlType.Enumerated labels
                ? names.enumClass(labels.name())
                : "";
    }
}
