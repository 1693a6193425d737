/** The tables of the knowledge base as Java; file and hash are written by {@code seedplan snapshot}. */
@SeedSchema(file = "seedplan/schema.json", hash = "e4867e85dcb1bd1bf2e585c7b4d68aaaab5757119bebf99dfb93f29474910c7f")
package dev.seedplan.templates.knowledge.db;

import dev.seedplan.SeedSchema;
