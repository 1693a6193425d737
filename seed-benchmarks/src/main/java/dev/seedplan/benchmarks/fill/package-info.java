/** What {@code seedplan fill} costs: of a thousand tables beside their own DDL, and of many rows in little memory. */
@NullMarked
package dev.seedplan.benchmarks.fill;

import org.jspecify.annotations.NullMarked;
