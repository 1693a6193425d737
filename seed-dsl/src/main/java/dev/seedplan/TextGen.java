package dev.seedplan;

import dev.seedplan.spi.TextOut;

/** A source of text that can also write its value as bytes, so that text nobody reads is never a String. */
public interface TextGen extends Gen<String> {

    /** Appends the value at the cell to {@code out}: the same text that {@link #at} gives. */
    void write(Cell cell, TextOut out);

    @Override
    default String at(Cell cell) {
        TextBuilder text = new TextBuilder();
        write(cell, text);
        return text.toString();
    }
}
