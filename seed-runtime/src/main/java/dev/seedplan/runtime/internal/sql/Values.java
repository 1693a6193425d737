package dev.seedplan.runtime.internal.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Set;

/** What values are, whatever their type is called. */
final class Values {

    static final Set<String> INTEGERS = Set.of("int2", "int4", "int8", "oid");
    static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "oid", "numeric", "float4", "float8");
    static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar", "name", "citext", "unknown");

    private Values() {}

    static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof LocalDateTime time) {
            return time.toString().replace('T', ' ');
        }
        return value.toString();
    }

    static BigDecimal decimal(Object number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        } else if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return number instanceof Double real ? new BigDecimal(real) : BigDecimal.valueOf(((Number) number).longValue());
    }

    static boolean finite(Object number) {
        return !(number instanceof Double real) || Double.isFinite(real);
    }

    static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
