package dev.seedplan.schema;

import dev.seedplan.schema.Change.Added;
import dev.seedplan.schema.Change.Altered;
import dev.seedplan.schema.Change.Kind;
import dev.seedplan.schema.Change.Removed;
import dev.seedplan.schema.Change.Renamed;
import dev.seedplan.schema.Change.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What changed from one snapshot to another. */
public final class SnapshotDiff {

    private final List<Change> changes = new ArrayList<>();

    private SnapshotDiff() {}

    /**
     * {@return every difference between two snapshots, kind by kind in the order of the file, what is gone or changed before
     * what is new; empty exactly where the snapshots are equal}
     *
     * @param older the snapshot of before
     * @param newer the snapshot of now
     */
    public static List<Change> between(Snapshot older, Snapshot newer) {
        SnapshotDiff diff = new SnapshotDiff();
        diff.snapshots(older, newer);
        return List.copyOf(diff.changes);
    }

    private void snapshots(Snapshot older, Snapshot newer) {
        Subject whole = new Subject(Kind.SNAPSHOT, "", null);
        alter(whole, "format", older.format(), newer.format());
        alter(whole, "server version", older.serverVersion(), newer.serverVersion());
        alter(whole, "default schema", older.defaultSchema(), newer.defaultSchema());
        new Lists<String>(Kind.SCHEMA, null, s -> s, s -> "").compare(older.schemas(), newer.schemas());
        new Lists<Snapshot.Extension>(Kind.EXTENSION, null, Snapshot.Extension::name, Snapshot.Extension::version)
                .compare(older.extensions(), newer.extensions());
        Lists<UserType> types =
                new Lists<>(Kind.TYPE, null, t -> t.name().toString(), t -> RecordDifference.words(TypeKind.of(t)));
        types.compare(older.types(), newer.types());
        new Lists<Snapshot.Sequence>(Kind.SEQUENCE, null, s -> s.name().toString(), Snapshot.Sequence::type)
                .compare(older.sequences(), newer.sequences());
        new Lists<Snapshot.Function>(
                        Kind.FUNCTION, null, f -> f.name() + "(" + f.arguments() + ")", Snapshot.Function::language)
                .compare(older.functions(), newer.functions());
        tables(older.tables(), newer.tables());
        new Lists<QName>(Kind.VIEW, null, QName::toString, v -> "").compare(older.views(), newer.views());
    }

    private void tables(List<Table> older, List<Table> newer) {
        Map<String, Table> before = byName(older, t -> t.name().toString());
        Map<String, Table> now = byName(newer, t -> t.name().toString());
        Map<Table, Table> renamed = RenameGuess.tables(without(before, now), without(now, before));
        before.forEach((name, table) -> {
            Table same = now.get(name);
            Table heir = renamed.get(table);
            Subject subject = new Subject(Kind.TABLE, name, null);
            if (same != null) {
                table(table, same);
            } else if (heir != null) {
                changes.add(new Renamed(subject, heir.name().toString()));
                table(table, heir);
            } else {
                changes.add(new Removed(subject));
            }
        });
        now.forEach((name, table) -> {
            if (!before.containsKey(name) && !renamed.containsValue(table)) {
                String detail = table.columns().size() + (table.columns().size() == 1 ? " column" : " columns");
                changes.add(new Added(new Subject(Kind.TABLE, name, null), detail));
            }
        });
    }

    private void table(Table older, Table newer) {
        String name = newer.name().toString();
        alterFields(
                new Subject(Kind.TABLE, name, null),
                older,
                newer,
                List.of("name", "columns", "constraints", "indexes", "triggers", "rules", "policies"));
        columns(name, older.columns(), newer.columns());
        new Lists<Constraint>(Kind.CONSTRAINT, name, Constraint::name, Constraint::definition)
                .compare(older.constraints(), newer.constraints());
        new Lists<Index>(Kind.INDEX, name, Index::name, Index::definition).compare(older.indexes(), newer.indexes());
        new Lists<Table.Trigger>(Kind.TRIGGER, name, Table.Trigger::name, Table.Trigger::definition)
                .compare(older.triggers(), newer.triggers());
        new Lists<String>(Kind.RULE, name, r -> r, r -> "").compare(older.rules(), newer.rules());
        new Lists<Table.Policy>(Kind.POLICY, name, Table.Policy::name, Table.Policy::command)
                .compare(older.policies(), newer.policies());
    }

