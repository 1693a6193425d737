package dev.seedplan.runtime.internal.sql;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ranges as text: {@code [2024-01-01,2024-02-01)}. */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class RangeText {

    private static final Map<String, String> SUBTYPES = Map.of(
            "int4range", "int4",
            "int8range", "int8",
            "numrange", "numeric",
            "daterange", "date",
            "tsrange", "timestamp",
            "tstzrange", "timestamptz");

    private static final Pattern RANGE = Pattern.compile("([\\[(])\"?([^,\"]*)\"?,\"?([^,\"]*)\"?([\\])])");

    private RangeText() {}

    static @Nullable Datum function(String name, Datum range, Casts casts) {
        String subtype = SUBTYPES.get(range.type());
        if (subtype == null || !(range.value() instanceof String text)) {
            return null;
        }
        boolean empty = text.equals("empty");
        Matcher m = RANGE.matcher(text);
        if (!empty && !m.matches()) {
            return null;
        }
        boolean discrete = subtype.startsWith("int") || subtype.equals("date");
        boolean canonical =
                empty || !discrete || (!m.group(1).equals("(") && m.group(4).equals(")"));
        String low = empty ? "" : m.group(2);
        String high = empty ? "" : m.group(3);
        switch (name) {
            case "isempty":
                return empty ? Datum.TRUE : nonEmpty(subtype, low, high, text, casts);
            case "lower_inf":
                return Datum.of(!empty && low.isEmpty());
            case "upper_inf":
                return Datum.of(!empty && high.isEmpty());
            case "lower_inc":
                return empty || !canonical
                        ? null
                        : Datum.of(!low.isEmpty() && m.group(1).equals("["));
            case "upper_inc":
                return empty || !canonical
                        ? null
                        : Datum.of(!high.isEmpty() && m.group(4).equals("]"));
            default:
                if (!canonical || empty) {
                    return empty ? new Datum(subtype, null) : null;
                }
                String bound = name.equals("lower") ? low : high;
                return bound.isEmpty() ? new Datum(subtype, null) : casts.cast(new Datum("unknown", bound), subtype);
        }
    }

    private static @Nullable Datum nonEmpty(String subtype, String low, String high, String text, Casts casts) {
        if (low.isEmpty() || high.isEmpty()) {
            return Datum.FALSE;
        }
        Object a = casts.cast(new Datum("unknown", low), subtype).value();
        Object b = casts.cast(new Datum("unknown", high), subtype).value();
        boolean closed = text.startsWith("[") && text.endsWith(")");
        return a == null || b == null || !closed ? null : Datum.of(a.equals(b));
    }
}
