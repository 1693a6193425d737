package dev.seedplan.spi;

/**
 * Takes the columns of a row in order, each by a method of its kind. Generated row classes call it in straight lines;
 * the runtime implements it once for COPY and once for previews.
 */
public interface RowWriter {

    /** Takes a {@link Kind#BOOL}. */
    void bool(Slots row, int column);

    /** Takes a {@link Kind#INT2}. */
    void int2(Slots row, int column);

    /** Takes a {@link Kind#INT4}. */
    void int4(Slots row, int column);

    /** Takes a {@link Kind#INT8}. */
    void int8(Slots row, int column);

    /** Takes a {@link Kind#FLOAT4}. */
    void float4(Slots row, int column);

    /** Takes a {@link Kind#FLOAT8}. */
    void float8(Slots row, int column);

    /** Takes a {@link Kind#TEXT}. */
    void text(Slots row, int column);

    /** Takes a {@link Kind#UUID}. */
    void uuid(Slots row, int column);

    /** Takes a {@link Kind#DATE}. */
    void date(Slots row, int column);

    /** Takes a {@link Kind#TIMESTAMP} or {@link Kind#TIMESTAMPTZ}. */
    void timestamp(Slots row, int column);

    /** Takes a {@link Kind#NUMERIC}. */
    void numeric(Slots row, int column);

    /** Takes a {@link Kind#ENUM}. */
    void label(Slots row, int column);

    /** Takes any other kind. */
    void other(Slots row, int column);
}
