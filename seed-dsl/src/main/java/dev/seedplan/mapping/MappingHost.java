package dev.seedplan.mapping;

import dev.seedplan.Assets;
import dev.seedplan.Cell;
import org.jspecify.annotations.Nullable;

/** Whom a mapping asks about the row it maps: the runtime. */
public interface MappingHost {

    /** {@return a fact about the asset's file, for example {@code $path}; null where this asset has none of that name} */
    @Nullable
    String fact(String name);

    /** {@return where a field of the asset stands, for messages: its file, with the line where it is known} */
    String where(String field);

    /** {@return a column for messages, with its table} */
    String describe(String column);

    /** {@return the CHECK that a value of a column breaks, with its condition; null if it breaks none that is known here} */
    @Nullable
    String broken(String column, Object value);

    /** {@return an asset of another pool, each as likely as another, by the cell's draws} */
    <A> A pick(Assets<A> pool, Cell cell);

    /** {@return markdown as HTML} */
    String html(String markdown);

    /** {@return the text of markdown without its marks} */
    String plainText(String markdown);
}
