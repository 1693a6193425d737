package dev.seedplan.content;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;

/** Where content is looked for: a directory, or an archive on the class path. */
sealed interface Place extends Closeable permits Folder, Archive {

    /** {@return its name for messages} */
    String name();

    /** {@return what tells it from other places: two of the same key hold the same files} */
    String key();

    /** Finds the files that match, in any order. */
    void find(Glob glob, Problems problems, Consumer<Found> found);

    @Override
    default void close() throws IOException {}
}
