package dev.seedplan.mapping;

import dev.seedplan.Cell;
import dev.seedplan.Gen;
import dev.seedplan.OptionalGen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A column that a line of a mapping sets: the expression, what its value has to be, and what becomes of a value that is
 * not. Made anew for each row.
 *
 * @param <T> the column's type
 */
public final class MappedColumn<T> {

    private record Test<T>(Predicate<T> test, String said) {}

    private final MappingHost host;
    private final String name;
    private final String field;
    private final Formula<T> formula;
    private final List<Test<T>> tests = new ArrayList<>(0);
    private @Nullable Formula<T> otherwise;
    private boolean skips;

    MappedColumn(MappingHost host, String name, String field, Formula<T> formula) {
        this.host = host;
        this.name = name;
        this.field = field;
        this.formula = formula;
    }

    /** {@return this column, whose value passes a test; NULL passes all} */
    public MappedColumn<T> where(Predicate<T> test, String said) {
        tests.add(new Test<>(test, said));
        return this;
    }

    /** {@return this column, whose value is a whole number between two} */
    public MappedColumn<T> within(long least, long most) {
        return where(
                value -> !(value instanceof Number number)
                        || (number.longValue() >= least && number.longValue() <= most),
                "a number from " + least + " to " + most);
    }

    /** {@return this column, whose value has at most so many digits; digits behind the point beyond the scale are rounded} */
    public MappedColumn<T> digits(int precision, int scale) {
        return where(
                value -> !(value instanceof BigDecimal number)
                        || number.setScale(scale, RoundingMode.HALF_UP).precision() <= Math.max(precision, 1)
                        || number.signum() == 0,
                "a number of at most " + precision + " digits, " + scale + " of them behind the point");
    }

    /** {@return this column, whose row is left out where the value cannot be used} */
    public MappedColumn<T> orSkip() {
        skips = true;
        return this;
    }

    /** {@return this column, with what is taken where the value cannot be used} */
    public MappedColumn<T> orElse(Formula<T> other) {
        otherwise = other;
        return this;
    }

    /** {@return the value of a column that is NOT NULL} */
    public Gen<T> required() {
        return cell -> {
            T value = value(cell, true);
            if (value == null) {
                throw new IllegalStateException(name + " is NULL after its test");
            }
            return value;
        };
    }

    /** {@return the value of a column that may be NULL} */
    public OptionalGen<T> optional() {
        return cell -> value(cell, false);
    }

    private @Nullable T value(Cell cell, boolean required) {
        try {
            return tested(formula, cell, required);
        } catch (MappingException e) {
            Formula<T> other = otherwise;
            if (other == null) {
                throw e.at(host.where(e.field()), host.describe(name), skips);
            }
            try {
                return tested(other, cell, required);
            } catch (MappingException second) {
                throw second.at(host.where(second.field()), host.describe(name), false);
            }
        }
    }

    private @Nullable T tested(Formula<T> from, Cell cell, boolean required) {
        T value = from.at(cell);
        if (value == null) {
            if (required) {
                throw MappingException.of(field, "there is no value, and the column is NOT NULL; give one with \"|\"");
            }
            return null;
        }
        if (value instanceof String text) {
            int most = cell.maxLength();
            int length = most < 0 || text.length() <= most ? 0 : text.codePointCount(0, text.length());
            if (most >= 0 && length > most) {
                throw MappingException.of(
                        field,
                        Conversions.shown(text) + " has " + length + " characters, and the column takes " + most
                                + "; cut it with truncate(…, " + most + ")");
            }
            if (text.indexOf('\0') >= 0) {
                throw MappingException.of(field, "the text holds the character U+0000, which PostgreSQL cannot store");
            }
        }
        for (Test<T> test : tests) {
            if (!test.test.test(value)) {
                throw MappingException.of(field, Conversions.shown(value) + " is not " + test.said);
            }
        }
        String broken = host.broken(name, value);
        if (broken != null) {
            throw MappingException.of(field, Conversions.shown(value) + " breaks the check " + broken);
        }
        return value;
    }
}
