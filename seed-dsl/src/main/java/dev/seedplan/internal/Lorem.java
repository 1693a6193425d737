package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.Dict;
import dev.seedplan.TextGen;
import dev.seedplan.spi.TextOut;
import dev.seedplan.spi.Words;

/** Placeholder text of Latin words. It stops early rather than exceed the column. */
public final class Lorem {

    private Lorem() {}

    /** Counts down the characters the column has left. */
    private static final class Room {

        private int left;

        Room(Cell cell) {
            left = cell.maxLength() < 0 ? Integer.MAX_VALUE : cell.maxLength();
        }

        boolean takes(int characters) {
            if (characters > left) {
                return false;
            }
            left -= characters;
            return true;
        }
    }

    private static void check(int min, int max) {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException("a text cannot have " + min + " to " + max + " parts");
        }
    }

    private static int between(Cell cell, int draw, int min, int max) {
        return min + cell.below(draw, max - min + 1);
    }

    /** Writes a number of words; the first one, or each, with a capital letter. */
    private static boolean words(Cell cell, int count, boolean firstUpper, boolean allUpper, int reserve, Room room, TextOut out) {
        Words words = cell.words(Dict.LOREM);
        boolean last = false;
        for (int i = 0; i < count && !last; i++) {
            String word = words.text(cell.below(i + 1, words.size()));
            boolean first = i == 0;
            if (!room.takes(word.length() + (first ? reserve : 1))) {
                if (!first) {
                    return true;
                }
                // Not even one word fits: its first letters do.
                word = word.substring(0, Math.max(0, room.left - reserve));
                room.left = 0;
                last = true;
            }
            if (!first) {
                out.ascii(' ');
            }
            for (int j = 0; j < word.length(); j++) {
                char c = word.charAt(j);
                // The dictionary is a to z: a test of it holds that.
                out.ascii(j == 0 && (allUpper || (first && firstUpper)) ? (char) (c - 'a' + 'A') : c);
            }
        }
        return count > 0;
    }

    private static boolean sentence(Cell cell, Room room, TextOut out) {
        boolean written = words(cell, between(cell, 0, 6, 14), true, false, 1, room, out);
        if (written) {
            out.ascii('.');
        }
        return written;
    }

    private static boolean sentences(Cell cell, int count, Room room, TextOut out) {
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                // The next sentence needs a blank, a word of up to 14 letters and a full stop.
                if (room.left < 16) {
                    return true;
                }
                room.left--;
                out.ascii(' ');
            }
            long mark = cell.enter(i + 1);
            boolean written = sentence(cell, room, out);
            cell.leave(mark);
            if (!written) {
                return i > 0;
            }
        }
        return count > 0;
    }

    /**
     * Words in lower case.
     *
     * @param count how many
     */
    public record Plain(int count) implements TextGen {

        /** Checks the number. */
        public Plain {
            check(count, count);
        }

        @Override
        public void write(Cell cell, TextOut out) {
            words(cell, count, false, false, 0, new Room(cell), out);
        }
    }

    /**
     * Words with capital letters, like a heading.
     *
     * @param min the fewest words
     * @param max the most words
     */
    public record Title(int min, int max) implements TextGen {

        @Override
        public void write(Cell cell, TextOut out) {
            words(cell, between(cell, 0, min, max), true, true, 0, new Room(cell), out);
        }
    }

    /**
     * Sentences of 6 to 14 words.
     *
     * @param min the fewest
     * @param max the most
     */
    public record Sentences(int min, int max) implements TextGen {

        /** Checks the numbers. */
        public Sentences {
            check(min, max);
        }

        @Override
        public void write(Cell cell, TextOut out) {
            sentences(cell, between(cell, 0, min, max), new Room(cell), out);
        }
    }

    /**
     * Paragraphs of 3 to 6 sentences.
     *
     * @param count how many
     * @param opening what stands before each
     * @param closing what stands after each
     * @param between what stands between two
     */
    public record Paragraphs(int count, String opening, String closing, String between) implements TextGen {

        /** Checks the number. */
        public Paragraphs {
            check(count, count);
        }

        @Override
        public void write(Cell cell, TextOut out) {
            Room room = new Room(cell);
            for (int i = 0; i < count; i++) {
                int frame = opening.length() + closing.length() + (i > 0 ? between.length() : 0);
                if (i > 0 && room.left < frame + 16) {
                    return;
                }
                room.left -= frame;
                out.text(i > 0 ? between : "");
                out.text(opening);
                long mark = cell.enter(i);
                sentences(cell, Lorem.between(cell, 0, 3, 6), room, out);
                cell.leave(mark);
                out.text(closing);
            }
        }
    }

    /** A document in Markdown: a heading, paragraphs, a list, another heading and paragraph. */
    public record Markdown() implements TextGen {

        private static final TextGen TITLE = new Title(3, 6);
        private static final TextGen TEXT = new Paragraphs(2, "", "", "\n\n");
        private static final TextGen ITEM = new Plain(4);

        @Override
        public void write(Cell cell, TextOut out) {
            part(cell, 0, "# ", TITLE, out);
            part(cell, 1, "\n\n", TEXT, out);
            out.text("\n");
            int items = between(cell, 0, 3, 5);
            for (int i = 0; i < items; i++) {
                part(cell, 10 + i, "\n- ", ITEM, out);
            }
            part(cell, 2, "\n\n## ", TITLE, out);
            part(cell, 3, "\n\n", TEXT, out);
            out.ascii('\n');
        }

        private static void part(Cell cell, int label, String before, TextGen text, TextOut out) {
            out.text(before);
            long mark = cell.enter(label);
            text.write(cell, out);
            cell.leave(mark);
        }
    }
}
