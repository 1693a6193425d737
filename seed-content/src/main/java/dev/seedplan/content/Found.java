package dev.seedplan.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * A file of content that was found, not yet read.
 *
 * @param id its path below the place it was found in, with {@code /}: the same wherever that place is
 * @param place where it was found
 * @param opener opens it, as long as the place is open
 * @param later opens it at any time
 * @param modifiedSeconds when it was changed last, in seconds since 1970; 0 where nobody knows
 * @param stamp tells the file from what it is after somebody has written to it
 */
record Found(String id, Place place, Opener opener, Opener later, LongSupplier modifiedSeconds, LongSupplier stamp) {

    /**
     * The largest file that is read, in bytes (64 MiB). A file is in memory while it is read, as bytes and as text;
     * content beyond that is a bulk load and no content.
     */
    static final int LARGEST = 64 << 20;

    /** Opens a file. */
    interface Opener {
        InputStream open() throws IOException;
    }

    /**
     * {@return the file's bytes}
     *
     * @throws Refused if it cannot be read, is too large, or somebody writes to it meanwhile
     */
    byte[] bytes() {
        long before = stamp.getAsLong();
        byte[] bytes = bytes(opener);
        if (stamp.getAsLong() != before) {
            throw new Refused(ContentError.CHANGED, 0, "it was written to while it was read");
        }
        return bytes;
    }

    /** {@return the file's bytes, when the place may be closed already} */
    byte[] bytesLater() {
        return bytes(later);
    }

    private static byte[] bytes(Opener opener) {
        byte[] bytes;
        try (InputStream in = opener.open()) {
            // The size is not asked for beforehand: a file may grow meanwhile, and an archive may lie about it.
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException | SecurityException e) {
            throw unreadable("the file", e);
        }
        if (bytes.length > LARGEST) {
            throw new Refused(ContentError.TOO_LARGE, 0, "the file is larger than " + (LARGEST >> 20) + " MiB");
        }
        return bytes;
    }

    /** {@return that something cannot be read} The exception's own text is the system's reason. */
    static Refused unreadable(String what, Exception reason) {
        return new Refused(
                ContentError.UNREADABLE,
                0,
                what + " cannot be read: " + reason.getClass().getSimpleName() + " " + reason.getMessage(),
                reason);
    }
}
