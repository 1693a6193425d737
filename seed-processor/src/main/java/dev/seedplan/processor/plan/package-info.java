/** The model of a plan, and how it is read from a class and its ancestors. No rule about schemas lives here. */
@NullMarked
package dev.seedplan.processor.plan;

import org.jspecify.annotations.NullMarked;
