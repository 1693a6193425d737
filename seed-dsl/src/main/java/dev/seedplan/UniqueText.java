package dev.seedplan;

import dev.seedplan.spi.TextOut;

/** A source of distinct texts over a finite domain. */
public interface UniqueText extends TextGen, UniqueGen<String> {

    /** Appends value number {@code index} of the domain to {@code out}: the same text that {@link #nth} gives. */
    void writeNth(Cell cell, long index, TextOut out);

    @Override
    default String nth(Cell cell, long index) {
        TextBuilder text = new TextBuilder();
        writeNth(cell, index, text);
        return text.toString();
    }

    @Override
    default TextGen unique() {
        return new DistinctText(this);
    }
}
