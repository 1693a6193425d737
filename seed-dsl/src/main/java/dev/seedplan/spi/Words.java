package dev.seedplan.spi;

/** A dictionary: a fixed list of words, each as text and as UTF-8 bytes. */
public interface Words {

    /** {@return the number of words, 1 or more} */
    int size();

    /** {@return word {@code index}, 0 to {@code size() - 1}; the same String every time} */
    String text(int index);

    /** Appends word {@code index} to {@code out} as UTF-8. */
    void write(int index, TextOut out);

    /** Appends word {@code index}, which begins with one of a to z, with a capital. */
    default void writeCapital(int index, TextOut out) {
        String word = text(index);
        out.ascii((char) (word.charAt(0) - 'a' + 'A'));
        out.text(word.substring(1));
    }
}
