package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.Gen;
import dev.seedplan.Values;
import dev.seedplan.runtime.internal.types.Draws;
import java.math.BigDecimal;

/** What makes values about things: texts, files, numbers. */
final class ThingMakers {

    private final Meanings meanings;
    private final Cells cells;
    private final Texts texts;
    private final Network network;
    private final int year;

    ThingMakers(Meanings meanings, Cells cells, Texts texts, Network network, int year) {
        this.meanings = meanings;
        this.cells = cells;
        this.texts = texts;
        this.network = network;
        this.year = year;
    }

    /** {@return what makes a column's values} */
    Maker of(ColumnMeaning c) {
        return switch (c.meaning()) {
            case NAME -> (row, view) -> texts.name(c, row);
            case TITLE -> (row, view) -> texts.title(c, row);
            case SLUG -> (row, view) -> texts.slug(c, row, view);
            case COMMENT, REASON -> (row, view) -> texts.comment(c, row);
            case CONTENT -> (row, view) -> texts.content(c, row);
            case CODE -> (row, view) -> texts.code(c, row);
            case REFERENCE -> (row, view) -> texts.reference(c, row);
            case ERROR ->
                text(
                        c,
                        Values.anyOf(
                                Values.constant("connection timed out after 30 s"),
                                Values.constant("unexpected end of input"),
                                Values.constant("permission denied"),
                                Values.constant("resource not found")));
            case TAG -> text(c, Values.noun());
            case SKILL -> text(c, Values.skill());
            case HOBBY -> text(c, Values.hobby());
            case GENRE -> text(c, Values.genre());
            case INGREDIENT -> text(c, Values.ingredient());
            case DISH -> text(c, Values.dish());
            case ANIMAL -> text(c, Values.animal());
            case MATERIAL -> text(c, Values.material());
            case EMOJI -> text(c, Values.emoji());
            case LICENSE_PLATE -> text(c, Values.licensePlate());
            case VEHICLE_MAKE -> text(c, Values.vehicleMake());
            case BODY_HEIGHT -> (row, view) -> Numbers.bodyHeight(row);
            case BODY_WEIGHT -> (row, view) -> Numbers.bodyWeight(row);
            case DEPARTMENT -> text(c, Values.department());
            case INDUSTRY -> text(c, Values.industry());
            case PRODUCT_NAME -> text(c, Values.productName());
            case CATEGORY_NAME -> text(c, Values.productCategory());
            case PLAN_NAME -> text(c, Values.subscriptionPlan());
            case SKU -> text(c, Values.sku());
            case BARCODE -> text(c, Values.ean13());
            case ISBN -> text(c, Values.isbn13());
            case PAYMENT_METHOD -> text(c, Values.paymentMethod());
            case IBAN -> text(c, Values.iban());
            case BIC -> text(c, Values.bic());
            case CARD_NUMBER -> text(c, Values.creditCardNumber());
            case CARD_LAST4 -> text(c, Values.pattern("####"));
            case ACCOUNT_NUMBER -> text(c, Values.accountNumber());
            case COLOR -> (row, view) -> network.color(c, row);
            case URL -> text(c, Values.url());
            case IMAGE_URL -> text(c, Values.imageUrl());
            case DOMAIN -> text(c, Values.domainName());
            case IP -> (row, view) -> network.ip(c, row);
            case MAC_ADDRESS -> text(c, Values.macAddress());
            case PORT -> (row, view) -> (long) cells.at(Values.port(), row.of(c.column()));
            case USER_AGENT -> text(c, Values.userAgent());
            case HTTP_METHOD -> text(c, Values.httpMethod());
            case HTTP_STATUS -> (row, view) -> network.httpStatus(c, row);
            case MIME_TYPE -> (row, view) -> network.mimeType(c, row);
            case FILE_NAME -> (row, view) -> network.fileName(c, row);
            case FILE_PATH -> (row, view) -> network.filePath(c, row);
            case FILE_EXTENSION -> (row, view) -> network.extension(c, row);
            case FILE_SIZE -> (row, view) -> Numbers.fileSize(c, row);
            case HASH -> (row, view) -> network.hash(c, row);
            case PASSWORD_HASH -> text(c, Values.passwordHash());
            case TOKEN -> (row, view) -> network.token(c, row);
            case EXTERNAL_ID -> (row, view) -> network.externalId(c, row);
            case VERSION -> text(c, Values.version());
            case MONEY, MONEY_INT -> money(c);
            case PERCENTAGE -> (row, view) -> Numbers.percentage(c, row);
            case QUANTITY -> (row, view) -> Numbers.quantity(c, row);
            case COUNT -> (row, view) -> Numbers.count(c, row);
            case LIMIT -> (row, view) -> Numbers.limit(c, row);
            case POSITION -> (row, view) -> view.ordinal() + 1;
            case RATING -> (row, view) -> Numbers.rating(c, row);
            case SCORE -> (row, view) -> Numbers.score(c, row);
            case DURATION -> (row, view) -> Numbers.duration(c, row);
            case DIMENSION -> (row, view) -> Numbers.dimension(c, row);
            case WEIGHT -> (row, view) -> Numbers.weight(c, row);
            case YEAR ->
                (row, view) -> year
                        + (c.says("expires") ? 1 : -9)
                        + row.of("year:" + c.column()).below(10);
            case MONTH -> (row, view) -> 1 + row.of("month:" + c.column()).below(12);
            case DAY_OF_WEEK ->
                (row, view) -> 1 + row.of("weekday:" + c.column()).below(7);
            default -> throw new IllegalStateException("nothing makes " + c.meaning());
        };
    }

    /** {@return what makes amounts: a total is price times quantity where the table has both} */
    private Maker money(ColumnMeaning c) {
        boolean cents = c.meaning() == Meaning.MONEY_INT;
        Maker plain = cents ? (row, view) -> Numbers.cents(c, row) : (row, view) -> Numbers.money(c, row);
        ColumnMeaning quantity = meanings.first(Meaning.QUANTITY, "");
        ColumnMeaning price = meanings.columns().stream()
                .filter(other -> other.meaning() == c.meaning() && other.says("price") && !other.says("total"))
                .findFirst()
                .orElse(null);
        if (!c.says("total") || quantity == null || price == null || price.equals(c)) {
            return plain;
        }
        Maker one = cents ? (row, view) -> Numbers.cents(price, row) : (row, view) -> Numbers.money(price, row);
        Maker many = (row, view) -> Numbers.quantity(quantity, row);
        return (row, view) -> number(price, one, row, view).multiply(number(quantity, many, row, view));
    }

    private static BigDecimal number(ColumnMeaning column, Maker maker, Draws row, RowView view) {
        Object value =
                Fit.to(column.type(), view.has(column.column()) ? view.get(column.column()) : maker.make(row, view));
        return value instanceof Number n ? new BigDecimal(n.toString()) : BigDecimal.ZERO;
    }

    private Maker text(ColumnMeaning c, Gen<String> gen) {
        return (row, view) -> texts.of(gen, c, row);
    }
}
