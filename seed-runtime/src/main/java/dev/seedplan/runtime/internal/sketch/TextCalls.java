package dev.seedplan.runtime.internal.sketch;

import dev.seedplan.runtime.internal.meaning.Meaning;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalogue's text for what a column is about. */
final class TextCalls {

    /** Of these there are enough different ones for a column in which none may repeat. */
    private static final Set<Meaning> PLENTY = Set.of(
            Meaning.EMAIL,
            Meaning.USERNAME,
            Meaning.FULL_NAME,
            Meaning.SKU,
            Meaning.BARCODE,
            Meaning.ISBN,
            Meaning.REFERENCE,
            Meaning.IBAN,
            Meaning.CARD_NUMBER,
            Meaning.ACCOUNT_NUMBER,
            Meaning.URL,
            Meaning.IMAGE_URL,
            Meaning.SLUG,
            Meaning.TOKEN,
            Meaning.EXTERNAL_ID,
            Meaning.HASH,
            Meaning.IP,
            Meaning.PHONE,
            Meaning.COUNTRY_CODE);

    private static final int USUAL_LENGTH = 30;
    private static final Map<Meaning, Call> CALLS = new EnumMap<>(Meaning.class);

    /**
     * A call.
     *
     * @param code Java
     * @param length characters that all of its values fit into, or are cut to where it is 0
     */
    private record Call(String code, int length) {}

    static {
        put("firstName()", Meaning.FIRST_NAME, Meaning.MIDDLE_NAME);
        put("lastName()", Meaning.LAST_NAME);
        put("fullName()", Meaning.FULL_NAME);
        put("username()", Meaning.USERNAME);
        put("jobTitle()", Meaning.JOB_TITLE);
        put("gender()", Meaning.GENDER);
        put("nationality()", Meaning.NATIONALITY);
        put("maritalStatus()", Meaning.MARITAL_STATUS);
        put("streetAddress()", Meaning.STREET_ADDRESS);
        put("city()", Meaning.CITY);
        put("state()", Meaning.REGION);
        put("country()", Meaning.COUNTRY);
        put("timeZone()", Meaning.TIME_ZONE);
        put("companyName()", Meaning.COMPANY_NAME);
        put("department()", Meaning.DEPARTMENT);
        put("industry()", Meaning.INDUSTRY);
        put("productName()", Meaning.PRODUCT_NAME);
        put("productCategory()", Meaning.CATEGORY_NAME);
        put("subscriptionPlan()", Meaning.PLAN_NAME);
        put("paymentMethod()", Meaning.PAYMENT_METHOD);
        put("skill()", Meaning.SKILL);
        put("hobby()", Meaning.HOBBY);
        put("genre()", Meaning.GENRE);
        put("ingredient()", Meaning.INGREDIENT);
        put("dish()", Meaning.DISH);
        put("animal()", Meaning.ANIMAL);
        put("material()", Meaning.MATERIAL);
        put("color()", Meaning.COLOR);
        put("vehicleMake()", Meaning.VEHICLE_MAKE);
        put("fileName()", Meaning.FILE_NAME);
        put(0, "word()", Meaning.TAG);
        put(0, "title()", Meaning.NAME, Meaning.TITLE);
        put(0, "sentence()", Meaning.BIO, Meaning.DESCRIPTION, Meaning.COMMENT, Meaning.REASON, Meaning.ERROR);
        put(0, "paragraphs(2)", Meaning.CONTENT);
        put(60, "email()", Meaning.EMAIL);
        put(60, "slug()", Meaning.SLUG);
        put(16, "phone()", Meaning.PHONE);
        put(10, "namePrefix()", Meaning.NAME_PREFIX);
        put(10, "postcode()", Meaning.POSTCODE);
        put(2, "countryCode()", Meaning.COUNTRY_CODE);
        put(3, "currencyCode()", Meaning.CURRENCY);
        put(12, "sku()", Meaning.SKU);
        put(13, "ean13()", Meaning.BARCODE);
        put(13, "isbn13()", Meaning.ISBN);
        put(14, "orderNumber()", Meaning.REFERENCE);
        put(34, "iban()", Meaning.IBAN);
        put(11, "bic()", Meaning.BIC);
        put(19, "creditCardNumber()", Meaning.CARD_NUMBER);
        put(10, "accountNumber()", Meaning.ACCOUNT_NUMBER);
        put(8, "emoji()", Meaning.EMOJI);
        put(10, "licensePlate()", Meaning.LICENSE_PLATE);
        put(100, "url()", Meaning.URL);
        put(100, "imageUrl()", Meaning.IMAGE_URL);
        put(60, "domainName()", Meaning.DOMAIN);
        put(15, "ipv4()", Meaning.IP);
        put(17, "macAddress()", Meaning.MAC_ADDRESS);
        put(200, "userAgent()", Meaning.USER_AGENT);
        put(7, "httpMethod()", Meaning.HTTP_METHOD);
        put(80, "mimeType()", Meaning.MIME_TYPE);
        put(8, "fileExtension()", Meaning.FILE_EXTENSION);
        put(64, "sha256()", Meaning.HASH);
        put(60, "passwordHash()", Meaning.PASSWORD_HASH);
        put(32, "token()", Meaning.TOKEN, Meaning.EXTERNAL_ID);
        put(10, "version()", Meaning.VERSION);
    }

    private TextCalls() {}

    private static void put(String code, Meaning... meanings) {
        put(USUAL_LENGTH, code, meanings);
    }

    private static void put(int length, String code, Meaning... meanings) {
        for (Meaning meaning : meanings) {
            CALLS.put(meaning, new Call(code, length));
        }
    }

    /**
     * {@return the call; null where the catalogue has nothing that fits}
     *
     * @param longest the column's greatest length; -1 for any
     */
    static @Nullable String of(Meaning meaning, int longest) {
        Call call = CALLS.get(meaning);
        return call == null || (longest >= 0 && call.length() > longest) ? null : call.code();
    }

    /**
     * {@return a call that gives no value twice; null where none fits}
     *
     * @param word what such texts begin with where the meaning says nothing
     */
    static @Nullable String distinct(Meaning meaning, int longest, String word) {
        String plain = of(meaning, longest);
        if (plain != null && PLENTY.contains(meaning)) {
            return plain + ".unique()";
        }
        // A separator and six letters or digits follow.
        return longest >= 0 && longest < USUAL_LENGTH / 2
                ? null
                : "uniqueOf(" + JavaText.quoted(Objects.requireNonNull(word)) + ")";
    }
}
