package dev.seedplan.dict;

import static dev.seedplan.Values.*;

import dev.seedplan.OptionalGen;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every value of the catalogue once, with what it must look like; the table of docs/values.md. */
final class Catalogue {

    private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Entry> entries = new ArrayList<>();
    private String group = "";

    /**
     * One value.
     *
     * @param group its heading
     * @param call how a plan writes it
     * @param gives what it gives
     * @param gen the source
     * @param form a regular expression that its text matches in every language
     */
    record Entry(String group, String call, String gives, OptionalGen<?> gen, String form) {}

    static List<Entry> entries() {
        Catalogue catalogue = new Catalogue();
        catalogue.people();
        catalogue.internet();
        catalogue.places();
        catalogue.companies();
        catalogue.commerce();
        catalogue.text();
        catalogue.numbers();
        catalogue.time();
        catalogue.choices();
        return List.copyOf(catalogue.entries);
    }

    private void add(String call, String gives, OptionalGen<?> gen, String form) {
        entries.add(new Entry(group, call, gives, gen, form));
    }

    private void people() {
        group = "People";
        add("firstName()", "a given name", firstName(), "\\p{Lu}[\\p{L}'’-]+");
        add("lastName()", "a family name", lastName(), ".+");
        add("fullName()", "given and family name", fullName(), "\\S+ .+");
        add("namePrefix()", "a form of address", namePrefix(), ".+");
        add("formalName()", "form of address and name", formalName(), ".+ .+");
        add("gender()", "a gender as forms ask for it", gender(), ".+");
        add("maritalStatus()", "a marital status", maritalStatus(), ".+");
        add("nationality()", "a nationality", nationality(), ".+");
        add("jobTitle()", "the title of a post", jobTitle(), ".+");
        add("profession()", "a profession", profession(), ".+");
        add("skill()", "what a job advertisement asks for", skill(), ".+");
        add("hobby()", "a pastime", hobby(), ".+");
        add("age()", "18 to 90", age(), "(1[89]|[2-8]\\d|90)");
        add(
                "birthday(18, 80)",
                "the birthday of someone of that age at the plan's instant",
                birthday(18, 80),
                "(19|20)\\d\\d-\\d\\d-\\d\\d");
        add(
                "phone()",
                "a telephone number in E.164 that nobody can have",
                phone(),
                "\\+(1\\d{3}55501\\d\\d|49\\d{10}|33\\d{9})");
    }

    private void internet() {
        group = "Internet";
        add(
                "email()",
                "a mail address on a reserved domain",
                email(),
                "[a-z]+\\.[a-z]+\\d{1,3}@example\\.(com|org|net)");
        add(
                "emailOf(\"Ada Lovelace\")",
                "the mail address of that name",
                emailOf("Ada Lovelace"),
                "ada\\.lovelace@example\\.com");
        add(
                "emailOf(\"Ada Lovelace\").unique()",
                "the same with a code that no other row has",
                emailOf("Ada Lovelace").unique(),
                "ada\\.lovelace\\.[0-9a-z]{6}@example\\.com");
        add("username()", "a user name", username(), "[a-z]+_[a-z]+\\d{1,3}");
        add("domainName()", "a host on a reserved domain", domainName(), "[a-z]+\\.example\\.(com|org|net)");
        add(
                "url()",
                "an address of the web on a reserved domain",
                url(),
                "https://[a-z]+\\.example\\.(com|org|net)/[a-z-]+/[a-z-]+");
        add(
                "urlOf(\"On numbers\")",
                "the address of a page with that title",
                urlOf("On numbers"),
                "https://example\\.com/on-numbers");
        add(
                "imageUrl()",
                "the address of a picture, which does not exist",
                imageUrl(),
                "https://example\\.com/images/[a-z-]+-\\d{4}\\.jpg");
        add("slug()", "part of an address", slug(), "[a-z-]+-[a-z-]+");
        add("ipv4()", "an address of 10.0.0.0/8", ipv4(), "10(\\.\\d{1,3}){3}");
        add("ipv6()", "an address of 2001:db8::/32", ipv6(), "2001:db8(:[1-9a-f][0-9a-f]{3}){6}");
        add("macAddress()", "a locally administered hardware address", macAddress(), "02(:[0-9a-f]{2}){5}");
        add("port()", "1024 to 65535", port(), "\\d{4,5}");
        add("userAgent()", "a browser as it names itself", userAgent(), "Mozilla/5\\.0 .+");
        add("httpMethod()", "an HTTP method", httpMethod(), "[A-Z]+");
        add("httpStatus()", "code and reason", httpStatus(), "[1-5]\\d\\d .+");
        add("mimeType()", "a media type", mimeType(), "[a-z]+/.+");
        add("fileExtension()", "the end of a file's name", fileExtension(), "[a-z0-9]+");
        add("fileName()", "a file's name", fileName(), "[a-z-]+-[a-z-]+\\.[a-z0-9]+");
        add("passwordHash()", "the form of a bcrypt hash", passwordHash(), "\\$2b\\$10\\$[./A-Za-z0-9]{53}");
        add("token()", "32 hexadecimal digits", token(), "[0-9a-f]{32}");
        add("sha256()", "64 hexadecimal digits", sha256(), "[0-9a-f]{64}");
        add("hexColor()", "a colour of the web", hexColor(), "#[0-9a-f]{6}");
        add("version()", "three numbers", version(), "\\d+\\.\\d+\\.\\d+");
    }

