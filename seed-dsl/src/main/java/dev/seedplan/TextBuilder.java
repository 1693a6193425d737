package dev.seedplan;

import dev.seedplan.spi.TextOut;
import java.nio.charset.StandardCharsets;

/** Collects the pieces of a text for a reader who wants a String. */
final class TextBuilder implements TextOut {

    private final StringBuilder text = new StringBuilder();

    @Override
    public void utf8(byte[] bytes, int offset, int length) {
        text.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public void ascii(char character) {
        text.append(character);
    }

    @Override
    public void text(CharSequence piece) {
        text.append(piece);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
