package dev.seedplan.dict;

import static dev.seedplan.Dict.*;

import dev.seedplan.Dict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Where each dictionary comes from. A language without an entry has no list of its own. */
final class Recipes {

    private final Source source;

    Recipes(Source source) {
        this.source = source;
    }

    /** {@return the raw words of a language's dictionaries, in the order of {@link Dict}} */
    Map<Dict, List<String>> of(String locale) {
        Map<Dict, List<String>> lists = new EnumMap<>(Dict.class);
        switch (locale) {
            case "en" -> english(lists);
            case "de" -> german(lists);
            case "fr" -> french(lists);
            case "es" -> spanish(lists);
            default -> throw new IllegalArgumentException(locale);
        }
        return lists;
    }

    private static void names(Map<Dict, List<String>> lists, List<String> firstNames, List<String> lastNames) {
        List<String> single = Cleaning.singleNames(firstNames);
        lists.put(FIRST_NAME, single);
        lists.put(FIRST_NAME_ASCII, Cleaning.ascii(single));
        lists.put(LAST_NAME, lastNames);
        lists.put(LAST_NAME_ASCII, Cleaning.ascii(lastNames));
    }

    private void english(Map<Dict, List<String>> lists) {
        englishPeople(lists);
        englishPlaces(lists);
        englishBusiness(lists);
        lists.put(
                LOREM,
                union(source.words("en/lorem.yml", "lorem.words"), source.words("en/lorem.yml", "lorem.supplemental")));
        lists.put(ADJECTIVE, source.words("en/words.yml", "words.adjective"));
        lists.put(NOUN, source.words("en/words.yml", "words.noun"));
        lists.put(VERB, source.words("en/words.yml", "words.verb"));
        lists.put(USER_AGENT, source.words("en/http.yml", "http.user_agent"));
        lists.put(MIME_TYPE, source.words("en/file.yml", "file.mime_type"));
        lists.put(FILE_EXTENSION, source.words("en/file.yml", "file.extension"));
        lists.put(HTTP_METHOD, source.words("en/http.yml", "http.http_method"));
        lists.put(HTTP_STATUS, source.words("en/http.yml", "http.status_code"));
        lists.put(ANIMAL, source.words("en/animal.yml", "creature.animal.name"));
        lists.put(BOOK_TITLE, source.words("en/book.yml", "book.title"));
        lists.put(GENRE, source.words("en/book.yml", "book.genre"));
        lists.put(DISH, source.words("en/food.yml", "food.dish"));
        lists.put(INGREDIENT, source.words("en/food.yml", "food.ingredients"));
        lists.put(VEHICLE_MAKE, source.words("en/vehicle.yml", "vehicle.makes"));
        lists.put(APP_NAME, source.words("en/app.yml", "app.name"));
        lists.put(EMOJI, source.words("en/emoji.yml", "emoji.smileys"));
    }

    private void englishPeople(Map<Dict, List<String>> lists) {
        List<String> women = source.words("en/name.yml", "name.female_first_name");
        List<String> men = source.words("en/name.yml", "name.male_first_name");
        names(lists, union(women, men), source.words("en/name.yml", "name.last_name"));
        lists.put(NAME_PREFIX, source.words("en/name.yml", "name.prefix"));
        lists.put(GENDER, source.words("en/gender.yml", "gender.types"));
        lists.put(MARITAL_STATUS, source.words("en/demographic.yml", "demographic.marital_status"));
        lists.put(NATIONALITY, source.words("en/demographic.yml", "demographic.demonym"));
        List<String> fields = source.words("en/job.yml", "job.field");
        List<String> positions = source.words("en/job.yml", "job.position");
        List<String> seniorities = source.words("en/job.yml", "job.seniority");
        List<String> plain = product(fields, " ", positions);
        List<String> titles = new ArrayList<>(plain);
        for (int i = 0; i < plain.size(); i++) {
            titles.add(seniorities.get(i % seniorities.size()) + " " + plain.get(i));
        }
        lists.put(JOB_TITLE, titles);
        lists.put(JOB_FIELD, fields);
        lists.put(PROFESSION, source.words("en/company.yml", "company.profession"));
        lists.put(SKILL, source.words("en/job.yml", "job.key_skills"));
        lists.put(HOBBY, source.words("en/hobby.yml", "hobby.activity"));
    }

