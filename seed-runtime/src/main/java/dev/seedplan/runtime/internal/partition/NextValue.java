package dev.seedplan.runtime.internal.partition;

import dev.seedplan.runtime.internal.types.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A value that is greater than another, by as little as matters. */
final class NextValue {

    /** Of a numeric without a declared scale. */
    private static final int SCALE = 6;

    private NextValue() {}

    /** {@return the next value of a type; empty at its end, or if only the server knows it} */
    static Optional<Object> after(SqlType type, Object value) {
        if (value instanceof Long number) {
            return number == Long.MAX_VALUE ? Optional.empty() : Optional.of(number + 1);
        } else if (value instanceof LocalDate date) {
            return date.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(date.plusDays(1));
        } else if (value instanceof LocalDateTime time) {
            return time.equals(LocalDateTime.MAX) ? Optional.empty() : Optional.of(time.plusNanos(1_000));
        } else if (value instanceof Instant instant) {
            return instant.equals(Instant.MAX) ? Optional.empty() : Optional.of(instant.plusNanos(1_000));
        } else if (value instanceof BigDecimal number) {
            int scale = type.base() instanceof SqlType.Scalar scalar && scalar.modifier() >= 4
                    ? number.scale()
                    : Math.max(SCALE, number.scale());
            return Optional.of(number.add(BigDecimal.ONE.scaleByPowerOfTen(-scale)));
        } else if (value instanceof Double number) {
            return Optional.of(Math.nextUp(number));
        } else if (value instanceof Boolean flag) {
            return flag ? Optional.empty() : Optional.of(true);
        } else if (type.base() instanceof SqlType.Enumerated labelled) {
            List<String> labels = labelled.labels();
            int next = labels.indexOf(value) + 1;
            return next == 0 || next == labels.size() ? Optional.empty() : Optional.of(labels.get(next));
        }
        return Optional.empty();
    }
}
