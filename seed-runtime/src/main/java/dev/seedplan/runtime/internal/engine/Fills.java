package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Cell;
import dev.seedplan.Gen;
import dev.seedplan.OptionalGen;
import dev.seedplan.Values;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Permutation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes up values for NOT NULL columns that a plan leaves and that have no default: from the type and the keys. */
final class Fills {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";
    private static final int WORDS_IN_A_FILL = 3;

    private Fills() {}

    static OptionalGen<?> gen(TableSpec table, ColumnSpec column) {
        boolean unique = table.primaryKey().equals(List.of(column.name()))
                || table.uniques().stream().anyMatch(u -> u.columns().equals(List.of(column.name())));
        return unique ? distinct(table, column) : free(table, column);
    }

    private static OptionalGen<?> distinct(TableSpec table, ColumnSpec column) {
        return switch (column.kind()) {
            case INT2, INT4, INT8, OID -> (Gen<Long>) cell -> cell.ordinal() + 1;
            case NUMERIC -> (Gen<BigDecimal>) cell -> BigDecimal.valueOf(cell.ordinal() + 1);
            case TEXT -> column.maxLength() >= 0 && column.maxLength() < 8 ? shortText(column.maxLength()) : code();
            case TIMESTAMPTZ, TIMESTAMP, DATE ->
                (Gen<Instant>) cell -> now(cell).minus(cell.ordinal() + 1, ChronoUnit.DAYS);
            default ->
                throw new EngineException(EngineError.NO_FILL, table.id() + "." + column.name(), column.sqlType());
        };
    }

    private static Gen<String> code() {
        return cell -> Values.uniqueOf(Values.words(1).at(cell)).at(cell);
    }

    /** Letters of a permuted ordinal: as many different texts as there are words of that length. */
    private static Gen<String> shortText(int length) {
        long domain = Math.round(Math.pow(ALPHABET.length(), length));
        return cell -> {
            if (cell.ordinal() >= domain) {
                throw new IllegalStateException("there are " + domain + " different values, but row number "
                        + (cell.ordinal() + 1) + " needs another one");
            }
            return letters(Permutation.at(cell.uniqueKey(), domain, cell.ordinal()), length);
        };
    }

    private static String letters(long number, int length) {
        char[] text = new char[length];
        long rest = number;
        for (int i = length - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(text);
    }

    private static OptionalGen<?> free(TableSpec table, ColumnSpec column) {
        if (column.kind() == Kind.ARRAY) {
            return (Gen<List<Object>>) cell -> List.of();
        }
        return switch (column.kind()) {
            case BOOL -> (Gen<Boolean>) cell -> cell.below(0, 2) == 1;
            case INT2, INT4, INT8, OID -> (Gen<Long>) cell -> (long) cell.below(0, 1_000);
            case FLOAT4, FLOAT8 -> (Gen<Double>) cell -> cell.below(0, 100_000) / 100.0;
            case NUMERIC -> decimal(column);
            case MONEY -> (Gen<BigDecimal>) cell -> BigDecimal.valueOf(cell.below(0, 100_000), 2);
            case TEXT -> text(column.maxLength());
            case DATE, TIMESTAMP, TIMESTAMPTZ ->
                (Gen<Instant>) cell -> now(cell).minusSeconds(cell.below(0, 365 * 24 * 3_600));
            case TIME -> (Gen<LocalTime>) cell -> LocalTime.ofSecondOfDay(cell.below(0, 86_400));
            case TIMETZ ->
                (Gen<OffsetTime>)
                        cell -> LocalTime.ofSecondOfDay(cell.below(0, 86_400)).atOffset(ZoneOffset.UTC);
            case INTERVAL -> (Gen<Duration>) cell -> Duration.ofMinutes(1 + cell.below(0, 10_000));
            case BYTEA -> (Gen<byte[]>) Fills::bytes;
            case JSON, JSONB -> (Gen<String>) cell -> "{}";
            case XML -> (Gen<String>) cell -> "<value>" + cell.below(0, 1_000) + "</value>";
            case INET -> (Gen<String>) cell -> "198.51.100." + cell.below(0, 256);
            case CIDR -> (Gen<String>) cell -> "198.51.100.0/24";
            case MACADDR -> (Gen<String>) cell -> mac(cell, 6);
            case MACADDR8 -> (Gen<String>) cell -> mac(cell, 8);
            case ENUM -> label(table, column);
            default ->
                throw new EngineException(EngineError.NO_FILL, table.id() + "." + column.name(), column.sqlType());
        };
    }

    private static OptionalGen<?> label(TableSpec table, ColumnSpec column) {
        if (column.constants().isEmpty()) {
            throw new EngineException(EngineError.NO_FILL, table.id() + "." + column.name(), column.sqlType());
        }
        return (Gen<Object>)
                cell -> column.constants().get(cell.below(0, column.constants().size()));
    }

    private static Gen<BigDecimal> decimal(ColumnSpec column) {
        int scale = column.precision() < 0 ? 2 : column.scale();
        int digits = column.precision() < 0 ? 5 : Math.min(column.precision(), 9);
        int bound = (int) Math.pow(10, digits);
        return cell -> new BigDecimal(BigInteger.valueOf(cell.below(0, bound)), scale);
    }

    private static Gen<String> text(int maxLength) {
        return cell -> {
            String text = Values.words(WORDS_IN_A_FILL).at(cell);
            return maxLength >= 0 && text.length() > maxLength
                    ? text.substring(0, maxLength).strip()
                    : text;
        };
    }

    private static byte[] bytes(Cell cell) {
        byte[] bytes = new byte[16];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) cell.below(i, 256);
        }
        return bytes;
    }

    private static String mac(Cell cell, int length) {
        StringBuilder text = new StringBuilder("02");
        for (int i = 1; i < length; i++) {
            text.append(':').append(String.format(java.util.Locale.ROOT, "%02x", cell.below(i, 256)));
        }
        return text.toString();
    }

    private static Instant now(Cell cell) {
        return Instant.EPOCH.plus(cell.nowMicros(), ChronoUnit.MICROS);
    }
}