    private void englishPlaces(Map<Dict, List<String>> lists) {
        List<String> lastNames = source.words("en/name.yml", "name.last_name");
        List<String> roots = lastNames.stream()
                .filter(name -> name.matches("[A-Z][a-z]{2,7}"))
                .toList();
        List<String> cities = paired(roots, "", source.words("en/address.yml", "address.city_suffix"), 1);
        cities.addAll(paired(source.words("en/address.yml", "address.city_prefix"), roots));
        lists.put(CITY, cities);
        List<String> common =
                List.of("Street", "Avenue", "Road", "Lane", "Drive", "Court", "Way", "Place", "Square", "Hill", "Park");
        List<String> ways = source.words("en/address.yml", "address.street_suffix").stream()
                .filter(common::contains)
                .toList();
        lists.put(STREET, paired(lastNames, " ", ways, 3));
        lists.put(STATE, source.words("en/address.yml", "address.state"));
        lists.put(COUNTRY, source.words("en/country.yml", "country.name"));
        lists.put(
                COUNTRY_CODE,
                source.words("en/country.yml", "country.code2").stream()
                        .map(code -> code.toUpperCase(Locale.ROOT))
                        .toList());
        lists.put(TIME_ZONE, source.words("en/address.yml", "address.time_zone"));
    }

    private void englishBusiness(Map<Dict, List<String>> lists) {
        lists.put(COMPANY_SUFFIX, source.words("en/company.yml", "company.suffix"));
        lists.put(INDUSTRY, source.words("en/company.yml", "company.industry"));
        buzz(lists, "en/company.yml", BUZZ_ADJECTIVE, BUZZ_DESCRIPTOR, BUZZ_NOUN);
        lists.put(PITCH_VERB, source.words("en/company.yml", "company.bs.0"));
        lists.put(PITCH_ADJECTIVE, source.words("en/company.yml", "company.bs.1"));
        lists.put(PITCH_NOUN, source.words("en/company.yml", "company.bs.2"));
        commerce(lists, "en/commerce.yml");
        lists.put(COLOR, source.words("en/color.yml", "color.name"));
        lists.put(PAYMENT_METHOD, source.words("en/subscription.yml", "subscription.payment_methods"));
        lists.put(SUBSCRIPTION_PLAN, source.words("en/subscription.yml", "subscription.plans"));
        lists.put(CURRENCY_CODE, source.words("en/currency.yml", "currency.code"));
    }

    private void german(Map<Dict, List<String>> lists) {
        List<String> women = source.words("de.yml", "name.female_first_name");
        List<String> lastNames = source.words("de.yml", "name.last_name");
        names(lists, union(women, source.words("de.yml", "name.male_first_name")), lastNames);
        lists.put(FIRST_NAME_ASCII, Cleaning.ascii(Cleaning.withoutUmlauts(lists.getOrDefault(FIRST_NAME, women))));
        lists.put(LAST_NAME_ASCII, Cleaning.ascii(Cleaning.withoutUmlauts(lastNames)));
        lists.put(NAME_PREFIX, source.words("de.yml", "name.prefix"));
        List<String> roots = lastNames.stream()
                .filter(name -> name.matches("\\p{Lu}[\\p{Ll}]{3,7}"))
                .toList();
        lists.put(CITY, paired(roots, "", source.words("de.yml", "address.city_suffix"), 1));
        lists.put(
                STREET,
                source.words("de.yml", "address.street_root").stream()
                        .filter(street -> street.matches("[\\p{L} .-]+"))
                        .toList());
        lists.put(STATE, source.words("de.yml", "address.state"));
        lists.put(COUNTRY, source.words("de.yml", "address.country"));
        commerce(lists, "de.yml");
        lists.put(COLOR, source.words("de.yml", "color.name"));
        lists.put(ANIMAL, source.words("de.yml", "creature.animal.name"));
        lists.put(BOOK_TITLE, source.words("de.yml", "book.title"));
        lists.put(INGREDIENT, source.words("de.yml", "food.ingredients"));
        lists.put(COMPANY_SUFFIX, List.of("GmbH", "AG", "KG", "OHG", "GmbH & Co. KG"));
        lists.put(GENDER, List.of("weiblich", "männlich", "divers"));
    }