    private void places() {
        group = "Places";
        add("city()", "a town", city(), ".+");
        add("street()", "a street without a number", street(), ".+");
        add("streetAddress()", "street and number in the language's order", streetAddress(), ".*\\d.*");
        add("postcode()", "five digits", postcode(), "\\d{5}");
        add("fullAddress()", "an address on one line", fullAddress(), ".+, .+");
        add("state()", "a state, province or region", state(), ".+");
        add("country()", "a country's name", country(), ".+");
        add("countryCode()", "ISO 3166-1 alpha-2", countryCode(), "[A-Z]{2}");
        add("timeZone()", "a name of the IANA database", timeZone(), "\\w+(/[\\w-]+)+");
        add("latitude()", "degrees north, 6 digits after the point", latitude(), "-?\\d{1,2}\\.\\d{1,6}");
        add("longitude()", "degrees east, 6 digits after the point", longitude(), "-?\\d{1,3}\\.\\d{1,6}");
    }

    private void companies() {
        group = "Companies";
        add("companyName()", "a company", companyName(), ".+ .+");
        add("industry()", "an industry", industry(), ".+");
        add("department()", "a department of a company", department(), ".+");
        add("catchPhrase()", "what a company says of itself", catchPhrase(), ".+ .+ .+");
        add("pitch()", "what a company promises", pitch(), ".+ .+ .+");
        add("buzzword()", "a word of a brochure", buzzword(), ".+");
    }

    private void commerce() {
        group = "Commerce and money";
        add("productName()", "a product", productName(), ".+ .+ .+");
        add("productCategory()", "a department of a shop", productCategory(), ".+");
        add("material()", "what a thing is made of", material(), ".+");
        add("color()", "a colour's name", color(), ".+");
        add("price()", "0.99 to 999.99", price(), "\\d{1,3}\\.\\d\\d");
        add("price(5, 50)", "a price in that range", price(5, 50), "\\d{1,2}\\.\\d\\d");
        add("rating()", "1 to 5", rating(), "[1-5]");
        add("sku()", "a number of stock", sku(), "[A-Z]{3}-\\d{5}");
        add("orderNumber()", "the number of an order", orderNumber(), "ORD-[1-9]\\d{7}");
        add("promotionCode()", "the code of a voucher", promotionCode(), "[A-Z]{4}\\d{2}");
        add("licensePlate()", "a number plate", licensePlate(), "[A-Z]{3}-\\d{4}");
        add("ean13()", "a barcode with its check digit", ean13(), "2\\d{12}");
        add("ean8()", "a short barcode with its check digit", ean8(), "2\\d{7}");
        add("isbn13()", "the number of a book with its check digit", isbn13(), "978\\d{10}");
        add("paymentMethod()", "a way to pay", paymentMethod(), ".+");
        add("subscriptionPlan()", "a subscription", subscriptionPlan(), ".+");
        add("currencyCode()", "ISO 4217", currencyCode(), "[A-Z]{3}");
        add(
                "creditCardNumber()",
                "a card number with its check digit, from the beginnings of test cards",
                creditCardNumber(),
                "\\d{16}");
        add(
                "iban()",
                "an account number of the language's country with its check digits",
                iban(),
                "[A-Z]{2}\\d{2}[A-Z0-9]{16,23}");
        add("bic()", "a bank's code", bic(), "[A-Z]{7}0");
        add("accountNumber()", "ten digits", accountNumber(), "\\d{10}");
    }

