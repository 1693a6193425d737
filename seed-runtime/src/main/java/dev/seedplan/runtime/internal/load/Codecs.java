package dev.seedplan.runtime.internal.load;

import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Labeled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The codec of each kind, for values that are objects. */
final class Codecs {

    /** Days from 1970-01-01 to 2000-01-01, where PostgreSQL's dates begin. */
    static final int EPOCH_DAYS = 10_957;

    /** Microseconds from 1970-01-01 to 2000-01-01, where PostgreSQL's timestamps begin. */
    static final long EPOCH_MICROS = EPOCH_DAYS * 86_400_000_000L;

    private Codecs() {}

    static TypeCodec of(ColumnSpec column, int elementOid) {
        Kind element = column.element();
        if (column.kind() == Kind.ARRAY && element != null) {
            return new ArrayCodec(of(element, column), elementOid);
        }
        return of(column.kind(), column);
    }

    private static TypeCodec of(Kind kind, ColumnSpec column) {
        return switch (kind) {
            case BOOL -> (value, out) -> out.int8((Boolean) value ? 1 : 0);
            case INT2 -> (value, out) -> out.int16(int16(((Number) value).longValue()));
            case INT4 -> (value, out) -> out.int32(Math.toIntExact(((Number) value).longValue()));
            case INT8 -> (value, out) -> out.int64(((Number) value).longValue());
            case OID -> (value, out) -> out.int32((int) ((Number) value).longValue());
            case FLOAT4 -> (value, out) -> out.int32(Float.floatToIntBits(((Number) value).floatValue()));
            case FLOAT8 -> (value, out) -> out.int64(Double.doubleToLongBits(((Number) value).doubleValue()));
            case NUMERIC -> new NumericCodec(column.precision(), column.scale());
            case MONEY ->
                (value, out) -> out.int64(((BigDecimal) value)
                        .setScale(2, RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact());
            case TEXT, JSON, XML -> (value, out) -> out.text((String) value);
            case JSONB ->
                (value, out) -> {
                    out.int8(1); // the version of jsonb's binary form
                    out.text((String) value);
                };
            case UUID ->
                (value, out) -> {
                    out.int64(((UUID) value).getMostSignificantBits());
                    out.int64(((UUID) value).getLeastSignificantBits());
                };
            case DATE -> (value, out) -> out.int32(date(((LocalDate) value).toEpochDay()));
            case TIME -> (value, out) -> out.int64(((LocalTime) value).toNanoOfDay() / 1_000);
            case TIMETZ ->
                (value, out) -> {
                    out.int64(((OffsetTime) value).toLocalTime().toNanoOfDay() / 1_000);
                    out.int32(-((OffsetTime) value).getOffset().getTotalSeconds());
                };
            case TIMESTAMP ->
                (value, out) -> out.int64(micros(((LocalDateTime) value).toInstant(ZoneOffset.UTC)) - EPOCH_MICROS);
            case TIMESTAMPTZ -> (value, out) -> out.int64(micros((Instant) value) - EPOCH_MICROS);
            case INTERVAL ->
                (value, out) -> {
                    Duration duration = (Duration) value;
                    out.int64(duration.toNanos() / 1_000);
                    out.int32(0);
                    out.int32(0);
                };
            case BYTEA -> (value, out) -> out.raw((byte[]) value);
            case INET -> new NetworkCodec(false);
            case CIDR -> new NetworkCodec(true);
            case MACADDR, MACADDR8 -> Codecs::mac;
            case BIT, VARBIT -> Codecs::bits;
            case ENUM -> (value, out) -> out.text(((Labeled) value).label());
            case ARRAY, UNTYPED ->
                (value, out) -> {
                    throw new IllegalArgumentException("values of type " + column.sqlType() + " cannot be sent yet");
                };
        };
    }

    /** {@return a value of smallint, or fails as the server would} */
    static int int16(long value) {
        if (value < Short.MIN_VALUE || value > Short.MAX_VALUE) {
            throw new IllegalArgumentException(value + " is out of range for type smallint");
        }
        return (int) value;
    }

    static int date(long epochDay) {
        return Math.toIntExact(epochDay - EPOCH_DAYS);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static void mac(Object value, CopyBuffer out) {
        String hex = ((String) value).replaceAll("[:.-]", "");
        if (!hex.matches("([0-9a-fA-F]{12}|[0-9a-fA-F]{16})")) {
            throw new IllegalArgumentException("\"" + value + "\" is not a MAC address");
        }
        for (int i = 0; i < hex.length(); i += 2) {
            out.int8(Integer.parseInt(hex.substring(i, i + 2), 16));
        }
    }

    private static void bits(Object value, CopyBuffer out) {
        String text = (String) value;
        if (!text.matches("[01]*")) {
            throw new IllegalArgumentException("\"" + text + "\" is not a string of bits");
        }
        out.int32(text.length());
        for (int i = 0; i < text.length(); i += 8) {
            int octet = 0;
            for (int b = i; b < i + 8; b++) {
                octet = octet << 1 | (b < text.length() && text.charAt(b) == '1' ? 1 : 0);
            }
            out.int8(octet);
        }
    }
}
