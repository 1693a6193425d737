/**
 * Distributing assets over targets so that all bounds hold: as a flow with lower bounds, solved exactly. What is relaxed
 * where bounds contradict each other is found by cutting planes over the cuts of that flow. No file and no plan is known
 * here.
 */
@NullMarked
package dev.seedplan.content.distribute;

import org.jspecify.annotations.NullMarked;
