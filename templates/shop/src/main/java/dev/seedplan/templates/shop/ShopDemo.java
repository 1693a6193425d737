package dev.seedplan.templates.shop;

import static dev.seedplan.Values.between;
import static dev.seedplan.Values.city;
import static dev.seedplan.Values.emailOf;
import static dev.seedplan.Values.fullName;
import static dev.seedplan.Values.times;
import static dev.seedplan.Values.zipf;

import dev.seedplan.Assets;
import dev.seedplan.CsvRow;
import dev.seedplan.Draw;
import dev.seedplan.Mapping;
import dev.seedplan.Own;
import dev.seedplan.Per;
import dev.seedplan.Pick;
import dev.seedplan.Rows;
import dev.seedplan.SeedPlan;
import dev.seedplan.Shape;
import dev.seedplan.templates.shop.db.CategoriesRow;
import dev.seedplan.templates.shop.db.CustomersRow;
import dev.seedplan.templates.shop.db.OrderItemsRow;
import dev.seedplan.templates.shop.db.OrdersRow;
import dev.seedplan.templates.shop.db.ProductsRow;
import dev.seedplan.templates.shop.db.ReviewsRow;

/** A shop for tea and coffee: categories, products and what customers say of them come from files, orders are made. */
@SeedPlan(seed = 11, at = "2026-02-01T00:00:00Z")
public class ShopDemo {

    static final Assets<CsvRow> CATEGORIES = Assets.csv("content/categories.csv").keyedBy("slug");
    static final Assets<Product> PRODUCTS =
            Assets.json("content/products.json", Product.class).keyedBy("sku");
    static final Assets<CsvRow> PRAISE = Assets.csv("content/reviews/*.csv").keyedBy("id");

    @Rows(from = "CATEGORIES")
    @Mapping("""
            slug     = csv.slug
            name     = csv.name
            position = csv.position
            """)
    protected void categories(CategoriesRow c) {}

    @Rows(from = "PRODUCTS")
    @Own("category_slug")
    @Mapping("""
            sku           = json.sku where matches('[A-Z]{2}-[0-9]{3}')
            category_slug = json.category
            name          = json.name
            slug          = slugify(json.name)
            summary       = excerpt(json.text, 150)
            description   = markdown_to_html(json.text)
            price         = json.price where min(0.01) else skip
            weight_grams  = json.weight
            origin        = json.origin
            labels        = json.labels | []
            stock         = weighted('in_stock', 8, 'low', 2, 'sold_out', 1)
            listed_at     = json.listed | random_recent(60 days)
            """)
    protected void products(ProductsRow p, Product product) {}

    @Rows(value = 40, small = 8, large = 5_000)
    protected void customers(CustomersRow c) {
        c.name(fullName()).email(emailOf(c.name()).unique()).city(city());
        c.joinedAt(times("2024-01-01", "2025-12-31"));
    }

    @Mapping("""
            number = unique(orderNumber())
            note   = pick('Please ring twice.', 'Leave it with the neighbours.', '', '') | null
            """)
    protected void orders(
            OrdersRow o, @Per(min = 0, max = 6, shape = Shape.ZIPF) CustomersRow customer, Draw d) {
        o.placedAt(between(customer.joinedAt(), d.now()));
    }

    protected void orderItems(
            OrderItemsRow i, @Per(min = 1, max = 4) OrdersRow order, @Pick(distinct = true) ProductsRow product) {
        i.quantity(zipf(1, 6)).unitPrice(product.price());
    }

    protected void reviews(
            ReviewsRow r, @Per(min = 0, max = 5) ProductsRow product, @Pick(distinct = true) CustomersRow author, Draw d) {
        CsvRow praise = d.pick(PRAISE);
        r.rating(praise.integer("rating")).body(praise.text("body"));
        r.writtenAt(between(product.listedAt(), d.now()));
    }
}
