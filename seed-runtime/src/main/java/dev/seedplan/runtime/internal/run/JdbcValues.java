package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.spi.Labeled;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGInterval;

/** Reads a column of a result as the Java object of its kind. */
final class JdbcValues {

    private JdbcValues() {}

    static @Nullable Object read(ResultSet rows, ColumnSpec column) throws SQLException {
        if (rows.getObject(1) == null) {
            return null;
        }
        return switch (column.kind()) {
            case BOOL -> rows.getBoolean(1);
            case INT2, INT4, INT8, OID -> rows.getLong(1);
            case FLOAT4, FLOAT8 -> rows.getDouble(1);
            case NUMERIC -> rows.getBigDecimal(1);
            case UUID -> rows.getObject(1, UUID.class);
            case DATE -> rows.getObject(1, LocalDate.class);
            case TIME -> rows.getObject(1, LocalTime.class);
            case TIMETZ -> rows.getObject(1, OffsetTime.class);
            case TIMESTAMP -> rows.getObject(1, LocalDateTime.class);
            case TIMESTAMPTZ -> rows.getObject(1, OffsetDateTime.class).toInstant();
            case INTERVAL -> interval((PGInterval) rows.getObject(1));
            case BYTEA -> rows.getBytes(1);
            case ENUM -> label(rows.getString(1), column);
            case ARRAY -> list(rows.getArray(1), column);
            default -> rows.getString(1);
        };
    }

    private static Duration interval(PGInterval interval) {
        // Months have no length of their own; PostgreSQL counts 30 days where it must.
        long days = interval.getYears() * 365L + interval.getMonths() * 30L + interval.getDays();
        return Duration.ofDays(days)
                .plusHours(interval.getHours())
                .plusMinutes(interval.getMinutes())
                .plusNanos(Math.round(interval.getSeconds() * 1e9));
    }

    private static @Nullable Object label(String text, ColumnSpec column) {
        return column.constants().stream()
                .filter(c -> c.label().equals(text))
                .findFirst()
                .<Object>map(c -> c)
                .orElse((Labeled) () -> text);
    }

    private static List<?> list(Array array, ColumnSpec column) throws SQLException {
        Object[] values = (Object[]) array.getArray();
        return column.constants().isEmpty()
                ? Arrays.asList(values)
                : Arrays.stream(values)
                        .map(v -> v == null ? null : label(v.toString(), column))
                        .toList();
    }
}
