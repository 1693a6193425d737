package dev.seedplan.internal;

/** Check digits. */
public final class CheckDigits {

    private CheckDigits() {}

    /** {@return the last digit of a number by the method of H. P. Luhn (ISO/IEC 7812-1, annex B)} */
    static int luhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }

    /** {@return the last digit of a GTIN (GS1 General Specifications, section 7.9): EAN-8, EAN-13, ISBN-13} */
    static int gtin(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    /**
     * {@return the two check digits of an IBAN by ISO 13616 (ISO/IEC 7064, MOD 97-10)}
     *
     * @param country two letters
     * @param account what follows the check digits: letters A to Z and digits
     */
    static String iban(String country, CharSequence account) {
        int rest = mod97(mod97(mod97(0, account), country), "00");
        int check = 98 - rest;
        return check < 10 ? "0" + check : String.valueOf(check);
    }

    private static int mod97(int start, CharSequence text) {
        int rest = start;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            rest = c <= '9' ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        }
        return rest;
    }

    /** {@return the key of a French account number (RIB) of 5 + 5 + 11 digits, by the rules of the CFONB} */
    static String rib(String account) {
        long bank = Long.parseLong(account.substring(0, 5));
        long branch = Long.parseLong(account.substring(5, 10));
        long number = Long.parseLong(account.substring(10));
        long key = 97 - (89 * bank + 15 * branch + 3 * number) % 97;
        return key < 10 ? "0" + key : String.valueOf(key);
    }

    /** {@return the two control digits of a Spanish account number (CCC) of 4 + 4 and of 10 digits} */
    static String ccc(String bankAndBranch, String number) {
        return "" + mod11("00" + bankAndBranch) + mod11(number);
    }

    private static int mod11(String digits) {
        int sum = 0;
        for (int i = 0, weight = 1; i < 10; i++, weight = weight * 2 % 11) {
            sum += (digits.charAt(i) - '0') * weight;
        }
        int control = 11 - sum % 11;
        return control == 11 ? 0 : control == 10 ? 1 : control;
    }
}
