package dev.seedplan;

import dev.seedplan.internal.Numbers;
import dev.seedplan.internal.Piece;
import dev.seedplan.internal.Template;

/** Places. Import {@link Values}, which has all of these. */
public abstract class PlaceValues extends InternetValues {

    private static final Piece HOUSE = new Piece.Count(1, 199, 1);
    private static final Piece AMERICAN_HOUSE = new Piece.Count(1, 9_999, 1);
    private static final Piece AMERICAN_CODE = new Piece.Count(501, 99_950, 5);
    private static final Piece GERMAN_CODE = new Piece.Count(1_067, 99_998, 5);
    private static final Piece FRENCH_CODE = new Piece.Count(1_000, 95_999, 5);
    private static final Piece SPANISH_CODE = new Piece.Count(1_001, 52_080, 5);

    private static final LocalizedText CITY = Template.of(Dict.CITY);
    private static final LocalizedText STREET = Template.of(Dict.STREET);
    private static final LocalizedText STREET_ADDRESS = Template.byLanguage(
            array(AMERICAN_HOUSE, " ", Dict.STREET),
            array(Dict.STREET, " ", HOUSE),
            array(HOUSE, " ", Dict.STREET),
            array(Dict.STREET, ", ", HOUSE));
    private static final LocalizedText POSTCODE =
            Template.byLanguage(array(AMERICAN_CODE), array(GERMAN_CODE), array(FRENCH_CODE), array(SPANISH_CODE));
    private static final LocalizedText FULL_ADDRESS = Template.byLanguage(
            array(AMERICAN_HOUSE, " ", Dict.STREET, ", ", Dict.CITY, ", ", Dict.STATE, " ", AMERICAN_CODE),
            array(Dict.STREET, " ", HOUSE, ", ", GERMAN_CODE, " ", Dict.CITY),
            array(HOUSE, " ", Dict.STREET, ", ", FRENCH_CODE, " ", Dict.CITY),
            array(Dict.STREET, ", ", HOUSE, ", ", SPANISH_CODE, " ", Dict.CITY));
    private static final LocalizedText STATE = Template.of(Dict.STATE);
    private static final LocalizedText COUNTRY = Template.of(Dict.COUNTRY);
    private static final UniqueText COUNTRY_CODE = Template.of(Dict.COUNTRY_CODE);
    private static final UniqueText TIME_ZONE = Template.of(Dict.TIME_ZONE);
    private static final DoubleGen LATITUDE = new Numbers.Degrees(90);
    private static final DoubleGen LONGITUDE = new Numbers.Degrees(180);

    PlaceValues() {}

    /** {@return a town: {@code Port Adams}} Made up in English and German, real in French and Spanish. */
    public static LocalizedText city() {
        return CITY;
    }

    /** {@return a street without a number: {@code Adams Avenue}} */
    public static LocalizedText street() {
        return STREET;
    }

    /** {@return street and number in the order of the language: {@code 12 Adams Avenue}, {@code Ackerweg 12}} */
    public static LocalizedText streetAddress() {
        return STREET_ADDRESS;
    }

    /** {@return five digits in the range of the language's country; drawn apart from the town} */
    public static LocalizedText postcode() {
        return POSTCODE;
    }

    /** {@return an address on one line: {@code 12 Adams Avenue, Port Adams, Ohio 44114}; its parts are drawn apart} */
    public static LocalizedText fullAddress() {
        return FULL_ADDRESS;
    }

    /** {@return a state, province or region: {@code Ohio}, {@code Bayern}} */
    public static LocalizedText state() {
        return STATE;
    }

    /** {@return a country's name: {@code Norway}, {@code Norwegen}; in French the English one} */
    public static LocalizedText country() {
        return COUNTRY;
    }

    /** {@return a country as ISO 3166-1 alpha-2: {@code NO}} */
    public static UniqueText countryCode() {
        return COUNTRY_CODE;
    }

    /** {@return a time zone of the IANA database: {@code Europe/Oslo}} */
    public static UniqueText timeZone() {
        return TIME_ZONE;
    }

    /** {@return degrees north, -90 to 90, with 6 digits after the point} */
    public static DoubleGen latitude() {
        return LATITUDE;
    }

    /** {@return degrees east, -180 to 180, with 6 digits after the point} */
    public static DoubleGen longitude() {
        return LONGITUDE;
    }

    private static Object[] array(Object... pieces) {
        return pieces;
    }
}
