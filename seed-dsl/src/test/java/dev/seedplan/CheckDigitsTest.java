package dev.seedplan;

import static dev.seedplan.Values.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks numbers as a reader of them would, from the other end than they are made. */
class CheckDigitsTest {

    private static final int ROWS = 2_000;

    @Test
    void cardNumbersPassLuhnsTest() {
        assertThat(luhnSum("4111111111111111") % 10)
                .as("a published test number")
                .isZero();
        List<String> cards = Cells.values(Cells.in("en"), ROWS, creditCardNumber()::at);
        assertThat(cards)
                .allMatch(card -> card.matches("(411111|424242|400000|555555)\\d{10}") && luhnSum(card) % 10 == 0);
    }

    @Test
    void barcodesPassTheGtinTest() {
        assertThat(gtinSum("4006381333931") % 10).as("a published example").isZero();
        assertThat(Cells.values(Cells.in("en"), ROWS, ean13()::at))
                .allMatch(code -> code.matches("2\\d{12}") && gtinSum(code) % 10 == 0);
        assertThat(Cells.values(Cells.in("en"), ROWS, ean8()::at))
                .allMatch(code -> code.matches("2\\d{7}") && gtinSum(code) % 10 == 0);
        assertThat(Cells.values(Cells.in("en"), ROWS, isbn13()::at))
                .allMatch(code -> code.matches("978\\d{10}") && gtinSum(code) % 10 == 0);
    }

    @Test
    void accountNumbersPassTheIbanTest() {
        assertThat(List.of(
                        "GB29NWBK60161331926819",
                        "DE89370400440532013000",
                        "FR1420041010050500013M02606",
                        "ES9121000418450200051332"))
                .as("the registry's examples")
                .allMatch(CheckDigitsTest::isIban);
        assertThat(Cells.values(Cells.in("en"), ROWS, iban()::at))
                .allMatch(iban -> iban.matches("GB\\d{2}[A-Z]{4}\\d{14}") && isIban(iban));
        assertThat(Cells.values(Cells.in("de"), ROWS, iban()::at))
                .allMatch(iban -> iban.matches("DE\\d{20}") && isIban(iban));
        assertThat(Cells.values(Cells.in("fr"), ROWS, iban()::at))
                .allMatch(iban -> iban.matches("FR\\d{25}") && isIban(iban));
        assertThat(Cells.values(Cells.in("es"), ROWS, iban()::at))
                .allMatch(iban -> iban.matches("ES\\d{22}") && isIban(iban));
    }

    @Test
    void frenchAccountNumbersHaveTheirKey() {
        // The whole account number with its key is divisible by 97.
        assertThat(Cells.values(Cells.in("de"), ROWS, iban().in("fr")::at))
                .allMatch(iban -> new BigInteger(iban.substring(4))
                                .mod(BigInteger.valueOf(97))
                                .signum()
                        == 0);
    }

    @Test
    void spanishAccountNumbersHaveTheirControlDigits() {
        assertThat(hasControlDigits("ES9121000418450200051332"))
                .as("the registry's example")
                .isTrue();
        assertThat(Cells.values(Cells.in("es"), ROWS, iban()::at)).allMatch(CheckDigitsTest::hasControlDigits);
    }

    private static boolean isIban(String iban) {
        StringBuilder digits = new StringBuilder();
        for (char c : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
            digits.append(Character.digit(c, 36));
        }
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    private static boolean hasControlDigits(String iban) {
        int[] weights = {1, 2, 4, 8, 5, 10, 9, 7, 3, 6};
        String bank = "00" + iban.substring(4, 12);
        String number = iban.substring(14);
        return control(bank, weights) == iban.charAt(12) - '0' && control(number, weights) == iban.charAt(13) - '0';
    }

    private static int control(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return switch (sum % 11) {
            case 0 -> 0;
            case 1 -> 1;
            default -> 11 - sum % 11;
        };
    }

    private static int luhnSum(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(i) - '0';
            boolean twice = (number.length() - i) % 2 == 0;
            sum += twice ? digit / 5 + digit * 2 % 10 : digit;
        }
        return sum;
    }

    private static int gtinSum(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            sum += (number.charAt(i) - '0') * ((number.length() - i) % 2 == 0 ? 3 : 1);
        }
        return sum;
    }
}
