package dev.seedplan.runtime.shop;

import static dev.seedplan.Values.between;
import static dev.seedplan.Values.emailOf;
import static dev.seedplan.Values.fullName;
import static dev.seedplan.Values.productName;
import static dev.seedplan.Values.sentence;
import static dev.seedplan.Values.times;

import dev.seedplan.Draw;
import java.math.BigDecimal;

/** The row methods of the shop. */
class ShopPlan {

    void customers(Rows.CustomersRow c) {
        c.name(fullName());
        c.email(emailOf(c.name()).unique());
        c.joinedAt(times("2023-01-01", "2025-12-31"));
    }

    void products(Rows.ProductsRow p, Draw d) {
        p.name(productName());
        p.price(BigDecimal.valueOf(100 + d.row() * 7, 2));
    }

    void orders(Rows.OrdersRow o, Rows.CustomersRow customer, Draw d) {
        o.placedAt(between(customer.joinedAt(), d.now()));
        o.note(sentence().orNull(0.5));
    }

    void orderLines(Rows.OrderLinesRow l, Rows.OrdersRow order, Rows.ProductsRow product, Draw d) {
        l.quantity(1 + d.index() % 3);
    }

    void notes(Rows.NotesRow n, Rows.OrdersRow order, Rows.NotesRow parent) {
        n.body(sentence());
    }
}
