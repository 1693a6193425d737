package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.LocalizedText;
import dev.seedplan.spi.TextOut;
import org.jspecify.annotations.Nullable;

/**
 * Account numbers of the language's country (British for English) with right check digits, the national ones included;
 * structures from the SWIFT IBAN registry. Banks are random, so few of them exist.
 *
 * @param locale the language, or null for the plan's
 */
public record Iban(@Nullable String locale) implements LocalizedText {

    private static final int FREE_DIGITS = 18;

    @Override
    public Iban in(String language) {
        Languages.index(language);
        return new Iban(language);
    }

    @Override
    public void write(Cell cell, TextOut out) {
        writeNth(cell, cell.below(0, capacity(cell)), out);
    }

    @Override
    public long capacity(Cell cell) {
        return Digits.power(FREE_DIGITS);
    }

    @Override
    public void writeNth(Cell cell, long index, TextOut out) {
        String free = Digits.padded(index, FREE_DIGITS);
        switch (locale != null ? locale : cell.locale()) {
            case "de" -> put("DE", free, out);
            case "fr" -> {
                String account = "300" + free;
                put("FR", account + CheckDigits.rib(account), out);
            }
            case "es" -> {
                String bank = free.substring(0, 8);
                String number = free.substring(8);
                put("ES", bank + CheckDigits.ccc(bank, number) + number, out);
            }
            default -> {
                StringBuilder bank = new StringBuilder();
                for (int i = 0; i < 4; i++) {
                    bank.append((char) ('A' + free.charAt(i) - '0'));
                }
                put("GB", bank + free.substring(4), out);
            }
        }
    }

    private static void put(String country, String account, TextOut out) {
        out.text(country);
        out.text(CheckDigits.iban(country, account));
        out.text(account);
    }
}
