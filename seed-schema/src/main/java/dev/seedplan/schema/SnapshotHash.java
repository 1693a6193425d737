package dev.seedplan.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash that ties a snapshot's file to the package that was generated from it.
 *
 * <p>It is over what the schema means, not over the file's bytes, so that line ends, white space, a minor update of the
 * server and an update of an extension leave it as it is. Left out are the format's and server's versions, the
 * extensions with all that they own, the list of schemas (an empty one means nothing), and the multirange of a range
 * type, which PostgreSQL makes itself since version 14. Everything else counts, comments too: they become Javadoc, so
 * that the generated source differs where a comment differs.
 */
public final class SnapshotHash {

    private SnapshotHash() {}

    /**
     * {@return the hash of a snapshot: SHA-256 as 64 lower-case hexadecimal digits}
     *
     * @param snapshot the snapshot, just read from a database or from its file
     */
    public static String of(Snapshot snapshot) {
        return hex(SnapshotJson.writeCompact(meaning(snapshot)));
    }

    static String hex(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Snapshot meaning(Snapshot s) {
        return new Snapshot(
                0,
                "",
                s.defaultSchema(),
                List.of(),
                List.of(),
                s.types().stream()
                        .filter(type -> type.extension() == null)
                        .map(SnapshotHash::withoutMultirange)
                        .toList(),
                s.sequences(),
                s.functions().stream().filter(f -> f.extension() == null).toList(),
                s.tables().stream().filter(t -> t.extension() == null).toList(),
                s.views());
    }

    private static UserType withoutMultirange(UserType type) {
        return type instanceof UserType.RangeType range
                ? new UserType.RangeType(range.name(), range.subtype(), null, range.comment(), range.extension())
                : type;
    }
}
