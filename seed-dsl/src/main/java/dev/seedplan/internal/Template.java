package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.LocalizedText;
import dev.seedplan.spi.TextOut;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text of pieces in a row, which may differ by language. Its domain is the product of the pieces' forms. */
public final class Template implements LocalizedText {

    // What a permutation can hold; a larger domain is used up to here.
    private static final long LARGEST = 1L << 62;

    private final List<Piece[]> byLanguage;
    private final @Nullable String locale;

    private Template(List<Piece[]> byLanguage, @Nullable String locale) {
        this.byLanguage = byLanguage;
        this.locale = locale;
    }

    /** {@return a text of those pieces in every language; see {@link Piece#of}} */
    public static Template of(Object... pieces) {
        return new Template(List.<Piece[]>of(pieces(pieces)), null);
    }

    /** {@return a text of other pieces in each language, in the order of {@link Languages#CODES}} */
    public static Template byLanguage(Object[]... pieces) {
        return new Template(Arrays.stream(pieces).map(Template::pieces).toList(), null);
    }

    @Override
    public Template in(String language) {
        Languages.index(language);
        return new Template(byLanguage, language);
    }

    @Override
    public void write(Cell cell, TextOut out) {
        String language = language(cell);
        Piece[] pieces = pieces(language);
        for (int i = 0; i < pieces.length; i++) {
            pieces[i].writeDrawn(cell, language, i, out);
        }
    }

    @Override
    public String at(Cell cell) {
        String language = language(cell);
        Piece[] pieces = pieces(language);
        if (pieces.length == 1 && pieces[0] instanceof Piece.Word word) {
            return word.textDrawn(cell, language, 0);
        }
        return LocalizedText.super.at(cell);
    }

    @Override
    public long capacity(Cell cell) {
        String language = language(cell);
        long capacity = 1;
        for (Piece piece : pieces(language)) {
            long count = piece.count(cell, language);
            if (capacity > LARGEST / count) {
                return LARGEST;
            }
            capacity *= count;
        }
        return capacity;
    }

    @Override
    public void writeNth(Cell cell, long index, TextOut out) {
        String language = language(cell);
        long rest = index;
        for (Piece piece : pieces(language)) {
            long count = piece.count(cell, language);
            piece.write(cell, language, rest % count, out);
            rest /= count;
        }
    }

    private String language(Cell cell) {
        return locale != null ? locale : cell.locale();
    }

    private Piece[] pieces(String language) {
        return byLanguage.get(byLanguage.size() == 1 ? 0 : Languages.index(language));
    }

    private static Piece[] pieces(Object[] shorthands) {
        return Arrays.stream(shorthands).map(Piece::of).toArray(Piece[]::new);
    }
}
