/** The tables of the shop as Java; file and hash are written by {@code seedplan snapshot}. */
@SeedSchema(file = "seedplan/schema.json", hash = "657b6cc8359964692f61b595b7f1b17957d34259b934ad5ff4a9ab557047d348")
package dev.seedplan.templates.shop.db;

import dev.seedplan.SeedSchema;
