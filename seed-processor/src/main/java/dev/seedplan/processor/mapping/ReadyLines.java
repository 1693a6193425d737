package dev.seedplan.processor.mapping;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ready mappings to start from: for what tables of a kind usually hold, how its column may be called, and expressions of which
 * the first that the assets have fields for is taken.
 */
final class ReadyLines {

    /** How long an excerpt is where the column takes so much. */
    private static final int EXCERPT = 160;

    /** A thing: names of its column, and expressions for it, the best first. */
    private record Thing(List<String> columns, List<String> expressions) {

        static Thing of(String columns, String... expressions) {
            return new Thing(List.of(columns.split(" ", -1)), List.of(expressions));
        }
    }

    private static final Thing BODY = Thing.of("body body_md body_markdown content content_md text", "body", "text");
    private static final Thing HTML = Thing.of("body_html content_html html", "markdown_to_html(body)");
    private static final Thing SUMMARY = Thing.of(
            "excerpt summary teaser description",
            "summary | excerpt(body, EXCERPT)",
            "excerpt | excerpt(body, EXCERPT)",
            "description | excerpt(body, EXCERPT)",
            "excerpt(body, EXCERPT)",
            "summary",
            "description");
    private static final Thing LABELS = Thing.of("tags labels keywords", "tags | []", "labels | []", "keywords | []");
    private static final Thing CATEGORY = Thing.of("category topic section", "category", "topic", "section");
    private static final Thing STATUS = Thing.of("status state", "status", "state");
    private static final Thing PATH = Thing.of("source_path path source", "$path");
    private static final Thing MINUTES =
            Thing.of("read_minutes reading_minutes read_time reading_time", "read_time(body)");
    private static final Thing WORDS = Thing.of("word_count words", "word_count(body)");
    private static final Thing TITLE = Thing.of("title headline name", "title | title()", "name | title()", "title()");
    private static final Thing SLUG = Thing.of(
            "slug permalink handle",
            "slugify(slug | title | $filename)",
            "slugify(title | $filename)",
            "slugify(slug | name | $filename)",
            "slugify(name | $filename)",
            "slugify($filename)");

    private static final List<Thing> BLOG_POST = List.of(
            TITLE,
            SLUG,
            SUMMARY,
            BODY,
            HTML,
            LABELS,
            CATEGORY,
            STATUS,
            MINUTES,
            WORDS,
            PATH,
            Thing.of(
                    "published_at posted_at published_on date created_at",
                    "date | random_recent(30 days)",
                    "published | random_recent(30 days)",
                    "random_recent(30 days)"),
            Thing.of("featured is_featured", "featured | false"));

    private static final List<Thing> PAGE = List.of(
            TITLE,
            SLUG,
            SUMMARY,
            BODY,
            HTML,
            LABELS,
            STATUS,
            PATH,
            Thing.of("position sort_order rank", "position", "order", "weight"),
            Thing.of(
                    "updated_at modified_at updated_on",
                    "updated | random_recent(90 days)",
                    "date | random_recent(90 days)",
                    "random_recent(90 days)"));

    private static final List<Thing> USER = List.of(
            Thing.of("name full_name display_name", "name | full_name()", "full_name()"),
            Thing.of("first_name given_name", "first_name | first_name()", "first_name()"),
            Thing.of("last_name family_name surname", "last_name | last_name()", "last_name()"),
            Thing.of("email email_address mail", "email | unique(email())", "unique(email())"),
            Thing.of("username login handle nickname", "username | unique(username())", "unique(username())"),
            Thing.of("bio about", "bio | sentence()", "bio", "body", "sentence()"),
            Thing.of("avatar_url avatar picture_url", "avatar | image_url()", "image_url()"),
            Thing.of("job_title position", "job_title | job_title()", "role | job_title()", "job_title()"),
            Thing.of("city town", "city | city()", "city()"),
            Thing.of("country", "country | country()", "country()"),
            Thing.of("website homepage url", "website", "url"),
            Thing.of("phone phone_number", "phone | phone()", "phone()"),
            Thing.of("birthday date_of_birth born_on", "birthday", "birthday(18, 80)"),
            Thing.of("joined_at created_at", "joined | random_recent(365 days)", "random_recent(365 days)"));

    private static final List<Thing> PRODUCT = List.of(
            Thing.of("name title", "name | product_name()", "title | product_name()", "product_name()"),
            Thing.of("sku code article_number", "sku | unique(sku())", "unique(sku())"),
            Thing.of(
                    "slug handle permalink",
                    "slugify(name | $filename)",
                    "slugify(title | $filename)",
                    "slugify($filename)"),
            Thing.of("price unit_price amount", "price | price(5, 200)", "price(5, 200)"),
            Thing.of("currency currency_code", "currency | 'EUR'", "'EUR'"),
            Thing.of("description body details", "description", "text", "body"),
            SUMMARY,
            CATEGORY,
            LABELS,
            STATUS,
            Thing.of("brand maker manufacturer", "brand | company_name()", "company_name()"),
            Thing.of("stock quantity in_stock", "stock | random(0, 200)", "random(0, 200)"),
            Thing.of("weight weight_grams", "weight"),
            Thing.of("image_url picture_url image", "image", "picture", "image_url()"),
            Thing.of("ean gtin barcode", "ean | unique(ean13())", "unique(ean13())"),
            Thing.of("listed_at created_at", "date | random_recent(365 days)", "random_recent(365 days)"));

    private ReadyLines() {}

    /**
     * {@return for each column that a ready mapping knows of a table lines for it, the best first}
     *
     * @param name the constant of {@code Mapping.Ready}
     */
    static List<List<Line>> of(String name, Table table) {
        List<List<Line>> lines = new ArrayList<>();
        for (Thing thing : things(name)) {
            Optional<Column> column = thing.columns().stream()
                    .flatMap(wanted ->
                            table.columns().stream().filter(c -> c.name().equals(wanted)))
                    .findFirst();
            column.ifPresent(c -> lines.add(thing.expressions().stream()
                    .map(expression -> Parser.lines("\"" + c.name() + "\" = " + expression(expression, c))
                            .get(0))
                    .toList()));
        }
        return lines;
    }

    private static String expression(String text, Column column) {
        int most = column.type().maxLength();
        return text.replace("EXCERPT", Integer.toString(most < 0 ? EXCERPT : Math.min(most, EXCERPT)));
    }

    private static List<Thing> things(String name) {
        return switch (name) {
            case "BLOG_POST" -> BLOG_POST;
            case "PAGE" -> PAGE;
            case "USER" -> USER;
            case "PRODUCT" -> PRODUCT;
            default -> List.of();
        };
    }
}