    private void french(Map<Dict, List<String>> lists) {
        names(lists, source.words("fr.yml", "name.first_name"), source.words("fr.yml", "name.last_name"));
        lists.put(NAME_PREFIX, source.words("fr.yml", "name.prefix"));
        lists.put(GENDER, source.words("fr.yml", "gender.binary_types"));
        lists.put(JOB_TITLE, source.words("fr.yml", "name.title.job"));
        lists.put(CITY, source.words("fr.yml", "address.city_name"));
        List<String> ways = source.words("fr.yml", "address.street_prefix").stream()
                .flatMap(way -> Stream.of(way.split(", ", -1)))
                .toList();
        lists.put(STREET, product(ways, " ", source.words("fr.yml", "address.street_suffix")));
        lists.put(STATE, source.words("fr.yml", "address.state"));
        lists.put(COMPANY_SUFFIX, source.words("fr.yml", "company.suffix"));
        lists.put(COLOR, source.words("fr.yml", "color.name"));
        lists.put(ANIMAL, source.words("fr.yml", "creature.animal.name"));
    }

    private void spanish(Map<Dict, List<String>> lists) {
        List<String> women = source.words("es.yml", "name.female_first_name");
        List<String> lastNames = source.words("es.yml", "name.last_name");
        names(lists, union(women, source.words("es.yml", "name.male_first_name")), lastNames);
        lists.put(NAME_PREFIX, source.words("es.yml", "name.prefix"));
        lists.put(
                JOB_TITLE,
                product(
                        source.words("es-MX.yml", "name.title.descriptor").stream()
                                .filter(word -> !word.equals("Relacciones"))
                                .toList(),
                        " de ",
                        source.words("es-MX.yml", "name.title.job")));
        lists.put(PROFESSION, source.words("es.yml", "company.profession"));
        lists.put(CITY, source.words("es.yml", "address.city_prefix"));
        List<String> ways = List.of("Avenida", "Calle", "Camino", "Paseo", "Plaza", "Ronda");
        lists.put(
                STREET,
                paired(
                        source.words("es.yml", "address.street_suffix").stream()
                                .filter(ways::contains)
                                .toList(),
                        lastNames));
        lists.put(STATE, source.words("es.yml", "address.state"));
        lists.put(COUNTRY, source.words("es.yml", "address.country"));
        lists.put(COMPANY_SUFFIX, source.words("es.yml", "company.suffix"));
        lists.put(INDUSTRY, source.words("es.yml", "company.industry"));
        lists.put(PAYMENT_METHOD, source.words("es.yml", "subscription.payment_methods"));
        lists.put(SUBSCRIPTION_PLAN, source.words("es.yml", "subscription.plans"));
    }

    private void buzz(Map<Dict, List<String>> lists, String file, Dict first, Dict second, Dict third) {
        lists.put(first, source.words(file, "company.buzzwords.0"));
        lists.put(second, source.words(file, "company.buzzwords.1"));
        lists.put(third, source.words(file, "company.buzzwords.2"));
    }

    private void commerce(Map<Dict, List<String>> lists, String file) {
        lists.put(DEPARTMENT, source.words(file, "commerce.department"));
        lists.put(PRODUCT_ADJECTIVE, source.words(file, "commerce.product_name.adjective"));
        lists.put(MATERIAL, source.words(file, "commerce.product_name.material"));
        lists.put(PRODUCT, source.words(file, "commerce.product_name.product"));
    }

    private static List<String> union(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Every word of the first list with every word of the second. */
    private static List<String> product(List<String> first, String separator, List<String> second) {
        return first.stream()
                .flatMap(a -> second.stream().map(b -> a + separator + b))
                .toList();
    }

    /** Every word of the first list with {@code times} words of the second, each used as often as another. */
    private static List<String> paired(List<String> first, String separator, List<String> second, int times) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < first.size() * times; i++) {
            pairs.add(first.get(i / times) + separator + second.get(i % second.size()));
        }
        return pairs;
    }

    /** Every word of the second list after a word of the first, each of those used as often as another. */
    private static List<String> paired(List<String> first, List<String> second) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < second.size(); i++) {
            pairs.add(first.get(i % first.size()) + " " + second.get(i));
        }
        return pairs;
    }
}
