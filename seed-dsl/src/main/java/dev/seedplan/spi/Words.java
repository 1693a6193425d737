package dev.seedplan.spi;

/** A dictionary: a fixed list of words, each as text and as UTF-8 bytes. */
public interface Words {

    /** {@return the number of words, 1 or more} */
    int size();

    /** {@return word {@code index}, 0 to {@code size() - 1}; the same String every time} */
    String text(int index);

    /** Appends word {@code index} to {@code out} as UTF-8. */
    void write(int index, TextOut out);
}
