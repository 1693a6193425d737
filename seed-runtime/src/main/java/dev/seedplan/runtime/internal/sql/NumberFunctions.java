package dev.seedplan.runtime.internal.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions whose first argument is a number. */
final class NumberFunctions {

    static final Set<String> KNOWN = Set.of("abs", "mod", "floor", "ceil", "ceiling", "round", "trunc", "sign");

    private NumberFunctions() {}

    static @Nullable Datum call(String name, List<Datum> args, String type) {
        Object value = args.get(0).value();
        if (value == null || !Values.finite(value) || !KNOWN.contains(name)) {
            return null;
        } else if (name.equals("mod")) {
            Object by = args.get(1).value();
            return value instanceof Long a && by instanceof Long b
                    ? new Datum(args.get(1).type().equals("int8") ? "int8" : type, a % b)
                    : by == null || value instanceof Double || by instanceof Double
                            ? null
                            : new Datum("numeric", Values.decimal(value).remainder(Values.decimal(by)));
        } else if (name.equals("abs")) {
            return value instanceof Long n
                    ? new Datum(type, Math.absExact(n))
                    : value instanceof Double d
                            ? new Datum(type, Math.abs(d))
                            : new Datum(type, Values.decimal(value).abs());
        } else if (value instanceof Double real) {
            return args.size() > 1 ? null : real(name, real);
        }
        BigDecimal number = Values.decimal(value);
        int scale = args.size() > 1 && args.get(1).value() instanceof Long digits ? digits.intValue() : 0;
        return switch (name) {
            case "floor" -> new Datum("numeric", number.setScale(0, RoundingMode.FLOOR));
            case "ceil", "ceiling" -> new Datum("numeric", number.setScale(0, RoundingMode.CEILING));
            case "round" -> new Datum("numeric", number.setScale(scale, RoundingMode.HALF_UP));
            case "trunc" -> new Datum("numeric", number.setScale(scale, RoundingMode.DOWN));
            default -> new Datum("numeric", BigDecimal.valueOf(number.signum()));
        };
    }

    private static @Nullable Datum real(String name, double real) {
        return switch (name) {
            case "floor" -> new Datum("float8", Math.floor(real));
            case "ceil", "ceiling" -> new Datum("float8", Math.ceil(real));
            case "round" -> new Datum("float8", Math.rint(real));
            case "trunc" -> new Datum("float8", real < 0 ? Math.ceil(real) : Math.floor(real));
            default -> null;
        };
    }
}
