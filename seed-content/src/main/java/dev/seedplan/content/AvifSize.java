package dev.seedplan.content;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The size of an avif's primary item, by ISO/IEC 23008-12: {@code pitm} names the item, {@code ipma} its properties,
 * {@code ispe} among those is its size. metadata-extractor 2.21 takes the first {@code ispe}, which may be a thumbnail's.
 *
 * @param width in pixels
 * @param height in pixels
 */
record AvifSize(int width, int height) {

    /** {@return the size, null where the file does not say it} */
    static @Nullable AvifSize of(byte[] bytes) {
        try {
            ByteBuffer meta = child(ByteBuffer.wrap(bytes), "meta");
            if (meta == null) {
                return null;
            }
            meta.getInt();
            ByteBuffer primary = child(meta, "pitm");
            ByteBuffer properties = child(meta, "iprp");
            ByteBuffer list = properties == null ? null : child(properties, "ipco");
            ByteBuffer which = properties == null ? null : child(properties, "ipma");
            if (primary == null || list == null || which == null) {
                return null;
            }
            long item = primary.getInt() >>> 24 == 0 ? primary.getShort() & 0xFFFF : primary.getInt() & 0xFFFFFFFFL;
            List<@Nullable AvifSize> sizes = sizes(list);
            return associated(which, item, sizes);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return null;
        }
    }

    private static List<@Nullable AvifSize> sizes(ByteBuffer list) {
        List<@Nullable AvifSize> sizes = new ArrayList<>();
        while (list.remaining() >= 8) {
            ByteBuffer content = box(list);
            if (content.getInt(content.position() - 4) == name("ispe")) {
                content.getInt();
                sizes.add(new AvifSize(content.getInt(), content.getInt()));
            } else {
                sizes.add(null);
            }
        }
        return sizes;
    }

    private static @Nullable AvifSize associated(ByteBuffer which, long item, List<@Nullable AvifSize> sizes) {
        int head = which.getInt();
        boolean longIds = head >>> 24 > 0;
        boolean longIndexes = (head & 1) == 1;
        int entries = which.getInt();
        for (int i = 0; i < entries; i++) {
            long id = longIds ? which.getInt() & 0xFFFFFFFFL : which.getShort() & 0xFFFF;
            int number = which.get() & 0xFF;
            for (int k = 0; k < number; k++) {
                // The highest bit says whether a reader must understand the property.
                int index = longIndexes ? which.getShort() & 0x7FFF : which.get() & 0x7F;
                AvifSize size = index >= 1 && index <= sizes.size() ? sizes.get(index - 1) : null;
                if (id == item && size != null) {
                    return size;
                }
            }
        }
        return null;
    }

    private static @Nullable ByteBuffer child(ByteBuffer parent, String name) {
        ByteBuffer boxes = parent.duplicate();
        while (boxes.remaining() >= 8) {
            ByteBuffer content = box(boxes);
            if (content.getInt(content.position() - 4) == name(name)) {
                return content.slice();
            }
        }
        return null;
    }

    /** Takes the next box; its name is the four bytes before its content, unless its length has 64 bits. */
    private static ByteBuffer box(ByteBuffer boxes) {
        int start = boxes.position();
        long length = boxes.getInt() & 0xFFFFFFFFL;
        boxes.getInt();
        long end = length == 0 ? boxes.limit() : start + length;
        if (length == 1 || end < boxes.position() || end > boxes.limit()) {
            throw new IllegalArgumentException("a box of " + length + " bytes");
        }
        ByteBuffer content = boxes.duplicate();
        content.limit((int) end);
        boxes.position((int) end);
        return content;
    }

    private static int name(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }
}
