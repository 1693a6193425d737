package dev.seedplan.runtime.internal.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions of arrays. */
final class ArrayFunctions {

    private ArrayFunctions() {}

    static Datum concat(Datum left, Datum right) {
        if (left.value() instanceof List<?> a && right.value() instanceof List<?> b) {
            List<@Nullable Object> all = new ArrayList<>(a);
            all.addAll(b);
            return new Datum(left.type(), all);
        }
        return Datum.UNDECIDED;
    }

    static Datum cardinality(Datum array) {
        return array.value() instanceof List<?> list ? Datum.integer(count(list)) : Datum.UNDECIDED;
    }

    private static long count(List<?> list) {
        long count = 0;
        for (Object item : list) {
            count += item instanceof List<?> inner ? count(inner) : 1;
        }
        return count;
    }

    static Datum length(Datum array, Datum dimension) {
        if (!(array.value() instanceof List<?> list) || !(dimension.value() instanceof Long wanted)) {
            return Datum.UNDECIDED;
        }
        List<?> at = list;
        for (long i = 1; i < wanted; i++) {
            if (at.isEmpty() || !(at.get(0) instanceof List<?> inner)) {
                return new Datum("int4", null);
            }
            at = inner;
        }
        return at.isEmpty() || wanted < 1 ? new Datum("int4", null) : Datum.integer(at.size());
    }

    static Datum dimensions(Datum array) {
        Object at = array.value();
        long dimensions = 0;
        while (at instanceof List<?> list && !list.isEmpty()) {
            dimensions++;
            at = list.get(0);
        }
        return dimensions == 0 ? new Datum("int4", null) : Datum.integer(dimensions);
    }

    static Datum position(Datum array, Datum wanted, Comparison comparison) {
        if (!(array.value() instanceof List<?> list) || !wanted.isDecided()) {
            return array.isNull() ? new Datum("int4", null) : Datum.UNDECIDED;
        }
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            if (item == null || wanted.value() == null) {
                if (item == wanted.value()) {
                    return Datum.integer(i + 1L);
                }
                continue;
            }
            Boolean equal = comparison.equal(new Datum(array.element(), item), wanted);
            if (equal == null) {
                return Datum.UNDECIDED;
            } else if (equal) {
                return Datum.integer(i + 1L);
            }
        }
        return new Datum("int4", null);
    }
}
