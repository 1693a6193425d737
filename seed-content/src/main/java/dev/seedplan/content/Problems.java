package dev.seedplan.content;

import dev.seedplan.spi.ContentException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a pool, gathered so that its author sees it all at once. */
final class Problems {

    /** The most problems one message lists: enough to see a pattern, few enough to read. */
    static final int MOST = 20;

    private final String pool;
    private final List<String> messages = new ArrayList<>();
    private int count;
    private @Nullable Throwable firstCause;

    Problems(String pool) {
        this.pool = pool;
    }

    /** Adds one, of a file or, where it is about none, of the pool. */
    void add(String file, Refused refused) {
        add(refused.message(file), refused.getCause());
    }

    private void add(String message, @Nullable Throwable cause) {
        count++;
        if (messages.size() < MOST) {
            messages.add(message);
        }
        if (firstCause == null) {
            firstCause = cause;
        }
    }

    /** Adds what was gathered elsewhere. */
    void addAll(Problems more) {
        for (String message : more.messages) {
            add(message, more.firstCause);
        }
        count += more.count - more.messages.size();
    }

    /** {@return how many there are} */
    int count() {
        return count;
    }

    /** {@return the first {@value #MOST}} */
    List<String> messages() {
        return List.copyOf(messages);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** Throws what was gathered, if anything was. */
    void throwIfAny() {
        if (!messages.isEmpty()) {
            throw exception();
        }
    }

    /** {@return what was gathered} There is at least one. */
    ContentException exception() {
        String message = messages.get(0);
        if (count > 1) {
            message = ContentError.SEVERAL.message(pool, "there are " + count + " problems") + "\n  "
                    + String.join("\n  ", messages)
                    + (count > messages.size() ? "\n  and " + (count - messages.size()) + " more" : "");
        }
        return firstCause == null ? new ContentException(message) : new ContentException(message, firstCause);
    }
}
