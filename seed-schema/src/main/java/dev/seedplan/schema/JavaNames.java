package dev.seedplan.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of a schema are called in Java.
 *
 * <table>
 * <caption>Rules</caption>
 * <tr><th>object</th><th>becomes</th></tr>
 * <tr><td>table {@code order_items} of the default schema</td><td>class {@code OrderItemsRow}</td></tr>
 * <tr><td>table {@code auth.users} of another schema</td><td>class {@code AuthUsersRow}</td></tr>
 * <tr><td>enum {@code post_status}</td><td>class {@code PostStatus}</td></tr>
 * <tr><td>label {@code in progress}</td><td>constant {@code IN_PROGRESS}</td></tr>
 * <tr><td>column {@code author_id}</td><td>accessor {@code authorId}</td></tr>
 * </table>
 *
 * <p>Whatever is no letter or digit, {@code $} too, parts words. A name that would begin with a digit gets a leading
 * {@code _}; an accessor that is a keyword or a method of {@link Object} a trailing one; a class named like one of
 * {@code java.lang} or {@code dev.seedplan} the ending {@code Type}.
 *
 * <p>Names that are equal but for case collide, since files and people confuse them. Of those that collide, the one
 * whose SQL name is plainest keeps the Java name (first all lower case with words joined by single underscores, then spelled
 * as in Java; the default schema before others, tables before enums) and each of the others gets six digits of the SHA-256 of its own SQL name:
 * {@code Users_1f0c7aRow}. Where two are equally plain, all get theirs. So a resolved name depends on its own SQL name
 * alone, and an object that collides with nothing is never renamed.
 *
 * <p>May be used by several threads.
 */
public final class JavaNames {

    private final Map<QName, String> rowClasses = new HashMap<>();
    private final Map<QName, String> enumClasses = new HashMap<>();
    private final Map<QName, List<String>> labels = new HashMap<>();
    private final Map<QName, List<String>> columns = new HashMap<>();
    // Filled as they are asked for: of a thousand tables a compiler that compiles one plan needs a few.
    private final Map<QName, Map<String, String>> constants = new ConcurrentHashMap<>();
    private final Map<QName, Map<String, String>> accessors = new ConcurrentHashMap<>();

    private JavaNames(Snapshot snapshot) {
        classes(snapshot);
        for (Table table : snapshot.tables()) {
            columns.put(table.name(), table.columns().stream().map(Column::name).toList());
        }
        for (UserType type : snapshot.types()) {
            if (type instanceof UserType.EnumType enumType) {
                labels.put(type.name(), enumType.labels());
            }
        }
    }

    /**
     * {@return the names for a schema}
     *
     * @param snapshot the schema; every table and enum of it takes part in collisions
     */
    public static JavaNames of(Snapshot snapshot) {
        return new JavaNames(snapshot);
    }

    /**
     * {@return the simple name of a table's row class}
     *
     * @param table the table's qualified name
     * @throws IllegalArgumentException if the snapshot has no such table
     */
    public String rowClass(QName table) {
        return known(rowClasses.get(table), "table " + table);
    }

    /**
     * {@return the simple name of an enum's class}
     *
     * @param type the enum's qualified name
     * @throws IllegalArgumentException if the snapshot has no such enum
     */
    public String enumClass(QName type) {
        return known(enumClasses.get(type), "enum " + type);
    }

    /**
     * {@return the name of a label's constant}
     *
     * @param enumType the enum's qualified name
     * @param label the label as stored in the catalog
     * @throws IllegalArgumentException if the snapshot has no such enum or label
     */
    public String constant(QName enumType, String label) {
        Map<String, String> ofEnum = constants.computeIfAbsent(
                enumType, type -> resolve(labels.getOrDefault(type, List.of()), JavaNames::constantCandidate));
        return known(ofEnum.get(label), "label \"" + label + "\" of the enum " + enumType);
    }

    /**
     * {@return the name of a column's setter and getter}
     *
     * @param table the table's qualified name
     * @param column the column's name as stored in the catalog
     * @throws IllegalArgumentException if the snapshot has no such table or column
     */
    public String accessor(QName table, String column) {
        Map<String, String> ofTable = accessors.computeIfAbsent(
                table, name -> resolve(columns.getOrDefault(name, List.of()), JavaNames::accessorCandidate));
        return known(ofTable.get(column), "column \"" + column + "\" of the table " + table);
    }

    private void classes(Snapshot snapshot) {
        List<NameCandidate> candidates = new ArrayList<>();
        for (Table table : snapshot.tables()) {
            candidates.add(classCandidate(table.name(), snapshot.defaultSchema(), "Row"));
        }
        int tables = candidates.size();
        List<QName> enums = snapshot.types().stream()
                .filter(UserType.EnumType.class::isInstance)
                .map(UserType::name)
                .toList();
        enums.forEach(name -> candidates.add(classCandidate(name, snapshot.defaultSchema(), "")));
        List<String> names = NameCandidate.resolve(candidates);
        for (int i = 0; i < candidates.size(); i++) {
            if (i < tables) {
                rowClasses.put(snapshot.tables().get(i).name(), names.get(i));
            } else {
                enumClasses.put(enums.get(i - tables), names.get(i));
            }
        }
    }

    private static NameCandidate classCandidate(QName name, String defaultSchema, String ending) {
        NameWords words = NameWords.of(name.name());
        boolean prefixed = !name.schema().equals(defaultSchema);
        NameWords prefix = NameWords.of(prefixed ? name.schema() : "");
        boolean row = !ending.isEmpty();
        String stem = words.isEmpty() ? (row ? "Table" : "Type") : words.capitalized();
        stem = NameWords.notDigitFirst(prefix.capitalized() + stem);
        boolean reserved = ReservedNames.isClass(stem + ending);
        boolean plain = words.isCanonical() && (!prefixed || prefix.isCanonical()) && !reserved;
        int rank = plain ? 1 + (row ? 1 : 0) + (prefixed ? 0 : 2) : 0;
        return new NameCandidate(
                name.toString(), stem, "_", ending + (reserved ? "Type" : ""), ending, rank, words.isEmpty());
    }

    private static NameCandidate accessorCandidate(String column) {
        NameWords words = NameWords.of(column);
        String stem = words.isEmpty() ? "column" : NameWords.notDigitFirst(words.camelCase());
        boolean reserved = ReservedNames.isMethod(stem);
        int rank = reserved ? 0 : rank(words, stem);
        return new NameCandidate(column, stem, "_", reserved ? "_" : "", "", rank, words.isEmpty());
    }

    private static NameCandidate constantCandidate(String label) {
        NameWords words = NameWords.of(label);
        String stem = words.isEmpty() ? "VALUE" : NameWords.notDigitFirst(words.upperCase());
        // Two underscores: one could stand in a label's plain name too.
        return new NameCandidate(label, stem, "__", "", "", rank(words, stem), words.isEmpty());
    }

    private static int rank(NameWords words, String stem) {
        return words.isCanonical() ? 2 : words.name().equals(stem) ? 1 : 0;
    }

    private static Map<String, String> resolve(List<String> names, Function<String, NameCandidate> candidate) {
        List<String> resolved =
                NameCandidate.resolve(names.stream().map(candidate).toList());
        Map<String, String> result = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            result.put(names.get(i), resolved.get(i));
        }
        return result;
    }

    private static String known(@Nullable String name, String what) {
        if (name == null) {
            throw new IllegalArgumentException("the snapshot has no " + what);
        }
        return name;
    }
}
