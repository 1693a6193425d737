package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.Values;
import dev.seedplan.runtime.internal.types.Draws;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The people of a row: every column about one of them tells of the same person. */
final class People {

    private static final String[] HOSTS = {"example.com", "example.org", "example.net"};

    private final Meanings meanings;
    private final Cells cells;

    People(Meanings meanings, Cells cells) {
        this.meanings = meanings;
        this.cells = cells;
    }

    /** Somebody. */
    private record Person(String first, String last, Draws draws) {}

    String first(ColumnMeaning column, Draws row, RowView view) {
        return person(column, row, view).first();
    }

    String last(ColumnMeaning column, Draws row, RowView view) {
        return person(column, row, view).last();
    }

    String full(ColumnMeaning column, Draws row, RowView view) {
        Person p = person(column, row, view);
        return p.first() + " " + p.last();
    }

    String initials(ColumnMeaning column, Draws row, RowView view) {
        Person p = person(column, row, view);
        return p.first().substring(0, 1) + p.last().charAt(0);
    }

    String middle(ColumnMeaning column, Draws row, RowView view) {
        String name =
                cells.at(Values.firstName(), person(column, row, view).draws().of("middle"));
        int room = Fit.maxLength(column.type());
        return column.says("initial") || (room >= 0 && room < 3) ? name.substring(0, 1) : name;
    }

    String username(ColumnMeaning column, Draws row, RowView view) {
        Person p = person(column, row, view);
        String number = number(p, 100);
        int room = Fit.maxLength(column.type());
        String full = plain(p.first()) + "_" + plain(p.last()) + number;
        return room < 0 || full.length() <= room ? full : plain(p.first()) + number;
    }

    /** {@return the address of the row's person, or of the row's company where the table knows no people} */
    String email(ColumnMeaning column, Draws row, RowView view) {
        // Two addresses of one person are at different hosts.
        String host = HOSTS[(int) row.of("host:" + column.column()).below(HOSTS.length)];
        ColumnMeaning company = meanings.first(Meaning.COMPANY_NAME, column.group());
        if (company != null && !hasPeople(column.group())) {
            String name = Values.slugify(company(company, row, view));
            return "info@" + name + "." + host;
        }
        Person p = person(column, row, view);
        String full = plain(p.first()) + "." + plain(p.last()) + number(p, 1000) + "@" + host;
        int room = Fit.maxLength(column.type());
        return room < 0 || full.length() <= room ? full : plain(p.first()).charAt(0) + plain(p.last()) + "@" + host;
    }

    String company(ColumnMeaning column, Draws row, RowView view) {
        return view.get(column.column()) instanceof String decided
                ? decided
                : cells.text(Values.companyName(), row.of("company:" + column.group()), Fit.maxLength(column.type()));
    }

    /** {@return a gender by its own draw: the dictionaries do not say whose a given name is} */
    String gender(Draws row) {
        return cells.at(Values.gender(), row.of("gender"));
    }

    private boolean hasPeople(String group) {
        return meanings.first(Meaning.FIRST_NAME, group) != null
                || meanings.first(Meaning.LAST_NAME, group) != null
                || meanings.first(Meaning.FULL_NAME, group) != null;
    }

    private Person person(ColumnMeaning column, Draws row, RowView view) {
        String group = column.group();
        Draws draws = row.of("person:" + group);
        String first = decided(Meaning.FIRST_NAME, group, view);
        String last = decided(Meaning.LAST_NAME, group, view);
        String full = decided(Meaning.FULL_NAME, group, view);
        if (full != null && full.strip().indexOf(' ') > 0) {
            String name = full.strip();
            first = first == null ? name.substring(0, name.indexOf(' ')) : first;
            last = last == null ? name.substring(name.lastIndexOf(' ') + 1) : last;
        }
        return new Person(
                first == null ? cells.at(Values.firstName(), draws.of("first")) : first,
                last == null ? cells.at(Values.lastName(), draws.of("last")) : last,
                draws);
    }

    private @Nullable String decided(Meaning meaning, String group, RowView view) {
        ColumnMeaning column = meanings.first(meaning, group);
        return column != null && view.get(column.column()) instanceof String text && !text.isBlank() ? text : null;
    }

    private static String number(Person person, int bound) {
        return String.valueOf(1 + person.draws().of("number").below(bound - 1));
    }

    private static String plain(String name) {
        return Values.slugify(name).replace("-", "").toLowerCase(Locale.ROOT);
    }
}
