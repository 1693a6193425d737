package dev.seedplan.processor.mapping;

import dev.seedplan.processor.ProcessorError;
import java.io.Serial;

/** Something wrong at a place of a mapping's text. */
final class Problem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final ProcessorError error;
    private final Position position;

    /** Makes one; {@code what} has no full stop. */
    Problem(ProcessorError error, Position position, String what) {
        super(what, null, false, false);
        this.error = error;
        this.position = position;
    }

    Position position() {
        return position;
    }

    /** {@return the message, with the line of the mapping and a caret under the character} */
    String message(String text) {
        String line = text.split("\n", -1)[position.line()];
        // A tab stays one, so that the caret stands right whatever its width.
        String before = line.substring(0, Math.min(position.column(), line.length()))
                .codePoints()
                .mapToObj(c -> c == '\t' ? "\t" : " ")
                .reduce("", String::concat);
        return error.message("line " + (position.line() + 1) + " of the mapping: " + getMessage()) + "\n    " + line
                + "\n    " + before + "^";
    }
}
