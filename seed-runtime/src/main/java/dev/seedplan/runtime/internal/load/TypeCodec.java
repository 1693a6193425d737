package dev.seedplan.runtime.internal.load;

/** How a value of a SQL type is sent in COPY's binary format, without its length. */
interface TypeCodec {

    /**
     * Appends the value.
     *
     * @throws IllegalArgumentException if the type cannot hold it; the message says why
     */
    void encode(Object value, CopyBuffer out);
}
