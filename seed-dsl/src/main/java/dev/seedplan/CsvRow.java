package dev.seedplan;

import java.math.BigDecimal;

/** A line of a CSV file with a header. Asking for a column the header does not have is an error that lists those it has. */
public interface CsvRow {

    /** {@return the line's number in the file, from 1: the header is line 1} */
    long line();

    /** {@return whether the cell is empty} */
    boolean isEmpty(String column);

    /** {@return the cell's text, which may be empty} */
    String text(String column);

    /** {@return the cell as an int, strictly: {@code 12abc} is an error with file and line} */
    int integer(String column);

    /** {@return the cell as a number, strictly} */
    BigDecimal number(String column);

    /** {@return the cell as a boolean: {@code true} or {@code false} in any case, strictly} */
    boolean bool(String column);
}
