package dev.seedplan;

import dev.seedplan.internal.Languages;
import java.util.List;
import java.util.Locale;

/**
 * The dictionaries behind the catalogue of values; versioned, so that a value never changes with a library.
 *
 * <p>They come from Datafaker's data (Apache-2.0), in English, German, French and Spanish. Where a language has no list of
 * its own, the English one stands in.
 */
public enum Dict {
    /** Given names without spaces. */
    FIRST_NAME,
    /** Given names in lower-case a to z, for user names and addresses. */
    FIRST_NAME_ASCII,
    /** Family names. */
    LAST_NAME,
    /** Family names in lower-case a to z, for user names and addresses. */
    LAST_NAME_ASCII,
    /** Forms of address: Ms., Dr. */
    NAME_PREFIX,
    /** Genders as forms ask for them. */
    GENDER,
    /** Marital statuses. */
    MARITAL_STATUS,
    /** Nationalities as adjectives. */
    NATIONALITY,
    /** Titles of posts in a company. */
    JOB_TITLE,
    /** Departments of a company. */
    JOB_FIELD,
    /** Professions. */
    PROFESSION,
    /** Skills a job advertisement asks for. */
    SKILL,
    /** What people do in their spare time. */
    HOBBY,
    /** Towns; made from parts in English and German, real ones in French and Spanish. */
    CITY,
    /** Streets without house numbers. */
    STREET,
    /** States, provinces or regions. */
    STATE,
    /** Countries. */
    COUNTRY,
    /** Countries as ISO 3166-1 alpha-2. */
    COUNTRY_CODE,
    /** Time zones as the IANA database names them. */
    TIME_ZONE,
    /** Legal forms of companies. */
    COMPANY_SUFFIX,
    /** Industries. */
    INDUSTRY,
    /** First words of a catch phrase. */
    BUZZ_ADJECTIVE,
    /** Middle words of a catch phrase. */
    BUZZ_DESCRIPTOR,
    /** Last words of a catch phrase. */
    BUZZ_NOUN,
    /** First words of a company's promise. */
    PITCH_VERB,
    /** Middle words of a company's promise. */
    PITCH_ADJECTIVE,
    /** Last words of a company's promise. */
    PITCH_NOUN,
    /** Departments of a shop. */
    DEPARTMENT,
    /** First words of a product's name. */
    PRODUCT_ADJECTIVE,
    /** Materials. */
    MATERIAL,
    /** Last words of a product's name. */
    PRODUCT,
    /** Colours. */
    COLOR,
    /** Ways to pay. */
    PAYMENT_METHOD,
    /** Names of subscription plans. */
    SUBSCRIPTION_PLAN,
    /** Currencies as ISO 4217. */
    CURRENCY_CODE,
    /** Latin words of placeholder text. */
    LOREM,
    /** Adjectives in lower case. */
    ADJECTIVE,
    /** Nouns in lower case. */
    NOUN,
    /** Verbs in lower case. */
    VERB,
    /** Browsers as they name themselves. */
    USER_AGENT,
    /** Media types. */
    MIME_TYPE,
    /** Extensions of file names. */
    FILE_EXTENSION,
    /** HTTP methods. */
    HTTP_METHOD,
    /** HTTP status lines: code and reason. */
    HTTP_STATUS,
    /** Animals. */
    ANIMAL,
    /** Titles of books. */
    BOOK_TITLE,
    /** Genres of books. */
    GENRE,
    /** Dishes. */
    DISH,
    /** What dishes are made of. */
    INGREDIENT,
    /** Makers of cars. */
    VEHICLE_MAKE,
    /** Names of apps. */
    APP_NAME,
    /** Emoji. */
    EMOJI;

    /** The version of all dictionaries, part of a run's contract; raised when a word changes. */
    public static final int VERSION = 1;

    /** {@return the languages there are dictionaries in, as ISO 639-1 codes; English, the fallback, first} */
    public static List<String> locales() {
        return Languages.CODES;
    }

    /** {@return the class path resource that holds this dictionary in a language, which may be missing} */
    public String resource(String locale) {
        return "dev/seedplan/dict/" + VERSION + "/" + locale + "/"
                + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
}
