/** The tables of workload W1 as Java. */
@SeedSchema(file = "seedplan/schema.json", hash = "241a345c30b72d382c2afe6a039247558ae46994a97b51885d6a5c0ea3ab9e68")
package dev.seedplan.benchmarks.w1.db;

import dev.seedplan.SeedSchema;
