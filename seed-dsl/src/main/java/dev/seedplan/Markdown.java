package dev.seedplan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A markdown file: its flat front matter and its body. */
public interface Markdown {

    /** {@return the path below the pool's root, with {@code /}: the asset's stable id} */
    String path();

    /** {@return the front matter's {@code title}, else the first heading, else the file's name without extension} */
    String title();

    /** {@return the text below the front matter, with line ends {@code \n}} */
    String body();

    /** {@return the front matter, in the file's order; a list as a {@link List} of texts} */
    Map<String, Object> frontMatter();

    /** {@return a field of the front matter as text, null where it is missing} */
    @Nullable
    String text(String field);

    /** {@return a field of the front matter as a list; a single value is a list of one, a missing field an empty list} */
    List<String> list(String field);
}
