package dev.seedplan.runtime.internal.partition;

import dev.seedplan.runtime.internal.types.SqlType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hash by which PostgreSQL chooses a hash partition ({@code compute_partition_hash_value} in partbounds.c over the
 * extended hash functions of hashfunc.c), as a server on a little-endian machine computes it: integers, text under
 * deterministic collations, uuid, bytea, boolean, dates and timestamps.
 */
final class PartitionHash {

    /** HASH_PARTITION_SEED. */
    private static final long SEED = 0x7A5B22367996DCFDL;

    private static final long COMBINE = 0x49a0f4dd15e5a8e3L;
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    private PartitionHash() {}

    /**
     * {@return whether a key goes to a hash partition; empty if its types are not hashed here}
     *
     * @param rule the partition's
     * @param types of the key's columns, in the order of the rule
     * @param values of the key's columns; null for NULL
     */
    static Optional<Boolean> accepts(
            PartitionTarget.HashRule rule, List<SqlType> types, List<? extends @Nullable Object> values) {
        long row = 0;
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                Optional<Long> hash = hash(types.get(i), value);
                if (hash.isEmpty()) {
                    return Optional.empty();
                }
                row ^= hash.get() + COMBINE + (row << 54) + (row >>> 7);
            }
        }
        return Optional.of(Long.remainderUnsigned(row, rule.modulus()) == rule.remainder());
    }

    private static Optional<Long> hash(SqlType type, Object value) {
        SqlType.Scalar scalar = type.scalar().orElse(null);
        if (scalar == null || !scalar.name().schema().equals("pg_catalog")) {
            return Optional.empty();
        }
        return switch (scalar.name().name()) {
            case "int2", "int4", "oid" -> Optional.of(word(((Long) value).intValue()));
            case "int8" -> Optional.of(big((Long) value));
            case "bool" -> Optional.of(word((Boolean) value ? 1 : 0));
            case "date" -> Optional.of(word((int) ChronoUnit.DAYS.between(EPOCH, (LocalDate) value)));
            case "timestamp" ->
                Optional.of(big(ChronoUnit.MICROS.between(EPOCH.atStartOfDay(), (LocalDateTime) value)));
            case "timestamptz" ->
                Optional.of(big(
                        ChronoUnit.MICROS.between(EPOCH.atStartOfDay().toInstant(ZoneOffset.UTC), (Instant) value)));
            case "text", "varchar" -> Optional.of(bytes(((String) value).getBytes(StandardCharsets.UTF_8)));
            case "bpchar" ->
                Optional.of(bytes(((String) value).replaceFirst(" +$", "").getBytes(StandardCharsets.UTF_8)));
            case "bytea" -> Optional.of(bytes((byte[]) value));
            case "uuid" -> Optional.of(bytes(bytes((UUID) value)));
            default -> Optional.empty();
        };
    }

    private static byte[] bytes(UUID id) {
        byte[] bytes = new byte[16];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (id.getMostSignificantBits() >>> (56 - 8 * i));
            bytes[i + 8] = (byte) (id.getLeastSignificantBits() >>> (56 - 8 * i));
        }
        return bytes;
    }

    /** {@code hashint8extended}: the same as for the narrower types where the number fits them. */
    private static long big(long value) {
        int high = (int) (value >> 32);
        return word((int) value ^ (value >= 0 ? high : ~high));
    }

    private static long word(int value) {
        Lookup3 state = new Lookup3(4, SEED);
        state.a += value;
        return state.finish();
    }

    private static long bytes(byte[] bytes) {
        Lookup3 state = new Lookup3(bytes.length, SEED);
        int at = 0;
        for (; bytes.length - at >= 12; at += 12) {
            state.a += little(bytes, at, 4);
            state.b += little(bytes, at + 4, 4);
            state.c += little(bytes, at + 8, 4);
            state.mix();
        }
        int rest = bytes.length - at;
        state.a += little(bytes, at, Math.min(4, rest));
        state.b += little(bytes, at + 4, Math.min(4, rest - 4));
        // The lowest byte of the last word is left for the length.
        state.c += little(bytes, at + 8, rest - 8) << 8;
        return state.finish();
    }

    private static int little(byte[] bytes, int from, int count) {
        int word = 0;
        for (int i = 0; i < count; i++) {
            word |= (bytes[from + i] & 0xff) << (8 * i);
        }
        return word;
    }

    /** The state of B. Jenkins' hash function lookup3 (2006), as common/hashfn.c of PostgreSQL starts and ends it. */
    private static final class Lookup3 {

        private int a;
        private int b;
        private int c;

        Lookup3(int length, long seed) {
            int start = 0x9e3779b9 + length + 3_923_095;
            a = start + (int) (seed >>> 32);
            b = start + (int) seed;
            c = start;
            mix();
        }

        void mix() {
            a = (a - c) ^ Integer.rotateLeft(c, 4);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 6);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 8);
            b += a;
            a = (a - c) ^ Integer.rotateLeft(c, 16);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 19);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 4);
            b += a;
        }

        long finish() {
            c = (c ^ b) - Integer.rotateLeft(b, 14);
            a = (a ^ c) - Integer.rotateLeft(c, 11);
            b = (b ^ a) - Integer.rotateLeft(a, 25);
            c = (c ^ b) - Integer.rotateLeft(b, 16);
            a = (a ^ c) - Integer.rotateLeft(c, 4);
            b = (b ^ a) - Integer.rotateLeft(a, 14);
            c = (c ^ b) - Integer.rotateLeft(b, 24);
            return ((long) b << 32) | Integer.toUnsignedLong(c);
        }
    }
}
