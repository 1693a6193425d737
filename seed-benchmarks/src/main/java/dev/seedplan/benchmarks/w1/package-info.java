/**
 * Workload W1, a blog of up to 3.1 million rows: the plan, the baselines as their own users would set them up, and the table of
 * ratios between them. The baselines' SQL is in the resources of the same name.
 */
@NullMarked
package dev.seedplan.benchmarks.w1;

import org.jspecify.annotations.NullMarked;
