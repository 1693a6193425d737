package dev.seedplan.runtime.internal.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a composite value (record_out in rowtypes.c). */
final class CompositeText {

    private CompositeText() {}

    /**
     * {@return the row of some attributes' values}
     *
     * @param type says the attributes, in order
     * @param values of the attributes, as this package holds values; null for NULL
     */
    static String of(SqlType.Composite type, List<? extends @Nullable Object> values) {
        if (values.size() != type.attributes().size()) {
            throw new IllegalArgumentException(
                    type.sql() + " has " + type.attributes().size() + " attributes, not " + values.size());
        }
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            text.append(i == 0 ? "" : ",");
            if (value != null) {
                String part = ValueText.text(type.attributes().get(i).type(), value);
                text.append(QuotedText.needed(part, "(),") ? QuotedText.doubled(part) : part);
            }
        }
        return text.append(')').toString();
    }
}
