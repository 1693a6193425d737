package dev.seedplan.runtime.internal.meaning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column can be about. */
public enum Meaning {
    /** Nothing that is known: the type decides. */
    NONE("nothing known: the type decides", 0.2),
    FIRST_NAME("a person's given name", 0.05),
    MIDDLE_NAME("a second given name or its initial", 0.5),
    LAST_NAME("a person's family name", 0.05),
    FULL_NAME("a person's name", 0.05),
    INITIALS("a person's initials", 0.1),
    NAME_PREFIX("a form of address", 0.3),
    USERNAME("a name to sign in with", 0.05),
    EMAIL("an e-mail address in the person's name", 0.05),
    PHONE("a telephone number that nobody has", 0.2),
    GENDER("a gender", 0.2),
    BIRTH_DATE("a grown-up's day of birth", 0.15),
    AGE("an age in years", 0.15),
    NATIONALITY("a nationality", 0.2),
    MARITAL_STATUS("a marital status", 0.2),
    JOB_TITLE("a post in a company", 0.2),
    BIO("what people say of themselves", 0.4),
    NATIONAL_ID("digits like those of an identity card", 0.2),
    TAX_ID("a number like a VAT number", 0.3),
    STREET_ADDRESS("a street with its number", 0.1),
    ADDRESS_LINE2("a flat or floor", 0.7),
    HOUSE_NUMBER("a house number", 0.1),
    CITY("a real town", 0.1),
    REGION("the state or region of the row's town", 0.1),
    POSTCODE("a postcode of the row's town", 0.1),
    COUNTRY("the country of the row's town", 0.1),
    COUNTRY_CODE("its ISO 3166-1 code", 0.1),
    LATITUDE("degrees north, near the row's town", 0.1),
    LONGITUDE("degrees east, near the row's town", 0.1),
    TIME_ZONE("the time zone of the row's town", 0.1),
    LOCALE("the language of the row's country", 0.1),
    COMPANY_NAME("a company", 0.1),
    DEPARTMENT("a department of a company", 0.1),
    INDUSTRY("an industry", 0.2),
    PRODUCT_NAME("a product", 0.05),
    CATEGORY_NAME("a department of a shop", 0.05),
    PLAN_NAME("a subscription plan", 0.05),
    SKU("a number of stock", 0.1),
    BARCODE("an EAN-13 with its check digit", 0.2),
    ISBN("an ISBN-13 with its check digit", 0.1),
    REFERENCE("the number of a paper or parcel", 0.1),
    MONEY("an amount with two decimals, small ones frequent", 0.1),
    MONEY_INT("an amount in cents", 0.1),
    CURRENCY("the currency of the row's country", 0.05),
    PERCENTAGE("a percentage: 0 to 1 for a rate or a ratio, else 0 to 100", 0.2),
    QUANTITY("a number of pieces", 0.1),
    PAYMENT_METHOD("a way to pay", 0.1),
    IBAN("an account number with right check digits", 0.2),
    BIC("a bank's code", 0.2),
    CARD_NUMBER("a test card's number", 0.2),
    CARD_LAST4("the last four digits of a card", 0.2),
    ACCOUNT_NUMBER("an account number", 0.2),
    NAME("a name of a thing", 0.05),
    TITLE("a heading", 0.05),
    SLUG("the row's title or name as part of an address", 0.1),
    DESCRIPTION("a sentence or two", 0.4),
    COMMENT("a remark of a sentence or two", 0.5),
    REASON("a short sentence", 0.5),
    CONTENT("a few paragraphs", 0.05),
    ERROR("a message of a program", 0.8),
    TAG("a word", 0.2),
    SKILL("what a job advertisement asks for", 0.2),
    HOBBY("a pastime", 0.3),
    GENRE("a genre of books", 0.2),
    INGREDIENT("what a dish is made of", 0.2),
    DISH("a dish", 0.05),
    ANIMAL("an animal", 0.1),
    MATERIAL("what a thing is made of", 0.2),
    EMOJI("an emoji", 0.2),
    LICENSE_PLATE("a number plate", 0.1),
    VEHICLE_MAKE("a maker of cars", 0.1),
    CODE("capital letters and digits", 0.1),
    COLOR("a colour: #4f9a1c where it fits, else its name", 0.2),
    URL("an address of the web that leads nowhere", 0.3),
    IMAGE_URL("the address of a picture that leads nowhere", 0.4),
    DOMAIN("a host that RFC 2606 reserves", 0.2),
    IP("an address of a private network", 0.2),
    MAC_ADDRESS("a hardware address", 0.2),
    PORT("a port that needs no privilege", 0.2),
    USER_AGENT("a browser as it names itself", 0.3),
    HTTP_METHOD("an HTTP method", 0.1),
    HTTP_STATUS("an HTTP status, mostly 200", 0.1),
    MIME_TYPE("the media type of the row's file", 0.1),
    FILE_NAME("a file's name", 0.1),
    FILE_PATH("a file's path", 0.1),
    FILE_EXTENSION("the extension of the row's file", 0.1),
    FILE_SIZE("a size in bytes, small ones frequent", 0.1),
    HASH("hexadecimal digits: 32, 40 or 64 by name and length", 0.1),
    PASSWORD_HASH("text in the form of a bcrypt hash", 0.05),
    TOKEN("hexadecimal digits", 0.3),
    EXTERNAL_ID("an identifier that another system gave", 0.3),
    VERSION("a version in three numbers", 0.1),
    CREATED_AT("when the row came to be, in the last two years", 0.0),
    UPDATED_AT("when it last changed, after it came to be", 0.1),
    DELETED_AT("when it was given up, after its last change", 0.9),
    PUBLISHED_AT("when it was published, between the two", 0.2),
    EXPIRES_AT("when it runs out, mostly in the future", 0.2),
    EVENT_AT("when something happened to it, after it came to be", 0.3),
    START_AT("when it begins", 0.05),
    END_AT("when it ends, after it begins", 0.25),
    FUTURE_AT("a time to come", 0.3),
    COUNT("a number of things, small ones frequent", 0.05),
    LIMIT("a round number", 0.3),
    POSITION("the row's place: 1, 2, 3", 0.05),
    RATING("1 to 5", 0.1),
    LEVEL("1 to 5, or low to critical", 0.1),
    SCORE("a score: 0 to 1 with a fraction, else 0 to 100", 0.1),
    DURATION("a length of time", 0.2),
    BODY_HEIGHT("a grown-up's height in centimetres", 0.2),
    BODY_WEIGHT("a grown-up's weight in kilograms", 0.2),
    DIMENSION("a length", 0.2),
    WEIGHT("a weight", 0.2),
    YEAR("a year", 0.1),
    MONTH("1 to 12", 0.1),
    DAY_OF_WEEK("1 to 7", 0.1),
    STATUS("a state, of which the good end is the most frequent", 0.05),
    KIND("one of a few kinds", 0.1),
    ROLE("a role, mostly the humblest", 0.05),
    MODEL_TYPE("the name of a class of rows", 0.1),
    FLAG("a boolean, one as likely as the other", 0.1),
    FLAG_ON("a boolean, mostly true", 0.05),
    FLAG_OFF("a boolean, mostly false", 0.05),
    JSON_SETTINGS("a JSON object of settings", 0.1),
    JSON_DATA("a JSON object", 0.2),
    JSON_ADDRESS("a JSON object of the row's address", 0.2);

    private final String summary;
    private final double nullRate;

    Meaning(String summary, double nullRate) {
        this.summary = summary;
        this.nullRate = nullRate;
    }

    /** {@return its name in the table of meanings and in {@code seedplan.yaml}, such as {@code first_name}} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return what its values are, in a few words} */
    public String summary() {
        return summary;
    }

    /** {@return the share of NULL in a nullable column of this meaning, 0 to 1} */
    public double nullRate() {
        return nullRate;
    }

    /** {@return the meaning of that key, empty where there is none} */
    public static Optional<Meaning> of(String key) {
        return Arrays.stream(values()).filter(m -> m.key().equals(key)).findFirst();
    }

    /** {@return all keys, in the order of this list} */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Meaning::key).toList();
    }
}