    private void text() {
        group = "Text";
        add("word()", "a Latin word", word(), "[a-z]+");
        add("words(4)", "that many Latin words", words(4), "[a-z]+( [a-z]+){3}");
        add("title()", "3 to 7 words like a heading", title(), "[A-Z][a-z]*( [A-Z][a-z]*){2,6}");
        add("sentence()", "6 to 14 words", sentence(), "[A-Z][a-z]*( [a-z]+){5,13}\\.");
        add("sentences(2)", "that many sentences", sentences(2), "[A-Z].*\\. [A-Z].*\\.");
        add("paragraph()", "3 to 6 sentences", paragraph(), "[A-Z].*\\.");
        add("paragraphs(2)", "that many paragraphs", paragraphs(2), "(?s)[A-Z].*\\.\n\n[A-Z].*\\.");
        add("htmlParagraphs(2)", "that many paragraphs in HTML", htmlParagraphs(2), "(?s)<p>.*</p>\n<p>.*</p>");
        add("markdown()", "a document with headings, paragraphs and a list", markdown(), "(?s)# .*");
        add("adjective()", "an English adjective", adjective(), "[a-z-]+");
        add("noun()", "an English noun", noun(), "[a-z-]+");
        add("verb()", "an English verb", verb(), "[a-z]+");
        add("animal()", "an animal", animal(), ".+");
        add("bookTitle()", "the title of a book", bookTitle(), ".+");
        add("genre()", "the genre of a book", genre(), ".+");
        add("dish()", "a dish", dish(), ".+");
        add("ingredient()", "what a dish is made of", ingredient(), ".+");
        add("vehicleMake()", "a maker of cars", vehicleMake(), ".+");
        add("appName()", "the name of an app", appName(), ".+");
        add("emoji()", "an emoji", emoji(), "\\p{So}");
        add("pattern(\"??-####\")", "a text after a pattern", pattern("??-####"), "[A-Z]{2}-\\d{4}");
        add(
                "concat(\"R-\", ints(100, 999))",
                "texts and values one after the other",
                concat("R-", ints(100, 999)),
                "R-\\d{3}");
        add(
                "uniqueOf(\"on-numbers\")",
                "a text with a code that no other row has",
                uniqueOf("on-numbers"),
                "on-numbers-[0-9a-z]{6}");
    }

    private void numbers() {
        group = "Numbers";
        add("ints(1, 100)", "a whole number, both ends included", ints(1, 100), "\\d{1,3}");
        add("longs(0, 5_000_000_000L)", "a whole number for bigint", longs(0, 5_000_000_000L), "\\d{1,10}");
        add("doubles(0, 1)", "from the first up to but without the second", doubles(0, 1), "(0|\\d)\\.\\d+(E-\\d+)?");
        add(
                "decimals(\"0.00\", \"99.99\")",
                "a decimal number with the digits of its bounds",
                decimals("0.00", "99.99"),
                "\\d{1,2}\\.\\d\\d");
        add(
                "decimals(BigDecimal.ZERO, BigDecimal.TEN, 3)",
                "a decimal number with that many digits after the point",
                decimals(BigDecimal.ZERO, BigDecimal.TEN, 3),
                "\\d{1,2}\\.\\d{3}");
        add("percent()", "0 to 100", percent(), "\\d{1,3}");
        add("normal(170, 8)", "mean and standard deviation of a normal distribution", normal(170, 8), "\\d{3}\\.\\d+");
        add("exponential(5)", "the mean of an exponential distribution", exponential(5), "\\d+\\.\\d+(E-\\d+)?");
        add("zipf(1, 1_000)", "small numbers often, large ones rarely", zipf(1, 1_000), "\\d{1,4}");
        add("sequence()", "1, 2, 3, …", sequence(), "\\d+");
        add("sequence(1_000)", "1000, 1001, …", sequence(1_000), "\\d{4}");
        add("bools()", "true or false", bools(), "true|false");
        add("bools(0.2)", "true in a fifth of the rows", bools(0.2), "true|false");
    }

