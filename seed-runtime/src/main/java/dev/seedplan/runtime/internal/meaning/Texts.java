package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.Gen;
import dev.seedplan.Values;
import dev.seedplan.runtime.internal.types.Draws;
import java.util.List;
import java.util.Locale;

/** Names, headings and running text. */
final class Texts {

    /** Where a slug comes from, the first that the table has. */
    private static final List<Meaning> NAMED = List.of(
            Meaning.TITLE,
            Meaning.PRODUCT_NAME,
            Meaning.COMPANY_NAME,
            Meaning.CATEGORY_NAME,
            Meaning.PLAN_NAME,
            Meaning.DEPARTMENT,
            Meaning.NAME,
            Meaning.FULL_NAME,
            Meaning.CITY);

    private final Meanings meanings;
    private final Cells cells;
    private final Makers makers;

    Texts(Meanings meanings, Cells cells, Makers makers) {
        this.meanings = meanings;
        this.cells = cells;
        this.makers = makers;
    }

    /** {@return a value of the catalogue at the column's own draws} */
    String of(Gen<String> gen, ColumnMeaning column, Draws row) {
        return cells.text(gen, own(column, row), Fit.maxLength(column.type()));
    }

    /** {@return a name for a thing of which nothing is known but that it has one: {@code Brave Otter}} */
    String name(ColumnMeaning column, Draws row) {
        Draws own = own(column, row);
        int room = Fit.maxLength(column.type());
        String adjective = cells.at(Values.adjective(), own.of("adjective"));
        String noun = cells.at(Values.noun(), own.of("noun"));
        String name = Values.titleCase(adjective + " " + noun);
        return room < 0 || name.length() <= room ? name : Values.titleCase(noun);
    }

    /** {@return a heading; of a book or film that of a book} */
    String title(ColumnMeaning column, Draws row) {
        String table = Rules.shared().tableWords(meanings.table().name().name());
        boolean work = table.matches("(.* )?(book|film|movie|album|song|track|novel) ");
        return work
                ? of(Values.bookTitle(), column, row)
                : Values.titleCase(of(Values.catchPhrase(), column, row).toLowerCase(Locale.ROOT));
    }

    /** {@return the row's title or name as part of an address} */
    String slug(ColumnMeaning column, Draws row, RowView view) {
        for (Meaning meaning : NAMED) {
            ColumnMeaning named = meanings.first(meaning, "");
            if (named != null && !named.equals(column)) {
                Object text = view.has(named.column())
                        ? view.get(named.column())
                        : Fit.to(named.type(), makers.of(named).make(row, view));
                if (text instanceof String t && !t.isBlank()) {
                    return Values.slugify(t);
                }
            }
        }
        return of(Values.slug(), column, row);
    }

    /** {@return a sentence that promises something, or two} */
    String description(ColumnMeaning column, Draws row) {
        Draws own = own(column, row);
        String first = sentence(own.of("first"));
        int room = Fit.maxLength(column.type());
        if (room >= 0 && first.length() > room) {
            return cells.text(Values.words(4), own, room);
        }
        String both = first + " " + sentence(own.of("second"));
        return own.chance(0.5) && (room < 0 || both.length() <= room) ? both : first;
    }

    /** {@return a remark of one or two sentences} */
    String comment(ColumnMeaning column, Draws row) {
        int count = own(column, row).of("sentences").chance(0.7) ? 1 : 2;
        return of(Values.sentences(count), column, row);
    }

    String content(ColumnMeaning column, Draws row) {
        if (column.says("html")) {
            return of(Values.htmlParagraphs(2), column, row);
        } else if (column.says("markdown")) {
            return of(Values.markdown(), column, row);
        }
        boolean brief = column.says("message") || column.says("text");
        return of(brief ? Values.sentences(2) : Values.paragraphs(2), column, row);
    }

    /** {@return capital letters and digits that fit} */
    String code(ColumnMeaning column, Draws row) {
        int room = Fit.maxLength(column.type());
        String pattern = room < 0 || room >= 8 ? "???-####" : "????????".substring(0, Math.max(1, room));
        return of(Values.pattern(pattern), column, row);
    }

    /** {@return the number of a paper: {@code INV-204815} after the word before it} */
    String reference(ColumnMeaning column, Draws row) {
        String table = Rules.shared().tableWords(meanings.table().name().name()).strip();
        String words = column.words().strip();
        int last = words.lastIndexOf(' ');
        String about = last > 0 ? words.substring(words.lastIndexOf(' ', last - 1) + 1, last) : table;
        about = about.substring(about.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT);
        String prefix = about.chars().allMatch(c -> c >= 'A' && c <= 'Z') && about.length() >= 3
                ? about.substring(0, 3) + "-"
                : "";
        int room = Fit.maxLength(column.type());
        int digits = room < 0 ? 8 : Math.max(1, Math.min(8, room - prefix.length()));
        String escaped = prefix;
        return of(Values.pattern("%" + "#".repeat(digits - 1)).map(n -> escaped + n), column, row);
    }

    static Draws own(ColumnMeaning column, Draws row) {
        return row.of("text:" + column.column());
    }

    private String sentence(Draws draws) {
        String pitch = cells.at(Values.pitch(), draws);
        return pitch.substring(0, 1).toUpperCase(Locale.ROOT) + pitch.substring(1) + ".";
    }
}
