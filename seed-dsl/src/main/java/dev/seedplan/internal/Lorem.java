package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.Dict;
import dev.seedplan.TextGen;
import dev.seedplan.spi.TextOut;
import dev.seedplan.spi.Words;

/** Placeholder text of Latin words. It stops early rather than exceed the column. */
public final class Lorem {

    // Room for any first word and a full stop: the longest word has 14 letters.
    private static final int SHORTEST = 15;

    private Lorem() {}

    /** Counts down the characters the column has left. */
    private static final class Room {

        // Never counted down, and so the same for all.
        private static final Room UNLIMITED = new Room(Integer.MAX_VALUE);

        private int left;

        private Room(int left) {
            this.left = left;
        }

        static Room of(Cell cell) {
            return cell.maxLength() < 0 ? UNLIMITED : new Room(cell.maxLength());
        }

        /** {@return whether there is a limit at all: without one nothing is counted} */
        boolean isLimited() {
            return left != Integer.MAX_VALUE;
        }

        boolean holds(int characters) {
            return characters <= left;
        }

        boolean takes(int characters) {
            if (!holds(characters)) {
                return false;
            }
            if (isLimited()) {
                left -= characters;
            }
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

    /** How words are spelled. */
    private enum Capitals {
        NONE,
        FIRST,
        ALL
    }

    /** Writes up to {@code count} words; room for {@code reserve} characters stays after the first. */
    private static void words(Cell cell, int count, Capitals capitals, int reserve, Room room, TextOut out) {
        Words words = cell.words(Dict.LOREM);
        for (int i = 0; i < count; i++) {
            int index = cell.below(i + 1, words.size());
            boolean capital = capitals == Capitals.ALL || (i == 0 && capitals == Capitals.FIRST);
            if (room.isLimited() && !room.takes(words.text(index).length() + (i == 0 ? reserve : 1))) {
                if (i == 0) {
                    // Not even one word fits: its first letters do.
                    letters(words.text(index), Math.max(0, room.left - reserve), capital, out);
                    room.left = 0;
                }
                return;
            }
            if (i > 0) {
                out.ascii(' ');
            }
            if (capital) {
                words.writeCapital(index, out);
            } else {
                words.write(index, out);
            }
        }
    }

    /** Writes the first letters of a word, which is a to z: a test of the dictionary holds that. */
    private static void letters(String word, int most, boolean capital, TextOut out) {
        int length = Math.min(most, word.length());
        for (int i = 0; i < length; i++) {
            char c = word.charAt(i);
            out.ascii(i == 0 && capital ? (char) (c - 'a' + 'A') : c);
        }
    }

    private static void sentence(Cell cell, Room room, TextOut out) {
        words(cell, between(cell, 0, 6, 14), Capitals.FIRST, 1, room, out);
        out.ascii('.');
    }

    private static void sentences(Cell cell, int count, Room room, TextOut out) {
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                if (!room.holds(1 + SHORTEST)) {
                    return;
                }
                room.takes(1);
                out.ascii(' ');
            }
            long mark = cell.enter(i + 1);
            sentence(cell, room, out);
            cell.leave(mark);
        }
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
            words(cell, count, Capitals.NONE, 0, Room.of(cell), out);
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
            words(cell, between(cell, 0, min, max), Capitals.ALL, 0, Room.of(cell), out);
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
            sentences(cell, between(cell, 0, min, max), Room.of(cell), out);
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
            Room room = Room.of(cell);
            for (int i = 0; i < count; i++) {
                int frame = opening.length() + closing.length() + (i > 0 ? between.length() : 0);
                if (i > 0 && !room.holds(frame + SHORTEST)) {
                    return;
                }
                room.takes(frame);
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
