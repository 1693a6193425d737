package dev.seedplan.content;

import dev.seedplan.CsvRow;
import dev.seedplan.spi.ContentException;
import java.math.BigDecimal;
import java.util.List;

/** A line of a CSV file, for plans that bind no record. */
record CsvLine(CsvHeader header, List<String> cells, long line) implements CsvRow {

    @Override
    public boolean isEmpty(String column) {
        return text(column).isEmpty();
    }

    @Override
    public String text(String column) {
        return cells.get(header.place(column));
    }

    @Override
    public int integer(String column) {
        return as(column, Scalars.INTEGER, Integer.class);
    }

    @Override
    public BigDecimal number(String column) {
        return as(column, Scalars.DECIMAL, BigDecimal.class);
    }

    @Override
    public boolean bool(String column) {
        return as(column, Scalars.BOOLEAN, Boolean.class);
    }

    private <T> T as(String column, ScalarType type, Class<T> wanted) {
        String text = text(column);
        Object value = type.parse(text);
        if (value == null) {
            throw new ContentException(ContentError.WRONG_VALUE.message(
                    header.file() + ":" + line,
                    "column " + Shown.quoted(column) + " is " + (text.isEmpty() ? "empty" : Shown.quoted(text))
                            + ", but was asked for as " + type.wanted()));
        }
        return wanted.cast(value);
    }

    @Override
    public String toString() {
        return header.file() + ":" + line;
    }
}
