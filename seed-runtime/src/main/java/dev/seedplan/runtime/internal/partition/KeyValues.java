package dev.seedplan.runtime.internal.partition;

import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.internal.types.ValueLine;
import dev.seedplan.runtime.internal.types.ValueSource;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values that a {@link KeyFact} admits. Those of the type's usual magnitude come first, then such within the bounds. */
final class KeyValues {

    private static final int USUAL = 3;
    private static final int ATTEMPTS = 64;
    private static final BigInteger UUIDS = BigInteger.ONE.shiftLeft(128);

    private final SqlType type;
    private final KeyFact fact;
    private final ValueSource usual;

    KeyValues(SqlType type, KeyFact fact, ValueSource usual) {
        this.type = type;
        this.fact = fact;
        this.usual = usual;
    }

    /** {@return a value that is admitted; null for NULL, which is drawn where no value is} */
    @Nullable
    Object draw(Draws draws) {
        List<Object> values = fact.oneOf();
        if (values != null) {
            return values.isEmpty() ? null : values.get((int) draws.below(values.size()));
        }
        boolean text = isText();
        for (int i = 0; i < ATTEMPTS; i++) {
            boolean bounded = i >= USUAL && (fact.from() != null || fact.to() != null || fact.modulus() != 0);
            boolean uncertain = (fact.from() != null || fact.to() != null) && text;
            Object value = bounded || uncertain ? within(draws.of(i)) : usual.at(draws.of(i));
            if (value != null && fact.admits(type, value)) {
                return value;
            }
        }
        // What is excluded covers most of what is near the bounds.
        return scanned();
    }

    private @Nullable Object scanned() {
        ValueLine line = ValueLine.of(type).orElse(null);
        if (line != null) {
            long from = bound(line, fact.from(), line.least());
            for (long i = 0; i <= fact.noneOf().size() + fact.modulus() && from + i <= line.most(); i++) {
                if (fact.admits(type, line.value(from + i))) {
                    return line.value(from + i);
                }
            }
        }
        return fact.nullable() ? null : fact.from();
    }

    private @Nullable Object within(Draws draws) {
        ValueLine line = ValueLine.of(type).orElse(null);
        if (line != null) {
            return onLine(line, draws);
        } else if (type.base() instanceof SqlType.Enumerated labelled) {
            return labelled.labels().get((int) draws.below(labelled.labels().size()));
        } else if (fact.from() instanceof Double || fact.to() instanceof Double) {
            double from = fact.from() == null ? ((Double) nonNull(fact.to())) - 1_000 : (Double) fact.from();
            double to = fact.to() == null ? from + 1_000 : (Double) fact.to();
            return from + draws.unit() * (to - from);
        } else if (fact.from() instanceof UUID || fact.to() instanceof UUID) {
            BigInteger from = fact.from() == null ? BigInteger.ZERO : number((UUID) fact.from());
            BigInteger to = fact.to() == null ? UUIDS : number((UUID) fact.to());
            BigInteger random = unsigned(draws.of(0).bits())
                    .shiftLeft(64)
                    .add(unsigned(draws.of(1).bits()));
            BigInteger value = from.add(random.mod(to.subtract(from)));
            return new UUID(value.shiftRight(64).longValue(), value.longValue());
        } else if (isText()) {
            return text(draws);
        }
        return fact.from();
    }

    private Object onLine(ValueLine line, Draws draws) {
        long least = bound(line, fact.from(), Long.MIN_VALUE);
        long most = bound(line, fact.to(), Long.MAX_VALUE);
        if (least == Long.MIN_VALUE) {
            least = most == Long.MAX_VALUE ? 1 : Math.max(line.least(), most - line.span());
        }
        if (most == Long.MAX_VALUE) {
            long span = Math.max(line.span(), fact.modulus() * 100);
            most = line.most() - least < span ? line.most() : least + span;
        }
        long step = fact.modulus() == 0 ? line.fine() : fact.modulus();
        long first = least + Math.floorMod(fact.remainder() - least, step);
        // Whole seconds, which no declared precision rounds across the bound; unless there is none between the bounds.
        return first >= most && fact.modulus() == 0
                ? line.value(least + draws.below(most - least))
                : line.value(first + step * draws.below(Math.max(1, (most - first + step - 1) / step)));
    }

    private static long bound(ValueLine line, @Nullable Object value, long otherwise) {
        return value == null ? otherwise : line.number(value).orElse(otherwise);
    }

    /** Longer than a text is greater than it, and digits come before letters, in every collation. */
    private String text(Draws draws) {
        String from = (String) fact.from();
        String to = (String) fact.to();
        if (from == null) {
            return to != null && !to.isEmpty() && Character.isLetter(to.charAt(0))
                    ? String.valueOf(draws.below(1_000))
                    : "";
        }
        String longer = from + String.valueOf(usual.at(draws)).replaceAll("[^a-z]", "");
        int limit = type.base() instanceof SqlType.Scalar scalar && scalar.modifier() >= 4 ? scalar.modifier() - 4 : -1;
        boolean tooLong = limit >= 0 && longer.length() > limit;
        return tooLong || (to != null && to.startsWith(from)) ? from : longer;
    }

    private boolean isText() {
        return type.scalar()
                .map(scalar -> scalar.is("text") || scalar.is("varchar") || scalar.is("bpchar") || scalar.is("name"))
                .orElse(false);
    }

    private static BigInteger number(UUID id) {
        return unsigned(id.getMostSignificantBits()).shiftLeft(64).add(unsigned(id.getLeastSignificantBits()));
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    private static Object nonNull(@Nullable Object value) {
        return value == null ? 0.0 : value;
    }
}
