package dev.seedplan;

import dev.seedplan.internal.CheckedNumber;
import dev.seedplan.internal.Iban;
import dev.seedplan.internal.Numbers;
import dev.seedplan.internal.Patterns;
import dev.seedplan.internal.Piece;
import dev.seedplan.internal.Template;
import dev.seedplan.internal.Union;
import java.math.BigDecimal;
import java.util.List;

/** Companies, shops and money. Import {@link Values}, which has all of these. */
public abstract class BusinessValues extends PlaceValues {

    private static final LocalizedText COMPANY_NAME = Union.of(
            Template.of(Dict.LAST_NAME, " ", Dict.COMPANY_SUFFIX),
            Template.of(Dict.LAST_NAME, " & ", Dict.LAST_NAME, " ", Dict.COMPANY_SUFFIX));
    private static final LocalizedText INDUSTRY = Template.of(Dict.INDUSTRY);
    private static final LocalizedText CATCH_PHRASE =
            Template.of(Dict.BUZZ_ADJECTIVE, " ", Dict.BUZZ_DESCRIPTOR, " ", Dict.BUZZ_NOUN);
    private static final LocalizedText PITCH =
            Template.of(Dict.PITCH_VERB, " ", Dict.PITCH_ADJECTIVE, " ", Dict.PITCH_NOUN);
    private static final LocalizedText BUZZWORD = Template.of(Dict.BUZZ_NOUN);
    private static final LocalizedText DEPARTMENT = Template.of(Dict.JOB_FIELD);
    private static final LocalizedText PRODUCT_NAME =
            Template.of(Dict.PRODUCT_ADJECTIVE, " ", Dict.MATERIAL, " ", Dict.PRODUCT);
    private static final LocalizedText PRODUCT_CATEGORY = Template.of(Dict.DEPARTMENT);
    private static final LocalizedText MATERIAL = Template.of(Dict.MATERIAL);
    private static final LocalizedText COLOR = Template.of(Dict.COLOR);
    private static final LocalizedText PAYMENT_METHOD = Template.of(Dict.PAYMENT_METHOD);
    private static final LocalizedText SUBSCRIPTION_PLAN = Template.of(Dict.SUBSCRIPTION_PLAN);
    private static final UniqueText CURRENCY_CODE = Template.of(Dict.CURRENCY_CODE);
    private static final UniqueText SKU = Patterns.of("???-#####");
    private static final UniqueText ORDER_NUMBER = Patterns.of("ORD-%#######");
    private static final UniqueText PROMOTION_CODE = Patterns.of("????##");
    private static final UniqueText LICENSE_PLATE = Patterns.of("???-####");
    private static final UniqueText EAN13 = new CheckedNumber(List.of("2"), 11, CheckedNumber.Rule.GTIN);
    private static final UniqueText EAN8 = new CheckedNumber(List.of("2"), 6, CheckedNumber.Rule.GTIN);
    private static final UniqueText ISBN13 = new CheckedNumber(List.of("978"), 9, CheckedNumber.Rule.GTIN);
    private static final UniqueText CARD =
            new CheckedNumber(List.of("411111", "424242", "400000", "555555"), 9, CheckedNumber.Rule.LUHN);
    private static final LocalizedText IBAN = new Iban(null);
    private static final LocalizedText BIC = Template.byLanguage(bic("GB"), bic("DE"), bic("FR"), bic("ES"));
    private static final UniqueText ACCOUNT_NUMBER = Patterns.of("##########");
    private static final UniqueGen<BigDecimal> PRICE = new Numbers.Decimals(99, 99_999, 2);

    BusinessValues() {}

    /** {@return a company: {@code Adams & Becker LLC}} */
    public static LocalizedText companyName() {
        return COMPANY_NAME;
    }

    /** {@return an industry: {@code Computer Software}} */
    public static LocalizedText industry() {
        return INDUSTRY;
    }

    /** {@return what a company says of itself: {@code Adaptive zero tolerance paradigm}} */
    public static LocalizedText catchPhrase() {
        return CATCH_PHRASE;
    }

