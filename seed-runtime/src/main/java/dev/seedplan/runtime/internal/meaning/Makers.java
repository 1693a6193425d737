package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.Gen;
import dev.seedplan.Values;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.schema.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which maker serves which meaning: of people, places, times and choices here, of things in {@link ThingMakers}. */
final class Makers {

    private static final int MOST_MODELS = 12;
    private static final int MOST_ELEMENTS = 3;
    private static final Maker NOTHING = (row, view) -> null;

    private final Meanings meanings;
    private final Cells cells;
    private final People people;
    private final Places places;
    private final Timeline times;
    private final Texts texts;
    private final JsonObjects json;
    private final ThingMakers things;

    Makers(Meanings meanings, Cells cells, Instant now) {
        this.meanings = meanings;
        this.cells = cells;
        people = new People(meanings, cells);
        places = new Places(cells);
        times = new Timeline(meanings, now);
        texts = new Texts(meanings, cells, this);
        Network network = new Network(cells, texts);
        json = new JsonObjects(meanings, cells, places);
        things = new ThingMakers(
                meanings, cells, texts, network, now.atOffset(ZoneOffset.UTC).getYear());
    }

    /** {@return what makes a column's values, arrays of them for an array} */
    Maker of(ColumnMeaning c) {
        TypeClass type = TypeClass.of(c.type());
        boolean few =
                type == TypeClass.ENUM || (type == TypeClass.TEXT && Choices.areListed(c.column(), meanings.table()));
        Maker one = few && c.meaning() != Meaning.NONE ? choice(c, "") : single(c);
        if (!(c.type().base() instanceof SqlType.ArrayOf)) {
            return one;
        }
        return (row, view) -> {
            Draws own = row.of("array:" + c.column());
            List<Object> elements = new ArrayList<>();
            long size = 1 + own.of("size").below(MOST_ELEMENTS);
            for (int i = 0; i < size; i++) {
                Object element = one.make(own.of(i), view);
                if (element == null) {
                    return null;
                }
                elements.add(element);
            }
            return elements;
        };
    }

    private Maker single(ColumnMeaning c) {
        return switch (c.meaning()) {
            case NONE -> NOTHING;
            case FIRST_NAME -> (row, view) -> people.first(c, row, view);
            case MIDDLE_NAME -> (row, view) -> people.middle(c, row, view);
            case LAST_NAME -> (row, view) -> people.last(c, row, view);
            case FULL_NAME -> (row, view) -> people.full(c, row, view);
            case INITIALS -> (row, view) -> people.initials(c, row, view);
            case USERNAME -> (row, view) -> people.username(c, row, view);
            case EMAIL -> (row, view) -> people.email(c, row, view);
            case COMPANY_NAME -> (row, view) -> people.company(c, row, view);
            case NAME_PREFIX -> text(c, Values.namePrefix());
            case GENDER -> choice(c, "gender");
            case MARITAL_STATUS -> choice(c, "marital");
            case NATIONALITY -> text(c, Values.nationality());
            case JOB_TITLE -> text(c, Values.jobTitle());
            case BIO, DESCRIPTION -> (row, view) -> texts.description(c, row);
            case PHONE ->
                (row, view) ->
                        texts.of(Values.phone().in(places.at(c, row).country().language()), c, row);
            case BIRTH_DATE -> (row, view) -> times.birth(row);
            case AGE -> (row, view) -> (long) cells.at(Values.age(), row.of("age"));
            case NATIONAL_ID -> text(c, Values.pattern("9##-##-####"));
            case TAX_ID ->
                (row, view) -> places.at(c, row).country().code() + texts.of(Values.pattern("#########"), c, row);
            case STREET_ADDRESS -> (row, view) -> places.street(c, row);
            case ADDRESS_LINE2 -> text(c, Values.pattern("\\Ap\\t %#"));
            case HOUSE_NUMBER -> text(c, Values.pattern("%#"));
            case CITY -> (row, view) -> places.at(c, row).city();
            case REGION -> (row, view) -> places.region(c, row);
            case POSTCODE -> (row, view) -> places.postcode(c, row);
            case COUNTRY -> (row, view) -> places.country(c, row);
            case COUNTRY_CODE -> (row, view) -> places.countryCode(c, row);
            case LATITUDE -> (row, view) -> places.latitude(c, row);
            case LONGITUDE -> (row, view) -> places.longitude(c, row);
            case TIME_ZONE -> (row, view) -> places.at(c, row).zone();
            case LOCALE -> (row, view) -> places.locale(c, row);
            case CURRENCY -> (row, view) -> places.at(c, row).country().currency();
            case JSON_ADDRESS -> (row, view) -> json.address(c, row);
            case JSON_SETTINGS -> (row, view) -> json.settings(c, row);
            case JSON_DATA -> (row, view) -> json.data(c, row);
            case CREATED_AT -> (row, view) -> times.created(row, view);
            case UPDATED_AT -> (row, view) -> times.updated(row, view);
            case DELETED_AT -> (row, view) -> times.deleted(row, view);
            case PUBLISHED_AT -> (row, view) -> times.published(row, view);
            case EXPIRES_AT -> (row, view) -> times.expires(c, row, view);
            case EVENT_AT -> (row, view) -> times.event(c, row, view);
            case FUTURE_AT -> (row, view) -> times.future(c, row);
            case START_AT -> isClock(c) ? (row, view) -> times.opens(c, row) : (row, view) -> times.start(c, row, view);
            case END_AT -> isClock(c) ? (row, view) -> times.closes(c, row) : (row, view) -> times.end(c, row, view);
            case STATUS, ROLE, LEVEL, KIND -> choice(c, c.meaning().key());
            case MODEL_TYPE -> models(c);
            case FLAG -> flag(c, 0.5);
            case FLAG_ON -> flag(c, 0.85);
            case FLAG_OFF -> gone(c) ? (row, view) -> Absence.isGone(row) : flag(c, 0.08);
            default -> things.of(c);
        };
    }

