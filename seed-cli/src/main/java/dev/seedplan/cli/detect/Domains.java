package dev.seedplan.cli.detect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What business a schema is about, by what its tables are called. */
final class Domains {

    /** Fewer tables that fit say nothing. */
    private static final int FEWEST = 2;

    private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(
                "shop",
                List.of(
                        "product",
                        "order",
                        "order_item",
                        "order_line",
                        "line_item",
                        "cart",
                        "cart_item",
                        "basket",
                        "customer",
                        "coupon",
                        "promotion",
                        "shipment",
                        "product_variant",
                        "wishlist",
                        "refund",
                        "sku"));
        WORDS.put(
                "saas",
                List.of(
                        "organization",
                        "organisation",
                        "workspace",
                        "tenant",
                        "subscription",
                        "plan",
                        "membership",
                        "member",
                        "invitation",
                        "invite",
                        "api_key",
                        "billing_customer",
                        "feature_flag",
                        "webhook",
                        "usage",
                        "entitlement"));
        WORDS.put(
                "blog",
                List.of(
                        "post",
                        "article",
                        "comment",
                        "tag",
                        "author",
                        "blog",
                        "post_tag",
                        "category",
                        "media",
                        "newsletter",
                        "subscriber"));
        WORDS.put(
                "erp",
                List.of(
                        "invoice",
                        "supplier",
                        "vendor",
                        "purchase_order",
                        "warehouse",
                        "stock_move",
                        "employee",
                        "ledger",
                        "journal_entry",
                        "cost_center",
                        "department",
                        "payroll",
                        "asset",
                        "bill_of_material"));
        WORDS.put(
                "outdoor",
                List.of(
                        "trail",
                        "hike",
                        "route",
                        "peak",
                        "summit",
                        "trip",
                        "campsite",
                        "gear",
                        "gear_item",
                        "setup",
                        "setup_item",
                        "equipment",
                        "activity",
                        "tour",
                        "hut",
                        "climb",
                        "waypoint",
                        "track"));
    }

    private Domains() {}

    /** {@return the business with most tables that fit; {@code other} where none has two} */
    static Guess of(Names names) {
        Guess best = new Guess("other", List.of("no two tables are called as in " + String.join(", ", WORDS.keySet())));
        int most = FEWEST - 1;
        for (Map.Entry<String, List<String>> domain : WORDS.entrySet()) {
            List<String> tables = names.called(domain.getValue());
            if (tables.size() > most) {
                most = tables.size();
                best = new Guess(domain.getKey(), tables);
            }
        }
        return best;
    }
}
