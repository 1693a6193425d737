package dev.seedplan.internal;

/** Decimal digits. */
final class Digits {

    private Digits() {}

    /** {@return 10 to the power of {@code digits}, which is at most 18} */
    static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }

    /** {@return a number in exactly {@code width} digits} */
    static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }
}
