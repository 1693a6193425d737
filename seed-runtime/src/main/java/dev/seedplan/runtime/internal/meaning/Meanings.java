package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the columns of a table are about. Immutable. */
public final class Meanings {

    private static final Set<Meaning> SPANS = Set.of(Meaning.START_AT, Meaning.END_AT);
    // A comment longer than this tells a story, from which no single word should be taken.
    private static final int COMMENT_WORDS = 4;

    private final Table table;
    private final Snapshot snapshot;
    private final Map<String, ColumnMeaning> columns = new LinkedHashMap<>();
    private final Map<Meaning, Map<String, ColumnMeaning>> firsts = new EnumMap<>(Meaning.class);

    private Meanings(Table table, Snapshot snapshot, Overrides overrides) {
        this.table = table;
        this.snapshot = snapshot;
        Rules rules = Rules.shared();
        String tableWords = rules.tableWords(table.name().name());
        Set<String> references = new HashSet<>();
        table.foreignKeys().forEach(fk -> references.addAll(fk.columns()));
        List<String> key =
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        Map<String, String> words = new LinkedHashMap<>();
        table.columns().forEach(c -> words.put(c.name(), rules.columnWords(c.name())));
        for (Column column : table.columns()) {
            String own = rules.columnWords(column.name());
            List<String> beside = new ArrayList<>();
            words.forEach((name, w) -> {
                // The row's own key says nothing of another column: a pair x_type, x_id is not (table, key).
                if (!name.equals(column.name()) && !key.contains(name)) {
                    beside.add(w);
                }
            });
            SqlType type = SqlType.of(column.type(), snapshot);
            Overrides.Line line = overrides.first(table.name(), column.name());
            ColumnMeaning meaning;
            if (line != null) {
                meaning = meaning(column, type, line.meaning(), "\"" + line.glob() + "\" says so", own, "", tableWords);
            } else if (references.contains(column.name())) {
                meaning = none(column, type, "it refers to another table");
            } else if (column.isGenerated()) {
                meaning = none(column, type, "the server computes it");
            } else if (column.identity() != Identity.NONE
                    || column.sequence() != null
                    || isNumberedKey(key, column, type)) {
                meaning = none(column, type, "it is the row's key");
            } else {
                meaning = detected(rules, column, type, own, tableWords, beside);
            }
            columns.put(column.name(), meaning);
            firsts.computeIfAbsent(meaning.meaning(), m -> new HashMap<>()).putIfAbsent(meaning.group(), meaning);
        }
    }

    /**
     * {@return the meanings of a table's columns}
     *
     * @param snapshot holds the user's types
     */
    public static Meanings of(Table table, Snapshot snapshot) {
        return of(table, snapshot, Overrides.none());
    }

    /** {@return the meanings of a table's columns, some of them as the user says} */
    public static Meanings of(Table table, Snapshot snapshot, Overrides overrides) {
        return new Meanings(table, snapshot, overrides);
    }

    /** {@return the columns in the order of the table} */
    public List<ColumnMeaning> columns() {
        return List.copyOf(columns.values());
    }

    /**
     * {@return what a column is about}
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public ColumnMeaning column(String name) {
        ColumnMeaning meaning = columns.get(name);
        if (meaning == null) {
            throw new IllegalArgumentException(table.name() + " has no column " + name);
        }
        return meaning;
    }

    Table table() {
        return table;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** {@return the first column of a meaning and group; null where there is none} */
    @Nullable
    ColumnMeaning first(Meaning meaning, String group) {
        Map<String, ColumnMeaning> groups = firsts.get(meaning);
        return groups == null ? null : groups.get(group);
    }

    private ColumnMeaning detected(
            Rules rules, Column column, SqlType type, String words, String tableWords, List<String> beside) {
        TypeClass typeClass = TypeClass.of(type);
        String name = type.base() instanceof SqlType.ArrayOf ? NameWords.lastSingular(words) : words;
        Rules.Hit hit = rules.first(name, tableWords, typeClass, beside);
        if (hit != null) {
            return meaning(column, type, hit.rule().meaning(), hit.rule().words(), name, hit.before(), tableWords);
        }
        if (type instanceof SqlType.Domain domain) {
            String domainWords = rules.columnWords(domain.name().name());
            hit = rules.first(domainWords, tableWords, typeClass, beside);
            if (hit != null) {
                return meaning(
                        column,
                        type,
                        hit.rule().meaning(),
                        "its domain's name: " + hit.rule().words(),
                        domainWords,
                        "",
                        tableWords);
            }
        }
        String comment = column.comment();
        if (comment != null && comment.strip().split("\\s+", -1).length <= COMMENT_WORDS) {
            String commentWords = rules.columnWords(comment);
            hit = rules.first(commentWords, tableWords, typeClass, beside);
            if (hit != null) {
                return meaning(
                        column,
                        type,
                        hit.rule().meaning(),
                        "its comment: " + hit.rule().words(),
                        commentWords,
                        "",
                        tableWords);
            }
        }
        if (typeClass == TypeClass.ENUM) {
            return meaning(column, type, Meaning.KIND, "its type is an enum", name, "", tableWords);
        } else if (typeClass == TypeClass.TEXT && Choices.areListed(column.name(), table)) {
            return meaning(column, type, Meaning.KIND, "a CHECK lists its values", name, "", tableWords);
        }
        return none(column, type, "no rule fits the name");
    }

    private static ColumnMeaning meaning(
            Column column, SqlType type, Meaning meaning, String why, String words, String before, String tableWords) {
        String group;
        if (SPANS.contains(meaning)) {
            group = before;
        } else {
            group = Arrays.stream(words.split(" ", -1))
                    .filter(w -> Vocabulary.shared().isOther(w) && !tableWords.endsWith(w + " "))
                    .limit(1)
                    .collect(Collectors.joining());
        }
        return new ColumnMeaning(
                column.name(), type, meaning, why, column.notNull() ? 0 : Absence.rate(meaning, words), group, words);
    }

    private static ColumnMeaning none(Column column, SqlType type, String why) {
        return meaning(column, type, Meaning.NONE, why, "", "", "");
    }

    private static boolean isNumberedKey(List<String> key, Column column, SqlType type) {
        TypeClass c = TypeClass.of(type);
        return key.equals(List.of(column.name())) && c != TypeClass.TEXT && c != TypeClass.ENUM;
    }

    /** {@return the table's name, for messages} */
    @Override
    public String toString() {
        QName name = table.name();
        return name.schema() + "." + name.name();
    }
}