    /** {@return what a company promises: {@code streamline seamless markets}} */
    public static LocalizedText pitch() {
        return PITCH;
    }

    /** {@return a word of a brochure: {@code paradigm}} */
    public static LocalizedText buzzword() {
        return BUZZWORD;
    }

    /** {@return a department of a company: {@code Accounting}} */
    public static LocalizedText department() {
        return DEPARTMENT;
    }

    /** {@return a product: {@code Rustic Cotton Chair}} */
    public static LocalizedText productName() {
        return PRODUCT_NAME;
    }

    /** {@return a department of a shop: {@code Garden}} */
    public static LocalizedText productCategory() {
        return PRODUCT_CATEGORY;
    }

    /** {@return what a thing is made of: {@code Cotton}} */
    public static LocalizedText material() {
        return MATERIAL;
    }

    /** {@return a colour's name: {@code mint green}; see also {@link #hexColor}} */
    public static LocalizedText color() {
        return COLOR;
    }

    /** {@return a way to pay: {@code Credit card}} */
    public static LocalizedText paymentMethod() {
        return PAYMENT_METHOD;
    }

    /** {@return a subscription: {@code Starter}} */
    public static LocalizedText subscriptionPlan() {
        return SUBSCRIPTION_PLAN;
    }

    /** {@return a currency as ISO 4217: {@code EUR}} */
    public static UniqueText currencyCode() {
        return CURRENCY_CODE;
    }

    /** {@return a number of stock: {@code KTX-04711}} */
    public static UniqueText sku() {
        return SKU;
    }

    /** {@return the number of an order: {@code ORD-48151623}} */
    public static UniqueText orderNumber() {
        return ORDER_NUMBER;
    }

    /** {@return the code of a voucher: {@code QWER25}} */
    public static UniqueText promotionCode() {
        return PROMOTION_CODE;
    }

    /** {@return a number plate: {@code KTX-4711}} */
    public static UniqueText licensePlate() {
        return LICENSE_PLATE;
    }

    /** {@return a barcode of 13 digits with its check digit, from the numbers GS1 leaves to shops (02, 2x)} */
    public static UniqueText ean13() {
        return EAN13;
    }

    /** {@return a barcode of 8 digits with its check digit, from the numbers GS1 leaves to shops (02, 2x)} */
    public static UniqueText ean8() {
        return EAN8;
    }

    /** {@return the number of a book, 13 digits with its check digit; it may be a real book's} */
    public static UniqueText isbn13() {
        return ISBN13;
    }

    /**
     * {@return a card number of 16 digits with its check digit, which begins as the test numbers of payment services do:
     * 411111, 424242, 400000 or 555555}
     */
    public static UniqueText creditCardNumber() {
        return CARD;
    }

    /** {@return an account number of the language's country with right check digits: {@code DE89370400440532013000}} */
    public static LocalizedText iban() {
        return IBAN;
    }

    /** {@return a bank's code as ISO 9362, 8 characters; the last one, 0, is that of test codes} */
    public static LocalizedText bic() {
        return BIC;
    }

    /** {@return an account number of 10 digits} */
    public static UniqueText accountNumber() {
        return ACCOUNT_NUMBER;
    }

    /** {@return a price from 0.99 to 999.99} */
    public static UniqueGen<BigDecimal> price() {
        return PRICE;
    }

    /**
     * {@return a price with 2 digits after the point, each as likely as another}
     *
     * @param min the lowest, rounded to cents
     * @param max the highest, rounded to cents
     * @throws IllegalArgumentException if {@code min} is above {@code max}
     */
    public static UniqueGen<BigDecimal> price(double min, double max) {
        return new Numbers.Decimals(Math.round(min * 100), Math.round(max * 100), 2);
    }

    private static Object[] bic(String country) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        return new Object[] {new Piece.Symbols(letters, 4), country, new Piece.Symbols(letters, 1), "0"};
    }
}
