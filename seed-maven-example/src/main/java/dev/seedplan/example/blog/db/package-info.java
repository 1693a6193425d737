/** The tables of the database as Java; file and hash are written by {@code seedplan snapshot}. */
@SeedSchema(file = "seedplan/schema.json", hash = "7f69b1e46b7ed19b2087c1edf835f8e1d14806f86636718acd646c8d8af1eae3")
package dev.seedplan.example.blog.db;

import dev.seedplan.SeedSchema;