    private void columns(String table, List<Column> older, List<Column> newer) {
        Map<String, Column> before = byName(older, Column::name);
        Map<String, Column> now = byName(newer, Column::name);
        Map<Column, Column> renamed = RenameGuess.columns(without(before, now), without(now, before));
        before.forEach((name, column) -> {
            Column same = now.get(name);
            Column heir = renamed.get(column);
            Subject subject = new Subject(Kind.COLUMN, table, name);
            if (same != null) {
                alterFields(subject, column, same, List.of());
            } else if (heir != null) {
                changes.add(new Renamed(subject, heir.name()));
                alterFields(new Subject(Kind.COLUMN, table, heir.name()), column, heir, List.of("name"));
            } else {
                changes.add(new Removed(subject));
            }
        });
        now.forEach((name, column) -> {
            if (!before.containsKey(name) && !renamed.containsValue(column)) {
                String detail = column.type().sql() + (column.notNull() ? " not null" : "");
                changes.add(new Added(new Subject(Kind.COLUMN, table, name), detail));
            }
        });
        order(table, older, newer, renamed);
    }

    /** Told apart from added and removed columns, which move the others too. */
    private void order(String table, List<Column> older, List<Column> newer, Map<Column, Column> renamed) {
        List<String> names = newer.stream().map(Column::name).toList();
        List<String> before = older.stream()
                .map(c -> renamed.getOrDefault(c, c).name())
                .filter(names::contains)
                .toList();
        List<String> now = names.stream().filter(before::contains).toList();
        alter(new Subject(Kind.TABLE, table, null), "order of columns", before, now);
    }

    private void alterFields(Subject subject, Record older, Record newer, List<String> except) {
        RecordDifference.of(older, newer, except)
                .forEach(d -> changes.add(new Altered(subject, d.aspect(), d.before(), d.after())));
    }

    private void alter(Subject subject, String aspect, Object before, Object after) {
        if (!before.equals(after)) {
            changes.add(new Altered(subject, aspect, RecordDifference.shown(before), RecordDifference.shown(after)));
        }
    }

    private static <T> Map<String, T> byName(List<T> list, Function<T, String> name) {
        Map<String, T> map = new LinkedHashMap<>();
        list.forEach(element -> map.put(name.apply(element), element));
        return map;
    }

    private static <T> List<T> without(Map<String, T> map, Map<String, T> others) {
        return map.entrySet().stream()
                .filter(e -> !others.containsKey(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Compares two lists of things with names. */
    private final class Lists<T> {

        private final Kind kind;
        private final @Nullable String owner;
        private final Function<T, String> name;
        private final Function<T, String> detail;

        Lists(Kind kind, @Nullable String owner, Function<T, String> name, Function<T, String> detail) {
            this.kind = kind;
            this.owner = owner;
            this.name = name;
            this.detail = detail;
        }

        void compare(List<T> older, List<T> newer) {
            Map<String, T> before = byName(older, name);
            Map<String, T> now = byName(newer, name);
            before.forEach((key, element) -> {
                T same = now.get(key);
                if (same == null) {
                    changes.add(new Removed(subject(key)));
                } else if (element instanceof UserType.EnumType was && same instanceof UserType.EnumType is) {
                    labels(was, is);
                } else if (element instanceof Record was && same instanceof Record is) {
                    alterFields(subject(key), was, is, List.of());
                }
            });
            now.forEach((key, element) -> {
                if (!before.containsKey(key)) {
                    changes.add(new Added(subject(key), detail.apply(element)));
                }
            });
        }

        private void labels(UserType.EnumType older, UserType.EnumType newer) {
            String type = newer.name().toString();
            alterFields(subject(type), older, newer, List.of("labels"));
            older.labels().stream()
                    .filter(label -> !newer.labels().contains(label))
                    .forEach(label -> changes.add(new Removed(new Subject(Kind.LABEL, type, label))));
            newer.labels().stream()
                    .filter(label -> !older.labels().contains(label))
                    .forEach(label -> changes.add(new Added(new Subject(Kind.LABEL, type, label), "")));
            alter(
                    subject(type),
                    "order of labels",
                    older.labels().stream().filter(newer.labels()::contains).toList(),
                    newer.labels().stream().filter(older.labels()::contains).toList());
        }

        private Subject subject(String key) {
            return owner == null ? new Subject(kind, key, null) : new Subject(kind, owner, key);
        }
    }
}
