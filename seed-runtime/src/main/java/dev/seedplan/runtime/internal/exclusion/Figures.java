package dev.seedplan.runtime.internal.exclusion;

import dev.seedplan.runtime.internal.types.Draws;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;

/** Values without an order that are still apart: figures side by side, single addresses, sets of one element. */
record Figures(String column, long capacity, boolean inPlane, LongFunction<Object> values) implements Placement {

    private static final long IPV4 = 1L << 24;

    /** As far as a double tells integers apart, with a factor for the distance. */
    private static final long PLANE = 1L << 48;

    private static final int PITCH = 10;

    /**
     * {@return figures for the operator {@code &&} over a column}
     *
     * @param column the column
     * @param type by its catalog name
     */
    static Optional<Placement> of(String column, String type) {
        return switch (type) {
            case "box" -> figures(column, PLANE, i -> "(" + (PITCH * i + PITCH / 2) + ",5),(" + PITCH * i + ",0)");
            case "circle" -> figures(column, PLANE, i -> "<(" + (PITCH * i + PITCH / 2) + ",0)," + PITCH / 4 + ">");
            case "polygon" ->
                figures(
                        column,
                        PLANE,
                        i -> "((" + PITCH * i + ",0),(" + (PITCH * i + PITCH / 2) + ",0),(" + PITCH * i + ",5))");
            case "inet" -> figures(column, Long.MAX_VALUE, Figures::address);
            case "cidr" -> figures(column, Long.MAX_VALUE, i -> address(i) + (i < IPV4 ? "/32" : "/128"));
            default -> Optional.empty();
        };
    }

    private static Optional<Placement> figures(String column, long capacity, LongFunction<Object> values) {
        return Optional.of(new Figures(column, capacity, capacity == PLANE, values));
    }

    /** Of the private network 10.0.0.0/8, after its end of fd00::/8. */
    private static String address(long i) {
        if (i < IPV4) {
            return "10." + (i >> 16) + "." + ((i >> 8) & 255) + "." + (i & 255);
        }
        return "fd00::" + Long.toHexString((i >>> 48) & 0xffff) + ":" + Long.toHexString((i >>> 32) & 0xffff) + ":"
                + Long.toHexString((i >>> 16) & 0xffff) + ":" + Long.toHexString(i & 0xffff);
    }

    @Override
    public SortedSet<String> columns() {
        return new TreeSet<>(Set.of(column));
    }

    /** The right edge of all figures; addresses have none. */
    @Override
    public Optional<String> reachSql(String element) {
        return inPlane ? Optional.of("ceil(max(((box(" + element + "))[0])[0]))::text") : Optional.empty();
    }

    @Override
    public OptionalLong beyond(String reach) {
        double right = Double.parseDouble(reach);
        return right >= (double) PLANE * PITCH
                ? OptionalLong.empty()
                : OptionalLong.of(right < 0 ? 0 : (long) right / PITCH + 1);
    }

    @Override
    public SortedMap<String, Object> at(long index, Draws draws) {
        SortedMap<String, Object> one = new TreeMap<>();
        one.put(column, values.apply(index));
        return one;
    }
}
