package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.Values;
import dev.seedplan.runtime.internal.types.Draws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The places of a row: town, region, country, postcode, position, zone and currency belong together. */
final class Places {

    private static final List<Place> ALL = read();
    private static final double HOME = 0.7;
    // About ten kilometres: within the town or close by.
    private static final double SPREAD = 0.09;

    private final Cells cells;
    private final List<Place> home;

    Places(Cells cells) {
        this.cells = cells;
        List<Place> own = ALL.stream()
                .filter(p -> p.country().language().equals(cells.locale()))
                .toList();
        home = own.isEmpty() ? ALL : own;
    }

    /** A country: its codes, language and currency, and its name by language. */
    record Country(String code, String code3, String language, String currency, Map<String, String> names) {}

    /** A town. */
    record Place(
            String city,
            String region,
            String regionCode,
            Country country,
            String postcode,
            double latitude,
            double longitude,
            String zone) {}

    /** {@return the place of the row, or of that name's group in the row} */
    Place at(ColumnMeaning column, Draws row) {
        Draws draws = draws(column, row);
        List<Place> from = draws.of("home").chance(HOME) ? home : ALL;
        return from.get((int) draws.of("town").below(from.size()));
    }

    String street(ColumnMeaning column, Draws row) {
        return cells.text(
                Values.streetAddress().in(at(column, row).country().language()),
                draws(column, row).of("street"),
                Fit.maxLength(column.type()));
    }

    String region(ColumnMeaning column, Draws row) {
        Place place = at(column, row);
        int room = Fit.maxLength(column.type());
        boolean code =
                column.says("code") || column.says("abbr") || column.says("abbreviation") || (room >= 0 && room <= 3);
        return code ? place.regionCode() : place.region();
    }

    String postcode(ColumnMeaning column, Draws row) {
        return cells.at(
                Values.pattern(at(column, row).postcode()), draws(column, row).of("postcode"));
    }

    String country(ColumnMeaning column, Draws row) {
        Country country = at(column, row).country();
        int room = Fit.maxLength(column.type());
        if (room >= 0 && room <= 3) {
            return room == 3 ? country.code3() : country.code();
        }
        return Objects.requireNonNullElse(country.names().get(cells.locale()), country.code());
    }

    String countryCode(ColumnMeaning column, Draws row) {
        Country country = at(column, row).country();
        boolean three =
                column.says("iso3") || column.says("3") || column.says("code3") || Fit.maxLength(column.type()) == 3;
        return three ? country.code3() : country.code();
    }

    BigDecimal latitude(ColumnMeaning column, Draws row) {
        return degrees(at(column, row).latitude(), draws(column, row).of("latitude"));
    }

    BigDecimal longitude(ColumnMeaning column, Draws row) {
        return degrees(at(column, row).longitude(), draws(column, row).of("longitude"));
    }

    String locale(ColumnMeaning column, Draws row) {
        Country country = at(column, row).country();
        int room = Fit.maxLength(column.type());
        boolean tagged = column.says("locale") && (room < 0 || room >= 5);
        return tagged ? country.language() + "-" + country.code() : country.language();
    }

    /** {@return all towns of a country, for tests} */
    static List<Place> all() {
        return ALL;
    }

    private static Draws draws(ColumnMeaning column, Draws row) {
        return row.of("place:" + column.group());
    }

    private static BigDecimal degrees(double middle, Draws draws) {
        return BigDecimal.valueOf(middle + (draws.unit() - 0.5) * SPREAD).setScale(6, RoundingMode.HALF_EVEN);
    }

    private static List<Place> read() {
        Map<String, Country> countries = new LinkedHashMap<>();
        List<String> languages = List.of("en", "de", "fr", "es");
        for (String[] f : Csv.rows("countries.csv")) {
            Map<String, String> names = new LinkedHashMap<>();
            for (int i = 0; i < languages.size(); i++) {
                names.put(languages.get(i), f[4 + i]);
            }
            countries.put(f[0], new Country(f[0], f[1], f[2], f[3], names));
        }
        return Csv.rows("places.csv").stream()
                .map(f -> new Place(
                        f[0],
                        f[1],
                        f[2],
                        Objects.requireNonNull(countries.get(f[3]), () -> "no country for " + Arrays.toString(f)),
                        f[4],
                        Double.parseDouble(f[5]),
                        Double.parseDouble(f[6]),
                        f[7]))
                .toList();
    }
}
