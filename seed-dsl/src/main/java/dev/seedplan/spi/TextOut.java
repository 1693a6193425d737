package dev.seedplan.spi;

/** Takes text as UTF-8 bytes, without a String between a dictionary and the buffer that is sent. */
public interface TextOut {

    /** Appends bytes that are valid UTF-8. */
    void utf8(byte[] bytes, int offset, int length);

    /** Appends one ASCII character. */
    void ascii(char character);

    /** Appends text. */
    void text(CharSequence text);
}
