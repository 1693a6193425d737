package dev.seedplan.content;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Something wrong at a line of a file, on its way to whoever knows the file's name. */
final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final ContentError error;
    private final long line;

    /**
     * Makes one.
     *
     * @param line the line, from 1; 0 where it is about the whole file
     * @param what what is wrong and why, without a full stop
     */
    Refused(ContentError error, long line, String what) {
        this(error, line, what, null);
    }

    Refused(ContentError error, long line, String what, @Nullable Throwable cause) {
        // Malformed content is not exceptional: there may be many, and nobody looks at where they were found.
        super(what, cause, false, false);
        this.error = error;
        this.line = line;
    }

    ContentError error() {
        return error;
    }

    /** {@return what is wrong and why} */
    String what() {
        String message = getMessage();
        return message == null ? error.summary() : message;
    }

    /** {@return the file, with the line where there is one} */
    String where(String file) {
        return line == 0 ? file : file + ":" + line;
    }

    /** {@return the whole message} */
    String message(String file) {
        return error.message(where(file), what());
    }
}
