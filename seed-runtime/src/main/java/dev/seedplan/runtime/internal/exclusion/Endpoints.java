package dev.seedplan.runtime.internal.exclusion;

import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.RangeText;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.internal.types.ValueLine;
import dev.seedplan.runtime.internal.types.ValueText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ranges in consecutive slots, written into columns. Times begin a year before the plan's instant and go on without end,
 * numbers begin at 1, times of day at midnight.
 */
final class Endpoints implements Placement {

    private static final String WITHOUT_END = "without end";
    private static final long MINUTE = 60_000_000;
    private static final long QUARTER = 15 * MINUTE;
    private static final long DAY = 24 * 60 * MINUTE;

    private final ValueLine bounds;
    private final ValueLine line;
    private final Slots slots;
    private final List<Column> columns;

    private Endpoints(ValueLine bounds, ValueLine line, Slots slots, List<Column> columns) {
        this.bounds = bounds;
        this.line = line;
        this.slots = slots;
        this.columns = columns;
    }

    /** What a column takes from a range. */
    enum Part {
        /** Its start. */
        FROM,
        /** Its end. */
        TO,
        /** The distance between both. */
        LENGTH,
        /** All of it, in a column of a range type. */
        RANGE,
        /** All of it, as the only range in a column of a multirange type. */
        MULTIRANGE
    }

    /**
     * A column to be written.
     *
     * @param line of its values, of the bounds if it holds ranges; of the start's for a length
     * @param type its type, of the bounds if it holds ranges
     */
    record Column(String name, Part part, ValueLine line, SqlType type) {}

    /**
     * {@return the ranges of some columns}
     *
     * @param bounds the line of the ranges' own bounds
     * @param columns at least one; the first decides on the line
     * @param length the length that all ranges have, in microseconds or units of the first line; 0 for drawn ones
     * @param now the plan's instant
     * @param rows how many rows a group has at most
     */
    static Endpoints of(ValueLine bounds, List<Column> columns, long length, Instant now, long rows) {
        ValueLine line = columns.get(0).line();
        long unit = 1;
        long most = line.most();
        for (Column column : columns) {
            unit = Math.max(unit, unit(line, column.line()));
            // A length has no place: it only has to be as fine as the line.
            most = column.part() == Part.LENGTH ? most : Math.min(most, reach(line, column.line()));
        }
        unit = Math.max(unit, unit(line, bounds));
        most = Math.min(most, reach(line, bounds));
        long usual = Math.max(unit, usual(line));
        Slots slots = Slots.of(origin(line, now), most, usual, unit, rows, length);
        if (slots.capacity() < rows
                && (line.kind() == ValueLine.Kind.NUMBER || line.kind() == ValueLine.Kind.DECIMAL)) {
            slots = Slots.of(-most, most, usual, unit, rows, length);
        }
        return new Endpoints(bounds, line, slots, columns);
    }

    /** A coarser line makes units of several numbers. */
    private static long unit(ValueLine line, ValueLine other) {
        if (other.kind() == ValueLine.Kind.DAY && line.kind() != ValueLine.Kind.DAY) {
            return DAY;
        }
        int scale = line.kind() == ValueLine.Kind.DECIMAL ? line.scale() : 0;
        int otherScale = other.kind() == ValueLine.Kind.DECIMAL ? other.scale() : 0;
        return scale > otherScale ? BigDecimal.TEN.pow(scale - otherScale).longValueExact() : 1;
    }

    private static long reach(ValueLine line, ValueLine other) {
        return other.convert(other.most(), line);
    }

    private static long usual(ValueLine line) {
        return switch (line.kind()) {
            case DAY, NUMBER -> 1;
            case LOCAL_MICROS, MICROS, CLOCK_MICROS -> QUARTER;
            case DECIMAL ->
                line.scale() <= 0
                        ? 1
                        : BigDecimal.TEN.pow(Math.min(12, line.scale())).longValueExact();
        };
    }

    private static long origin(ValueLine line, Instant now) {
        Instant start = now.truncatedTo(ChronoUnit.DAYS).minus(365, ChronoUnit.DAYS);
        return switch (line.kind()) {
            case DAY -> Math.floorDiv(start.getEpochSecond(), DAY / 1_000_000);
            case LOCAL_MICROS, MICROS -> start.getEpochSecond() * 1_000_000;
            case NUMBER -> 1;
            case DECIMAL, CLOCK_MICROS -> 0;
        };
    }

    @Override
    public SortedSet<String> columns() {
        SortedSet<String> names = new TreeSet<>();
        columns.forEach(column -> names.add(column.name()));
        return Collections.unmodifiableSortedSet(names);
    }

    @Override
    public long capacity() {
        return slots.capacity();
    }

    @Override
    public SortedMap<String, Object> at(long index, Draws draws) {
        Slots.Slot slot = slots.at(index, draws);
        SortedMap<String, Object> values = new TreeMap<>();
        columns.forEach(column -> values.put(column.name(), value(column, slot)));
        return values;
    }

    /** A range without an upper bound, or up to infinity, leaves no place after it. */
    @Override
    public Optional<String> reachSql(String element) {
        return Optional.of("CASE WHEN bool_or(upper_inf(" + element + ")) THEN '" + WITHOUT_END + "' ELSE max(upper("
                + element + "))::text END");
    }

    @Override
    public OptionalLong beyond(String reach) {
        if (reach.equals(WITHOUT_END)) {
            return OptionalLong.empty();
        }
        return bounds.number(ValueText.read(bounds.type(), reach))
                .map(number -> slots.after(bounds.convert(number, line)))
                .filter(index -> index < slots.capacity())
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private Object value(Column column, Slots.Slot slot) {
        return switch (column.part()) {
            case FROM -> column.line().value(line.convert(slot.from(), column.line()));
            case TO -> column.line().value(line.convert(slot.to(), column.line()));
            case LENGTH -> length(column, slot.to() - slot.from());
            case RANGE -> range(column, slot);
            case MULTIRANGE -> "{" + range(column, slot) + "}";
        };
    }

    private String range(Column column, Slots.Slot slot) {
        return RangeText.of(
                column.type(),
                column.line().value(line.convert(slot.from(), column.line())),
                column.line().value(line.convert(slot.to(), column.line())),
                false);
    }

    /** Of times an interval; of days and numbers a number. */
    private Object length(Column column, long length) {
        return switch (line.kind()) {
            case LOCAL_MICROS, MICROS, CLOCK_MICROS ->
                length % MINUTE == 0 ? length / MINUTE + " minutes" : length + " microseconds";
            case DAY -> length;
            default -> column.line().value(line.convert(length, column.line()));
        };
    }
}
