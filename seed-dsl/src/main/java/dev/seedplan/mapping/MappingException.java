package dev.seedplan.mapping;

import java.io.Serial;

/** A value that a mapping refuses, on its way to whoever knows what becomes of the row. */
public final class MappingException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String field;
    private final boolean skipsRow;

    private MappingException(String field, String what, boolean skipsRow) {
        // Malformed content is not exceptional, and nobody looks at where it was found.
        super(what, null, false, false);
        this.field = field;
        this.skipsRow = skipsRow;
    }

    /**
     * {@return that the value of a field cannot be used}
     *
     * @param field the field; empty where the value is no field's
     * @param what what is wrong, without a full stop
     */
    static MappingException of(String field, String what) {
        return new MappingException(field, what, false);
    }

    /** {@return the same, complete with file and column, and with what becomes of the row} */
    MappingException at(String where, String column, boolean skip) {
        return new MappingException(field, where + ": column " + column + ": " + what(), skip);
    }

    /** {@return the field; empty where the value is no field's} */
    String field() {
        return field;
    }

    /** {@return what is wrong, without a full stop} */
    public String what() {
        String message = getMessage();
        return message == null ? "the value cannot be used" : message;
    }

    /** {@return whether the row is to be left out, rather than the run stopped} */
    public boolean skipsRow() {
        return skipsRow;
    }
}