    private Maker text(ColumnMeaning c, Gen<String> gen) {
        return (row, view) -> texts.of(gen, c, row);
    }

    private static Maker flag(ColumnMeaning c, double share) {
        return (row, view) -> row.of("flag:" + c.column()).chance(share);
    }

    /** {@return whether the flag says the same as a column of the table that tells when} */
    private boolean gone(ColumnMeaning c) {
        return meanings.columns().stream()
                .filter(other -> other.meaning() == Meaning.DELETED_AT)
                .anyMatch(other ->
                        Arrays.stream(other.words().split(" ", -1)).anyMatch(w -> w.length() > 2 && c.says(w)));
    }

    /** {@return one of the column's few values; of an integer, which stands for them, small numbers} */
    private Maker choice(ColumnMeaning c, String label) {
        String draw = label.isEmpty() ? "choice:" + c.column() : label + ":" + c.column();
        if (TypeClass.of(c.type()) == TypeClass.INT) {
            long first = c.meaning() == Meaning.LEVEL ? 1 : 0;
            long most = c.meaning() == Meaning.LEVEL ? 5 : 3;
            return (row, view) -> first + row.of(draw).below(most);
        }
        Choices choices = Choices.of(c, meanings.table());
        if (choices.isEmpty()) {
            return NOTHING;
        }
        boolean letter = Fit.maxLength(c.type()) == 1;
        return (row, view) -> {
            String value = choices.at(row.of(draw));
            return letter ? value.substring(0, 1).toUpperCase(Locale.ROOT) : value;
        };
    }

    /** {@return names of classes of rows, after this schema's tables} */
    private Maker models(ColumnMeaning c) {
        List<String> models = meanings.snapshot().tables().stream()
                .filter(t -> t.name().schema().equals(meanings.table().name().schema()) && t.extension() == null)
                .map(Makers::model)
                .limit(MOST_MODELS)
                .toList();
        return (row, view) -> models.isEmpty()
                ? null
                : models.get((int) row.of("model:" + c.column()).below(models.size()));
    }

    private static String model(Table table) {
        String words = Rules.shared().tableWords(table.name().name()).strip();
        return Values.titleCase(words).replace(" ", "");
    }

    private static boolean isClock(ColumnMeaning c) {
        return TypeClass.of(c.type()) == TypeClass.CLOCK;
    }
}
