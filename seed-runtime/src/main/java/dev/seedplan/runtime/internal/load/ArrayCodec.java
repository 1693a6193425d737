package dev.seedplan.runtime.internal.load;

import java.util.List;

/** A one-dimensional array in binary (array_recv in PostgreSQL's arrayfuncs.c). */
final class ArrayCodec implements TypeCodec {

    private final TypeCodec element;
    private final int elementOid;

    ArrayCodec(TypeCodec element, int elementOid) {
        this.element = element;
        this.elementOid = elementOid;
    }

    @Override
    public void encode(Object value, CopyBuffer out) {
        List<?> list = (List<?>) value;
        boolean nulls = false;
        for (Object each : list) {
            nulls |= each == null;
        }
        out.int32(list.isEmpty() ? 0 : 1);
        out.int32(nulls ? 1 : 0);
        out.int32(elementOid);
        if (list.isEmpty()) {
            return;
        }
        out.int32(list.size());
        out.int32(1);
        for (Object each : list) {
            if (each == null) {
                out.nullField();
            } else {
                int start = out.startField();
                element.encode(each, out);
                out.endField(start);
            }
        }
    }
}
