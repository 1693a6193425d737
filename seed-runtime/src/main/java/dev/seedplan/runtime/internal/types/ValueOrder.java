package dev.seedplan.runtime.internal.types;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The order PostgreSQL gives to the values of a type, where it does not depend on a collation or an operator class. */
public final class ValueOrder {

    private ValueOrder() {}

    /**
     * {@return the order of a type's values, empty if only the server knows it}
     *
     * @param type domains are looked through
     */
    public static Optional<Comparator<Object>> of(SqlType type) {
        SqlType base = type.base();
        if (base instanceof SqlType.Enumerated labelled) {
            List<String> labels = labelled.labels();
            return Optional.of(Comparator.comparingInt(label -> labels.indexOf((String) label)));
        }
        if (base instanceof SqlType.Scalar scalar && scalar.name().schema().equals("pg_catalog")) {
            return builtIn(scalar.name().name());
        }
        return Optional.empty();
    }

    private static Optional<Comparator<Object>> builtIn(String name) {
        return switch (name) {
            case "bool",
                    "int2",
                    "int4",
                    "int8",
                    "oid",
                    "float4",
                    "float8",
                    "numeric",
                    "money",
                    "date",
                    "timestamp",
                    "timestamptz",
                    "time" -> Optional.of(ValueOrder::natural);
            // UUID.compareTo takes the halves as signed numbers.
            case "uuid" ->
                Optional.of((a, b) -> {
                    int high = Long.compareUnsigned(
                            ((UUID) a).getMostSignificantBits(), ((UUID) b).getMostSignificantBits());
                    return high != 0
                            ? high
                            : Long.compareUnsigned(
                                    ((UUID) a).getLeastSignificantBits(), ((UUID) b).getLeastSignificantBits());
                });
            case "bytea" -> Optional.of((a, b) -> Arrays.compareUnsigned((byte[]) a, (byte[]) b));
            default -> Optional.empty();
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Values of one type are of one class.
    private static int natural(Object a, Object b) {
        return ((Comparable) a).compareTo(b);
    }
}
