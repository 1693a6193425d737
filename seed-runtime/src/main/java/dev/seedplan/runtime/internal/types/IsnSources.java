package dev.seedplan.runtime.internal.types;

/** Numbers of the extension isn, with the check digit of thirteen-digit article numbers (GS1 General Specifications, 7.9). */
final class IsnSources {

    private IsnSources() {}

    /** Of a range for use inside a company: none of the prefixes that books, music and periodicals have. */
    static String ean(Draws draws) {
        return article("4", draws);
    }

    /** An article number of twelve digits is one of thirteen that begins with zero. */
    static String upc(Draws draws) {
        return article("0", draws).substring(1);
    }

    static String isbn(Draws draws) {
        return article("978", draws);
    }

    static String ismn(Draws draws) {
        return article("9790", draws);
    }

    /** The two digits before the last are a variant, which the eight-digit form cannot tell: always zero. */
    static String issn(Draws draws) {
        return checked("977" + digits(draws, 7) + "00");
    }

    private static String article(String prefix, Draws draws) {
        return checked(prefix + digits(draws, 12 - prefix.length()));
    }

    private static String digits(Draws draws, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(draws.of(i).below(10));
        }
        return text.toString();
    }

    private static String checked(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }
}
