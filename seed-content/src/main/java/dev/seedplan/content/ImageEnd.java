package dev.seedplan.content;

import com.drew.imaging.FileType;

/** Whether a picture's file reaches its end: its size is at the beginning, so that half a file would seem whole. */
final class ImageEnd {

    private ImageEnd() {}

    /**
     * Checks the end that each format has: jpeg's end of image, png's IEND, gif's trailer, RIFF's and ISO's lengths.
     *
     * @throws Refused if it is not there
     */
    static void check(FileType type, byte[] bytes) {
        boolean whole = switch (type) {
            case Jpeg -> holds(bytes, 0xFF, 0xD9);
            case Png -> holds(bytes, 'I', 'E', 'N', 'D');
            case Gif -> holds(bytes, 0x3B);
            case WebP -> bytes.length >= 12 && littleEndian(bytes, 4) + 8 <= bytes.length;
            default -> boxesEnd(bytes);
        };
        if (!whole) {
            throw ImageFacts.none("it ends before its end: the file was cut");
        }
    }

    /** Whether the marker is in the file's last 64 KiB: some programs write something after it. */
    private static boolean holds(byte[] bytes, int... marker) {
        for (int at = bytes.length - marker.length; at >= Math.max(0, bytes.length - (1 << 16)); at--) {
            int same = 0;
            while (same < marker.length && (bytes[at + same] & 0xFF) == marker[same]) {
                same++;
            }
            if (same == marker.length) {
                return true;
            }
        }
        return false;
    }

    private static long littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL)
                | ((bytes[at + 1] & 0xFFL) << 8)
                | ((bytes[at + 2] & 0xFFL) << 16)
                | ((bytes[at + 3] & 0xFFL) << 24);
    }

    /** ISO/IEC 14496-12, 4.2: a box begins with its length; 0 is up to the end, 1 a longer one in 64 bits. */
    private static boolean boxesEnd(byte[] bytes) {
        long at = 0;
        while (at + 8 <= bytes.length) {
            long length = Long.reverseBytes(littleEndian(bytes, (int) at)) >>> 32;
            if (length == 0) {
                return true;
            }
            if (length == 1) {
                if (at + 16 > bytes.length) {
                    return false;
                }
                length = Long.reverseBytes(littleEndian(bytes, (int) at + 12)) >>> 32;
            }
            if (length < 8 || at + length > bytes.length) {
                return false;
            }
            at += length;
        }
        return at == bytes.length;
    }
}
