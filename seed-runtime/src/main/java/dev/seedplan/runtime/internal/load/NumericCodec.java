package dev.seedplan.runtime.internal.load;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * {@code numeric} in binary: digits of base 10,000, the weight of the first, a sign and the number of decimal places
 * (numeric_recv in PostgreSQL's numeric.c).
 */
final class NumericCodec implements TypeCodec {

    private static final BigInteger BASE = BigInteger.valueOf(10_000);
    private static final int NEGATIVE = 0x4000;
    private static final int GREATEST_SCALE = 16_383;

    private final int scale;
    private final boolean sized;

    NumericCodec(int precision, int scale) {
        this.scale = scale;
        sized = precision >= 0;
    }

    @Override
    public void encode(Object value, CopyBuffer out) {
        BigDecimal decimal = (BigDecimal) value;
        if (sized) {
            // As the server would: half away from zero.
            decimal = decimal.setScale(scale, RoundingMode.HALF_UP);
        }
        int places = Math.max(0, decimal.scale());
        if (places > GREATEST_SCALE) {
            throw new IllegalArgumentException(
                    "numeric holds at most " + GREATEST_SCALE + " decimal places, not " + places);
        }
        // Whole groups of four decimal places, so that the unscaled value splits into digits of base 10,000.
        int groups = (places + 3) / 4;
        BigInteger unscaled =
                decimal.setScale(groups * 4, RoundingMode.UNNECESSARY).unscaledValue();
        boolean negative = unscaled.signum() < 0;
        short[] digits = digits(unscaled.abs());
        int first = digits.length;
        while (first > 0 && digits[first - 1] == 0) {
            first--;
        }
        int last = 0;
        while (last < first && digits[last] == 0) {
            last++;
        }
        out.int16(first - last);
        out.int16(first == 0 ? 0 : first - 1 - groups);
        out.int16(negative ? NEGATIVE : 0);
        out.int16(places);
        for (int i = first - 1; i >= last; i--) {
            out.int16(digits[i]);
        }
    }

    /** The digits, the least significant first. */
    private static short[] digits(BigInteger number) {
        if (number.bitLength() < 63) {
            short[] digits = new short[5];
            long rest = number.longValueExact();
            for (int i = 0; rest != 0; i++) {
                digits[i] = (short) (rest % 10_000);
                rest /= 10_000;
            }
            return digits;
        }
        short[] digits = new short[number.bitLength() / 13 + 1];
        BigInteger rest = number;
        for (int i = 0; rest.signum() != 0; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits[i] = parts[1].shortValueExact();
            rest = parts[0];
        }
        return digits;
    }
}
