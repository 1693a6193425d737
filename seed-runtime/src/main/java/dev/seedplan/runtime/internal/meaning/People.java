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

    String first(ColumnMeaning column, Draws row, RowView view) {
        String decided = decided(Meaning.FIRST_NAME, column.group(), view);
        String full = decided == null ? decided(Meaning.FULL_NAME, column.group(), view) : null;
        if (full != null && full.indexOf(' ') > 0) {
            decided = full.substring(0, full.indexOf(' '));
        }
        return decided == null
                ? cells.at(Values.firstName(), person(column, row).of("first"))
                : decided;
    }

    String last(ColumnMeaning column, Draws row, RowView view) {
        String decided = decided(Meaning.LAST_NAME, column.group(), view);
        String full = decided == null ? decided(Meaning.FULL_NAME, column.group(), view) : null;
        if (full != null && full.indexOf(' ') > 0) {
            decided = full.substring(full.lastIndexOf(' ') + 1);
        }
        return decided == null ? cells.at(Values.lastName(), person(column, row).of("last")) : decided;
    }

    String full(ColumnMeaning column, Draws row, RowView view) {
        return first(column, row, view) + " " + last(column, row, view);
    }

    String initials(ColumnMeaning column, Draws row, RowView view) {
        return first(column, row, view).substring(0, 1)
                + last(column, row, view).charAt(0);
    }

    String middle(ColumnMeaning column, Draws row, RowView view) {
        String name = cells.at(Values.firstName(), person(column, row).of("middle"));
        int room = Fit.maxLength(column.type());
        return column.says("initial") || (room >= 0 && room < 3) ? name.substring(0, 1) : name;
    }

    String username(ColumnMeaning column, Draws row, RowView view) {
        String first = plain(first(column, row, view));
        String number = number(column, row, 100);
        int room = Fit.maxLength(column.type());
        String full = first + "_" + plain(last(column, row, view)) + number;
        return room < 0 || full.length() <= room ? full : first + number;
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
        String first = plain(first(column, row, view));
        String last = plain(last(column, row, view));
        String full = first + "." + last + number(column, row, 1_000) + "@" + host;
        int room = Fit.maxLength(column.type());
        return room < 0 || full.length() <= room ? full : first.charAt(0) + last + "@" + host;
    }

    String company(ColumnMeaning column, Draws row, RowView view) {
        return view.get(column.column()) instanceof String decided
                ? decided
                : cells.text(Values.companyName(), row.of("company:" + column.group()), Fit.maxLength(column.type()));
    }

    private boolean hasPeople(String group) {
        return meanings.first(Meaning.FIRST_NAME, group) != null
                || meanings.first(Meaning.LAST_NAME, group) != null
                || meanings.first(Meaning.FULL_NAME, group) != null;
    }

    private static Draws person(ColumnMeaning column, Draws row) {
        return row.of("person:" + column.group());
    }

    private @Nullable String decided(Meaning meaning, String group, RowView view) {
        ColumnMeaning column = meanings.first(meaning, group);
        return column != null && view.get(column.column()) instanceof String text && !text.isBlank()
                ? text.strip()
                : null;
    }

    private static String number(ColumnMeaning column, Draws row, int bound) {
        return String.valueOf(1 + person(column, row).of("number").below(bound - 1));
    }

    private static String plain(String name) {
        return Values.slugify(name).replace("-", "").toLowerCase(Locale.ROOT);
    }
}
