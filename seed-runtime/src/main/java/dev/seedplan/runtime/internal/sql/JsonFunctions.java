package dev.seedplan.runtime.internal.sql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operators and functions of json and jsonb. */
final class JsonFunctions {

    private JsonFunctions() {}

    private static @Nullable Object parsed(Datum json) {
        return json.value() instanceof String text && json.type().startsWith("json") ? Json.parse(text) : null;
    }

    static Datum get(Datum left, Datum right, boolean asText) {
        Object json = parsed(left);
        if (json == null) {
            return Datum.UNDECIDED;
        }
        Object found = null;
        if (json instanceof Map<?, ?> map && right.value() instanceof String key) {
            found = map.get(key);
        } else if (json instanceof List<?> list && right.value() instanceof Long index) {
            long at = index < 0 ? index + list.size() : index;
            found = at >= 0 && at < list.size() ? list.get((int) at) : null;
        }
        if (!asText) {
            return new Datum(left.type(), found == null ? null : Json.write(found));
        }
        if (found == null || found == Json.NULL) {
            return new Datum("text", null);
        }
        return new Datum("text", found instanceof String text ? text : Json.write(found));
    }

    static Datum hasKey(Datum left, Datum right) {
        Object json = parsed(left);
        return json == null || !(right.value() instanceof String key) ? Datum.UNDECIDED : Datum.of(has(json, key));
    }

    private static boolean has(Object json, Object key) {
        return json instanceof Map<?, ?> map
                ? map.containsKey(key)
                : json instanceof List<?> list ? list.contains(key) : json.equals(key);
    }

    static Datum hasKeys(Datum left, Datum right, boolean all) {
        Object json = parsed(left);
        if (json == null || !(right.value() instanceof List<?> keys)) {
            return Datum.UNDECIDED;
        }
        return Datum.of(
                all
                        ? keys.stream().allMatch(key -> key == null || has(json, key))
                        : keys.stream().anyMatch(key -> key != null && has(json, key)));
    }

    static Datum contains(String operator, Datum left, Datum right) {
        Object whole = parsed(operator.equals("@>") ? left : right);
        Object part = parsed(operator.equals("@>") ? right : left);
        return whole == null || part == null ? Datum.UNDECIDED : Datum.of(contains(whole, part, true));
    }

    private static boolean contains(Object whole, Object part, boolean top) {
        if (whole instanceof Map<?, ?> map && part instanceof Map<?, ?> wanted) {
            return wanted.entrySet().stream()
                    .allMatch(e -> map.containsKey(e.getKey()) && contains(map.get(e.getKey()), e.getValue(), false));
        } else if (whole instanceof List<?> list && part instanceof List<?> wanted) {
            return wanted.stream().allMatch(p -> list.stream().anyMatch(w -> contains(w, p, false)));
        }
        // At the top an array contains a scalar that is among its elements.
        return whole.equals(part)
                || (top && whole instanceof List<?> list && !(part instanceof Map) && list.contains(part));
    }

    static Datum typeOf(Datum json) {
        Object parsed = parsed(json);
        return parsed == null ? Datum.UNDECIDED : Datum.text(Json.type(parsed));
    }

    /** An array's length; of anything else the server makes an error. */
    static Datum arrayLength(Datum json) {
        return parsed(json) instanceof List<?> list ? Datum.integer(list.size()) : Datum.UNDECIDED;
    }
}
