package dev.seedplan.templates.shop;

import dev.seedplan.Named;
import dev.seedplan.Required;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A product of {@code content/products.json}. */
record Product(
        @Required String sku,
        @Required String category,
        @Required String name,
        @Required BigDecimal price,
        Integer weight,
        String origin,
        List<String> labels,
        @Named("listed") LocalDate listedOn,
        @Required String text) {}
