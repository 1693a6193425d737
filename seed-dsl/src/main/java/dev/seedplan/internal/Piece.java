package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.Dict;
import dev.seedplan.spi.TextOut;
import dev.seedplan.spi.Words;
import java.util.List;

/** A part of a text: one of so many forms. Those that vary in length must be told apart by what stands between them. */
public sealed interface Piece {

    /** {@return how many forms there are in that language, 1 or more} */
    long count(Cell cell, String locale);

    /** Appends form {@code index}, 0 (inclusive) to {@link #count} (exclusive). */
    void write(Cell cell, String locale, long index, TextOut out);

    /** Appends the form that draw {@code draw} of the cell picks. */
    default void writeDrawn(Cell cell, String locale, int draw, TextOut out) {
        write(cell, locale, cell.below(draw, count(cell, locale)), out);
    }

    /**
     * {@return the piece a shorthand stands for: a String is itself, a {@link Dict} one of its words}
     *
     * @throws IllegalArgumentException if it is neither of them nor a piece
     */
    static Piece of(Object shorthand) {
        if (shorthand instanceof Piece piece) {
            return piece;
        }
        if (shorthand instanceof Dict dictionary) {
            return new Word(dictionary);
        }
        if (shorthand instanceof String text) {
            return new Literal(text);
        }
        throw new IllegalArgumentException("a text is not made of " + shorthand);
    }

    /** One of several texts. */
    static Piece choice(String... texts) {
        return new Choice(List.of(texts));
    }

    /**
     * The same text always.
     *
     * @param text the text
     */
    record Literal(String text) implements Piece {

        @Override
        public long count(Cell cell, String locale) {
            return 1;
        }

        @Override
        public void writeDrawn(Cell cell, String locale, int draw, TextOut out) {
            write(cell, locale, 0, out);
        }

        @Override
        public void write(Cell cell, String locale, long index, TextOut out) {
            if (text.length() == 1 && text.charAt(0) < 128) {
                out.ascii(text.charAt(0));
            } else {
                out.text(text);
            }
        }
    }

    /**
     * A word of a dictionary.
     *
     * @param dictionary which one
     */
    record Word(Dict dictionary) implements Piece {

        @Override
        public long count(Cell cell, String locale) {
            return cell.words(dictionary, locale).size();
        }

        @Override
        public void write(Cell cell, String locale, long index, TextOut out) {
            cell.words(dictionary, locale).write((int) index, out);
        }

        @Override
        public void writeDrawn(Cell cell, String locale, int draw, TextOut out) {
            Words words = cell.words(dictionary, locale);
            words.write(cell.below(draw, words.size()), out);
        }

        String textDrawn(Cell cell, String locale, int draw) {
            Words words = cell.words(dictionary, locale);
            return words.text(cell.below(draw, words.size()));
        }
    }

    /**
     * One of several texts, each as likely as another.
     *
     * @param texts all different
     */
    record Choice(List<String> texts) implements Piece {

        @Override
        public long count(Cell cell, String locale) {
            return texts.size();
        }

        @Override
        public void write(Cell cell, String locale, long index, TextOut out) {
            out.text(texts.get((int) index));
        }
    }

    /**
     * A whole number.
     *
     * @param min the smallest, 0 or more
     * @param max the largest
     * @param width the least number of digits, filled up with zeros
     */
    record Count(long min, long max, int width) implements Piece {

        @Override
        public long count(Cell cell, String locale) {
            return max - min + 1;
        }

        @Override
        public void write(Cell cell, String locale, long index, TextOut out) {
            digits(min + index, width, out);
        }

        /** Appends a number of at least {@code width} digits. */
        static void digits(long number, int width, TextOut out) {
            long unit = 1;
            int digits = 1;
            while (number / unit >= 10 || digits < width) {
                unit *= 10;
                digits++;
            }
            for (; unit > 0; unit /= 10) {
                out.ascii((char) ('0' + number / unit % 10));
            }
        }
    }

    /**
     * Characters of an alphabet.
     *
     * @param alphabet different ASCII characters
     * @param length how many; all together at most 2^62 forms
     */
    record Symbols(String alphabet, int length) implements Piece {

        /** 0 to 9 and a to f. */
        static final String HEX = "0123456789abcdef";

        @Override
        public long count(Cell cell, String locale) {
            long count = 1;
            for (int i = 0; i < length; i++) {
                count *= alphabet.length();
            }
            return count;
        }

        @Override
        public void write(Cell cell, String locale, long index, TextOut out) {
            long rest = index;
            for (int i = 0; i < length; i++) {
                out.ascii(alphabet.charAt((int) (rest % alphabet.length())));
                rest /= alphabet.length();
            }
        }
    }
}