    private void time() {
        group = "Time";
        add(
                "times(\"2023-01-01\", \"2025-12-31\")",
                "an instant; dates stand for whole days in UTC",
                times("2023-01-01", "2025-12-31"),
                "202[345]-\\d\\d-\\d\\dT.*Z");
        add("times(START, END)", "an instant between two", times(START, END), "202[456]-\\d\\d-\\d\\dT.*Z");
        add("between(START, END)", "the same", between(START, END), "202[456]-\\d\\d-\\d\\dT.*Z");
        add("recent(30)", "an instant of the last days before the plan's", recent(30), "202[56]-\\d\\d-\\d\\dT.*Z");
        add("upcoming(30)", "an instant of the next days after the plan's", upcoming(30), "2026-\\d\\d-\\d\\dT.*Z");
        add("now()", "the plan's instant", now(), "2026-01-01T00:00:00Z");
        add("dates(\"2025-01-01\", \"2025-12-31\")", "a day", dates("2025-01-01", "2025-12-31"), "2025-\\d\\d-\\d\\d");
        add(
                "dates(LocalDate.EPOCH, LocalDate.EPOCH.plusYears(1))",
                "a day",
                dates(LocalDate.EPOCH, LocalDate.EPOCH.plusYears(1)),
                "197[01]-\\d\\d-\\d\\d");
        add("timeOfDay()", "a time of day by the second", timeOfDay(), "\\d\\d:\\d\\d(:\\d\\d)?");
        add(
                "timeOfDay(\"08:00\", \"18:00\")",
                "a time of day in that range",
                timeOfDay("08:00", "18:00"),
                "(0[89]|1[0-8]):\\d\\d(:\\d\\d)?");
        add(
                "durations(Duration.ofMinutes(1), Duration.ofHours(8))",
                "a length of time in whole seconds",
                durations(Duration.ofMinutes(1), Duration.ofHours(8)),
                "PT.*");
    }

    private void choices() {
        group = "Choices";
        add("oneOf(\"free\", \"pro\", \"team\")", "one of the values", oneOf("free", "pro", "team"), "free|pro|team");
        add("oneOf(List.of(1, 2, 3))", "one of the list's values", oneOf(List.of(1, 2, 3)), "[123]");
        add(
                "weighted(\"published\", 8, \"draft\", 2)",
                "one of up to eight values in proportion to their weights",
                weighted("published", 8, "draft", 2),
                "published|draft");
        add(
                "weighted(Map.of(\"red\", 1, \"blue\", 3))",
                "one of the keys in proportion to its weight",
                weighted(Map.of("red", 1, "blue", 3)),
                "red|blue");
        add("enums(Thread.State.class)", "one of an enum's constants", enums(Thread.State.class), "[A-Z_]+");
        add("anyOf(firstName(), noun())", "a value of one of the sources", anyOf(firstName(), noun()), ".+");
        add("constant(\"x\")", "the same always", constant("x"), "x");
        add("none()", "NULL always", none(), "null");
        add(
                "sentence().orNull(0.4)",
                "NULL in that share of the rows",
                sentence().orNull(0.4),
                "null|[A-Z].*\\.");
        add("lists(noun(), 1, 3)", "a list for an array column", lists(noun(), 1, 3), "\\[.+\\]");
        add(
                "someOf(List.of(\"a\", \"b\", \"c\"), 1, 2)",
                "different values of a list",
                someOf(List.of("a", "b", "c"), 1, 2),
                "\\[[abc](, [abc])?\\]");
        add("uuids()", "a random UUID", uuids(), "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        add("bytes(8)", "random bytes", bytes(8), ".*");
    }
}
