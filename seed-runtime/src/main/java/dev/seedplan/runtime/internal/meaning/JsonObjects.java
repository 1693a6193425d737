package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.Values;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.schema.Column;

/** Objects for json columns; an array where the column's default is one. */
final class JsonObjects {

    private final Meanings meanings;
    private final Cells cells;
    private final Places places;

    JsonObjects(Meanings meanings, Cells cells, Places places) {
        this.meanings = meanings;
        this.cells = cells;
        this.places = places;
    }

    String settings(ColumnMeaning column, Draws row) {
        Draws own = row.of("json:" + column.column());
        if (isArray(column)) {
            return words(own);
        }
        return "{\"theme\": \"" + (own.of("theme").chance(0.6) ? "light" : "dark") + "\", \"notifications\": "
                + own.of("notifications").chance(0.8) + ", \"language\": \"" + cells.locale() + "\"}";
    }

    String data(ColumnMeaning column, Draws row) {
        Draws own = row.of("json:" + column.column());
        if (isArray(column)) {
            return words(own);
        }
        return "{\"source\": \""
                + new String[] {"web", "mobile", "api", "import"}
                        [(int) own.of("source").below(4)] + "\", \"version\": "
                + (1 + own.of("version").below(5)) + ", \"tags\": " + words(own) + "}";
    }

    String address(ColumnMeaning column, Draws row) {
        Places.Place place = places.at(column, row);
        return "{\"street\": " + quoted(places.street(column, row)) + ", \"city\": " + quoted(place.city())
                + ", \"region\": " + quoted(place.region()) + ", \"postcode\": " + quoted(places.postcode(column, row))
                + ", \"country\": " + quoted(place.country().code()) + "}";
    }

    private boolean isArray(ColumnMeaning column) {
        return meanings.table()
                .column(column.column())
                .map(Column::defaultExpression)
                .filter(d -> d.startsWith("'["))
                .isPresent();
    }

    private String words(Draws own) {
        return "[" + quoted(cells.at(Values.noun(), own.of("first"))) + ", "
                + quoted(cells.at(Values.noun(), own.of("second"))) + "]";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
