package dev.seedplan.runtime.internal.words;

import dev.seedplan.spi.TextOut;
import dev.seedplan.spi.Words;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One dictionary: the bytes of its resource, and where each line of them begins. */
final class WordList implements Words {

    private final byte[] bytes;
    private final int[] starts;
    // Filled without a lock: a String is immutable, and two threads that make the same one do no harm.
    private final @Nullable String[] texts;

    /** Takes UTF-8 lines, each ended by a line feed. */
    WordList(byte[] bytes) {
        this.bytes = bytes;
        int lines = 0;
        for (byte each : bytes) {
            if (each == '\n') {
                lines++;
            }
        }
        starts = new int[lines + 1];
        for (int i = 0, line = 1; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                starts[line++] = i + 1;
            }
        }
        texts = new String[lines];
    }

    @Override
    public int size() {
        return texts.length;
    }

    @Override
    public String text(int index) {
        String text = texts[index];
        if (text == null) {
            text = new String(bytes, starts[index], length(index), StandardCharsets.UTF_8);
            texts[index] = text;
        }
        return text;
    }

    @Override
    public void write(int index, TextOut out) {
        out.utf8(bytes, starts[index], length(index));
    }

    @Override
    public void writeCapital(int index, TextOut out) {
        int start = starts[index];
        out.ascii((char) (bytes[start] - 'a' + 'A'));
        out.utf8(bytes, start + 1, length(index) - 1);
    }

    private int length(int index) {
        return starts[index + 1] - starts[index] - 1;
    }
}
