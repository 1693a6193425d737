package dev.seedplan.runtime.internal.types;

import dev.seedplan.schema.TypeRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;

/** Numbers of a size that people write: 1 to 1,000 in a smallint, 0.01 to 1,000 where there are decimals. */
final class NumberSources {

    /** Digits before the point, where the type leaves room for more. */
    private static final int WHOLE_DIGITS = 3;

    /** Digits after the point, where the type leaves room for more. */
    private static final int DECIMALS = 4;

    /** What a {@code long} holds of any number of that many digits. */
    private static final int LONG_DIGITS = 18;

    private NumberSources() {}

    static Map<String, Function<SqlType.Scalar, ValueSource>> all() {
        return Map.of(
                "bool", type -> draws -> draws.chance(0.5),
                "int2", type -> upTo(1_000),
                "int4", type -> upTo(10_000),
                "int8", type -> upTo(1_000_000),
                "oid", type -> upTo(100_000),
                "float4", type -> draws -> (1 + draws.below(100_000)) / 100.0,
                "float8", type -> draws -> (1 + draws.below(100_000)) / 100.0,
                "money", type -> cents(),
                "numeric", NumberSources::numeric);
    }

    static ValueSource upTo(long most) {
        return draws -> 1 + draws.below(most);
    }

    private static ValueSource cents() {
        return draws -> BigDecimal.valueOf(1 + draws.below(100_000), 2);
    }

    private static ValueSource numeric(SqlType.Scalar type) {
        TypeRef declared = new TypeRef(type.sql(), type.name(), false, type.modifier());
        int precision = declared.precision();
        int scale = declared.scale();
        if (precision < 0) {
            return cents();
        }
        int drawn;
        int digits;
        if (scale >= precision) {
            // Nothing stands before the point, and perhaps zeros must follow it: numeric(2,5) ends at 0.00099.
            drawn = scale;
            digits = precision;
        } else if (scale > 0) {
            drawn = Math.min(scale, DECIMALS);
            digits = Math.min(precision - scale, WHOLE_DIGITS) + drawn;
        } else {
            drawn = scale;
            digits = Math.min(precision, WHOLE_DIGITS);
        }
        long values = BigInteger.TEN.pow(Math.min(digits, LONG_DIGITS)).longValueExact() - 1;
        int stored = Math.max(scale, 0);
        return draws -> BigDecimal.valueOf(1 + draws.below(values), drawn).setScale(stored);
    }
}
