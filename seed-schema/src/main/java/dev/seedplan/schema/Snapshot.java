package dev.seedplan.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database schema at one moment.
 *
 * @param format version of the JSON form, at present {@value #FORMAT}
 * @param serverVersion the server it was read from, for example {@code 18.6}; not part of the hash
 * @param defaultSchema the schema whose tables are named without a prefix, usually {@code public}
 * @param schemas the names of the schemas described, sorted
 * @param extensions sorted by name
 * @param types sorted by name
 * @param sequences sorted by name
 * @param functions sorted by signature
 * @param tables sorted by name
 * @param views names only (views and materialized views), sorted
 */
public record Snapshot(
        int format,
        String serverVersion,
        String defaultSchema,
        List<String> schemas,
        List<Extension> extensions,
        List<UserType> types,
        List<Sequence> sequences,
        List<Function> functions,
        List<Table> tables,
        List<QName> views) {

    /** The version of the JSON form that this code writes, and the newest it reads. */
    public static final int FORMAT = 1;

    /** An installed extension; its version is not part of the hash. */
    public record Extension(String name, String schema, String version) {}

    /**
     * A sequence.
     *
     * @param ownedBy the table whose column owns it; null where free
     * @param ownedByColumn that column; null where free
     */
    public record Sequence(
            QName name,
            String type,
            long start,
            long minimum,
            long maximum,
            long increment,
            boolean cycles,
            @Nullable QName ownedBy,
            @Nullable String ownedByColumn) {}

    /**
     * A function or procedure.
     *
     * @param arguments its identity arguments as PostgreSQL prints them
     * @param result its result type; null for a procedure
     * @param language for example {@code plpgsql}
     * @param volatility {@code i}, {@code s} or {@code v}
     * @param bodyHash SHA-256 of the body, in hex
     * @param body the body, where it is one SQL statement; null otherwise
     * @param extension the extension that owns it; null for the user's own
     */
    public record Function(
            QName name,
            String arguments,
            @Nullable String result,
            String language,
            String volatility,
            String bodyHash,
            @Nullable String body,
            @Nullable String extension) {}

    /**
     * {@return the table of a name}
     *
     * @param name its qualified name
     */
    public Optional<Table> table(QName name) {
        return tables.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /**
     * {@return the user's or an extension's type of a name}
     *
     * @param name its qualified name
     */
    public Optional<UserType> type(QName name) {
        return types.stream().filter(t -> t.name().equals(name)).findFirst();
    }
}
