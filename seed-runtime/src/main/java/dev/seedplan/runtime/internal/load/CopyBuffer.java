package dev.seedplan.runtime.internal.load;

import dev.seedplan.spi.Mix;
import dev.seedplan.spi.TextOut;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes on their way into COPY, in network order; grows with the longest row and is used again for each. */
final class CopyBuffer implements TextOut {

    /** Texts up to this length are copied as two numbers: most words are, and a call to copy costs more than they do. */
    private static final int SHORT = 2 * Long.BYTES;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[96 * 1024];
    private int size;

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void truncate(int to) {
        size = to;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }

    void int8(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    void int16(int value) {
        ensure(2);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    void int32(int value) {
        ensure(4);
        putInt32(size, value);
        size += 4;
    }

    void int64(long value) {
        ensure(8);
        putInt32(size, (int) (value >>> 32));
        putInt32(size + 4, (int) value);
        size += 8;
    }

    private void putInt32(int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    /** {@return the number of characters (code points) from a place to the end} */
    int characters(int from) {
        int count = 0;
        for (int i = from; i < size; i++) {
            // Every byte but the continuations of UTF-8 begins a character.
            count += (bytes[i] & 0xc0) == 0x80 ? 0 : 1;
        }
        return count;
    }

    /** {@return a hash of the bytes from a place to the end} */
    long hash(int from) {
        long h = (long) size - from;
        int at = from;
        for (; at + Long.BYTES <= size; at += Long.BYTES) {
            h = (h ^ (long) LONGS.get(bytes, at)) * 0x9e3779b97f4a7c15L;
            h ^= h >>> 32;
        }
        for (; at < size; at++) {
            h = (h ^ bytes[at]) * 0x100000001b3L;
        }
        return Mix.mix(h);
    }

    /** {@return the text from a place to the end} */
    String text(int from) {
        return new String(bytes, from, size - from, StandardCharsets.UTF_8);
    }

    /** Leaves room for a length; {@link #endField} fills it in. */
    int startField() {
        ensure(4);
        size += 4;
        return size;
    }

    void endField(int start) {
        putInt32(start - 4, size - start);
    }

    void nullField() {
        int32(-1);
    }

    void raw(byte[] source) {
        utf8(source, 0, source.length);
    }

    @Override
    public void utf8(byte[] source, int offset, int length) {
        if (length <= SHORT && offset + SHORT <= source.length && size + SHORT <= bytes.length) {
            // What is copied beyond the text is overwritten by what follows.
            WORDS.set(bytes, size, (long) WORDS.get(source, offset));
            WORDS.set(bytes, size + Long.BYTES, (long) WORDS.get(source, offset + Long.BYTES));
            size += length;
            return;
        }
        ensure(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    @Override
    public void ascii(char character) {
        ensure(1);
        bytes[size++] = (byte) character;
    }

    @Override
    public void text(CharSequence text) {
        int length = text.length();
        ensure(length);
        byte[] target = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size = at;
                raw(text.subSequence(i, length).toString().getBytes(StandardCharsets.UTF_8));
                return;
            }
            target[at++] = (byte) c;
        }
        size = at;
    }
}
