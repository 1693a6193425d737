package dev.seedplan.spi;

/** How a column's value is held in a row and sent to the server; generated code names it for each column. */
public enum Kind {
    /** Held as 0 or 1. */
    BOOL(true),
    /** Held as a long. */
    INT2(true),
    /** Held as a long. */
    INT4(true),
    /** Held as a long. */
    INT8(true),
    /** {@code oid}, held as a long. */
    OID(true),
    /** Held as the bits of a double. */
    FLOAT4(true),
    /** Held as the bits of a double. */
    FLOAT8(true),
    /** {@link java.math.BigDecimal}. */
    NUMERIC(false),
    /** {@code money}, held as {@link java.math.BigDecimal}. */
    MONEY(false),
    /** text, varchar, char(n), name, citext: {@link String}. */
    TEXT(false),
    /** {@link java.util.UUID}. */
    UUID(false),
    /** {@link java.time.LocalDate}, held as days since 1970-01-01. */
    DATE(true),
    /** {@link java.time.LocalTime}, held as microseconds of the day. */
    TIME(true),
    /** {@link java.time.OffsetTime}. */
    TIMETZ(false),
    /** {@link java.time.LocalDateTime}, held as microseconds since 1970-01-01T00:00. */
    TIMESTAMP(true),
    /** {@link java.time.Instant}, held as microseconds since 1970-01-01T00:00:00Z. */
    TIMESTAMPTZ(true),
    /** {@link java.time.Duration}. */
    INTERVAL(false),
    /** {@code byte[]}. */
    BYTEA(false),
    /** {@code json} as {@link String}. */
    JSON(false),
    /** {@code jsonb} as {@link String}. */
    JSONB(false),
    /** {@code xml} as {@link String}. */
    XML(false),
    /** {@code inet} as {@link String}. */
    INET(false),
    /** {@code cidr} as {@link String}. */
    CIDR(false),
    /** {@code macaddr} as {@link String}. */
    MACADDR(false),
    /** {@code macaddr8} as {@link String}. */
    MACADDR8(false),
    /** {@code bit(n)} as a {@link String} of 0 and 1. */
    BIT(false),
    /** {@code bit varying(n)} as a {@link String} of 0 and 1. */
    VARBIT(false),
    /** An enum, as a generated Java enum that is {@link Labeled}. */
    ENUM(false),
    /** A one-dimensional array, as a {@link java.util.List} of another kind's values. */
    ARRAY(false),
    /** A type without a typed form yet: the column can only be read, and only NULL or its default is sent. */
    UNTYPED(false);

    private final boolean bits;

    Kind(boolean bits) {
        this.bits = bits;
    }

    /** {@return whether a value of this kind is held in 64 bits rather than as an object} */
    public boolean inBits() {
        return bits;
    }
}
