package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.UniqueText;
import dev.seedplan.spi.TextOut;
import java.util.List;

/**
 * A number whose last digit checks the others.
 *
 * @param prefixes how it may begin; all of one length
 * @param digits the free digits after the prefix
 * @param rule how the last digit is made
 */
public record CheckedNumber(List<String> prefixes, int digits, Rule rule) implements UniqueText {

    /** How a check digit is made. */
    public enum Rule {
        /** As on credit cards. */
        LUHN,
        /** As on barcodes. */
        GTIN
    }

    @Override
    public void write(Cell cell, TextOut out) {
        writeNth(cell, cell.below(0, capacity(cell)), out);
    }

    @Override
    public long capacity(Cell cell) {
        return prefixes.size() * Digits.power(digits);
    }

    @Override
    public void writeNth(Cell cell, long index, TextOut out) {
        String number = prefixes.get((int) (index % prefixes.size())) + Digits.padded(index / prefixes.size(), digits);
        out.text(number);
        out.ascii((char) ('0' + (rule == Rule.LUHN ? CheckDigits.luhn(number) : CheckDigits.gtin(number))));
    }
}
