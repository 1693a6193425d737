package dev.seedplan.content;

import dev.seedplan.Assets;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file besides what it says.
 *
 * @param path its path below the place it was found in, with {@code /}
 * @param format what it is read as
 * @param size in bytes
 * @param modifiedSeconds when it was changed last, in seconds since 1970
 */
record FileFacts(String path, Assets.Format format, long size, LongSupplier modifiedSeconds) {

    Instant modified() {
        return Instant.ofEpochSecond(modifiedSeconds.getAsLong());
    }

    /** {@return the name without folders and extension} */
    String filename() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** {@return the extension in lower case without its dot, empty where there is none} */
    String extension() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** {@return what {@code $name} stands for, null if it is no fact about a file} */
    @Nullable
    String fact(String name) {
        return switch (name) {
            case "$path", "$filepath" -> path;
            case "$filename" -> filename();
            case "$extension" -> extension();
            case "$type" -> format.name().toLowerCase(Locale.ROOT);
            case "$mime", "$mimetype" -> mime();
            case "$size", "$filesize" -> Long.toString(size);
            case "$modified", "$lastmodified" -> modified().toString();
            // What is not valid is no asset: it is reported, with its file and line.
            case "$isvalid" -> "true";
            default -> null;
        };
    }

    private String mime() {
        return switch (format) {
            case MARKDOWN -> "text/markdown";
            case CSV -> "text/csv";
            case JSON -> "application/json";
            case YAML -> "application/yaml";
            case TEXT -> "text/plain";
            case IMAGE -> throw new IllegalStateException("a picture's MIME type is in its bytes");
        };
    }
}
