package dev.seedplan.runtime.internal.exclusion;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.internal.definition.DefinitionText;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.internal.types.TypeValues;
import dev.seedplan.runtime.internal.types.ValueSource;
import dev.seedplan.runtime.internal.types.ValueText;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How an exclusion constraint is met by construction.
 *
 * <p>A group is a set of rows with the same values of {@link #equal()}. Rows of one group get different indexes; whoever does not
 * know the groups may take the whole table for one, with the row's ordinal for the index, which meets several constraints over
 * the same columns at once. Rows outside the {@link #predicate()} may be given values too, and need not.
 */
public final class ExclusionRule {

    private static final long SAME_FOR_GROUP = 0x657863;

    private final Constraint.Exclusion constraint;
    private final ExclusionDefinition definition;
    private final Kind kind;
    private final @Nullable Placement placement;
    private final String governed;

    private ExclusionRule(
            Constraint.Exclusion constraint,
            ExclusionDefinition definition,
            Kind kind,
            @Nullable Placement placement,
            String governed) {
        this.governed = governed;
        this.constraint = constraint;
        this.definition = definition;
        this.kind = kind;
        this.placement = placement;
    }

    /** What keeps rows from clashing. */
    public enum Kind {
        /** Values of {@link #columns()} that overlap none of the group's other rows. */
        APART,
        /** The same values of {@link #columns()} for all rows of a group: what clashes is a difference. */
        ALIKE,
        /** No two rows equal in {@link #equal()}: a unique key in another form. NULLs are distinct. */
        UNIQUE,
        /** Nothing that is known here, see {@link #reason()}; a unique {@link #equal()}, unless empty, would do. */
        UNKNOWN
    }

    /**
     * {@return the rule of a constraint}
     *
     * @param constraint one of the table's
     * @param table the table
     * @param snapshot holds the types
     * @param now the plan's instant, near which times are placed
     * @param rows how many rows one group has at most; the distances are chosen so that they find room
     */
    public static ExclusionRule of(
            Constraint.Exclusion constraint, Table table, Snapshot snapshot, Instant now, long rows) {
        ExclusionDefinition definition = ExclusionDefinition.parse(constraint.definition());
        RangeElement reader = new RangeElement(table, snapshot, now, rows);
        for (ExclusionDefinition.Element element : definition.elements()) {
            if (element.operator().equals("&&") || element.operator().equals("-|-")) {
                Placement placement = reader.placement(element.sql()).orElse(null);
                if (placement != null) {
                    return new ExclusionRule(constraint, definition, Kind.APART, placement, element.sql());
                }
            }
        }
        for (ExclusionDefinition.Element element : definition.elements()) {
            Optional<String> name = DefinitionText.name(element.sql());
            SqlType type = name.flatMap(table::column)
                    .map(column -> SqlType.of(column.type(), snapshot))
                    .orElse(null);
            if (element.operator().equals("<>") && type != null) {
                Placement alike =
                        Alike.of(name.get(), type, new TypeValues(now)).orElse(null);
                if (alike != null) {
                    return new ExclusionRule(constraint, definition, Kind.ALIKE, alike, element.sql());
                }
            }
        }
        boolean unique = definition.elements().stream().allMatch(ExclusionDefinition.Element::isEquality);
        return new ExclusionRule(constraint, definition, unique ? Kind.UNIQUE : Kind.UNKNOWN, null, "");
    }

    /** {@return the constraint} */
    public Constraint.Exclusion constraint() {
        return constraint;
    }

    /** {@return what keeps rows from clashing} */
    public Kind kind() {
        return kind;
    }

    /** {@return the expressions whose values are compared with equality, as SQL; columns by their quoted names} */
    public List<String> equal() {
        return definition.elements().stream()
                .filter(ExclusionDefinition.Element::isEquality)
                .map(ExclusionDefinition.Element::sql)
                .toList();
    }

    /** {@return the columns among {@link #equal()}; empty if one of them is an expression} */
    public Optional<List<String>> equalColumns() {
        List<Optional<String>> names =
                equal().stream().map(DefinitionText::name).toList();
        return names.stream().allMatch(Optional::isPresent)
                ? Optional.of(names.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    /** {@return the condition of the rows that the constraint is about, as SQL; empty for all rows} */
    public Optional<String> predicate() {
        return definition.predicate();
    }

    /** {@return the columns that {@link #values} gives; none of them may be NULL or set otherwise} */
    public SortedSet<String> columns() {
        return placement == null ? Collections.emptySortedSet() : placement.columns();
    }

    /** {@return how many rows a group can have} */
    public long capacity() {
        return kind == Kind.UNIQUE ? 1 : placement == null ? 0 : placement.capacity();
    }

    /**
     * {@return the values of {@link #columns()} for a row, as package {@code types} holds values; empty for a rule without}
     *
     * @param group the number of the row's group; 0 where groups are not known
     * @param index the row's number in the group, 0 (included) to {@link #capacity()} (excluded)
     * @param draws the row's
     */
    public SortedMap<String, Object> values(long group, long index, Draws draws) {
        if (placement == null) {
            return Collections.emptySortedMap();
        }
        if (index < 0 || index >= placement.capacity()) {
            throw new IllegalArgumentException(
                    "a group has room for " + placement.capacity() + " rows, and none of index " + index);
        }
        return kind == Kind.ALIKE
                ? placement.at(0, new Draws(SAME_FOR_GROUP).of(group))
                : placement.at(index, draws.of(constraint.name()));
    }

    /**
     * {@return the first index that is apart from all rows the table already has, whatever their groups; empty if none is, or
     * none can be told: rows without an end, addresses, and values that must be alike}
     *
     * @param connection to the database, under {@link ValueText#SETTINGS}
     * @param table the constraint's
     * @throws SQLException if the server refuses the question
     */
    public OptionalLong firstFree(Connection connection, QName table) throws SQLException {
        if (placement == null) {
            return OptionalLong.of(0);
        }
        String reach = placement.reachSql(governed).orElse("NULL");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*), " + reach + " FROM "
                        + Sql.quote(table.schema()) + "." + Sql.quote(table.name()))) {
            row.next();
            String reached = row.getString(2);
            if (row.getLong(1) == 0) {
                return OptionalLong.of(0);
            }
            return reached == null ? OptionalLong.empty() : placement.beyond(reached);
        }
    }

    /** {@return why rows cannot be kept from clashing here; empty if they can} */
    public Optional<String> reason() {
        return kind == Kind.UNKNOWN
                ? Optional.of("no rule is known that keeps rows apart under the constraint \"" + constraint.name()
                        + "\": " + constraint.definition())
                : Optional.empty();
    }

    /** One value for a whole group. */
    private record Alike(String column, ValueSource source) implements Placement {

        static Optional<Placement> of(String column, SqlType type, TypeValues values) {
            return values.source(type).map(source -> new Alike(column, source));
        }

        @Override
        public SortedSet<String> columns() {
            return new TreeSet<>(List.of(column));
        }

        @Override
        public Optional<String> reachSql(String element) {
            return Optional.empty();
        }

        @Override
        public OptionalLong beyond(String reach) {
            return OptionalLong.empty();
        }

        @Override
        public long capacity() {
            return Long.MAX_VALUE;
        }

        @Override
        public SortedMap<String, Object> at(long index, Draws draws) {
            SortedMap<String, Object> one = new TreeMap<>();
            one.put(column, source.at(draws));
            return one;
        }
    }
}
