package dev.seedplan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of content without a record of its own: what its file says, asked for by name. A name may be a path through
 * nested fields, {@code seo.title}; a field whose name contains the dot itself goes first. Two first steps are understood
 * in any format: {@code frontmatter.title} and {@code json.title} are {@code title}. Names that begin with {@code $} are
 * facts about the file: {@code $content}, {@code $filename} (without extension), {@code $path}, {@code $id},
 * {@code $type}, {@code $extension}, {@code $mime}, {@code $size} and {@code $modified}.
 *
 * <p>A record's component takes any of these with {@link Named}.
 */
public interface Asset {

    /** {@return the asset's stable id: its file's path, with a line, an index or a key where a file holds several} */
    String id();

    /** {@return the file's path below the pool's root, with {@code /}} */
    String path();

    /** {@return the size of the file in bytes} */
    long size();

    /**
     * {@return when the file was changed last, to the second} It is what the file system or archive says, and so differs
     * from one checkout to another: rows that use it are not the same everywhere.
     */
    Instant modified();

    /**
     * {@return a field as text, null where it is missing or empty}
     *
     * @throws dev.seedplan.spi.ContentException if it is a list or has fields of its own
     */
    @Nullable
    String text(String field);

    /** {@return a field as a list of texts; a single value is a list of one, a missing field an empty list} */
    List<String> list(String field);

    /** {@return the names of the asset's own fields, in the file's order; nested ones are not among them} */
    List<String> fields();
}
