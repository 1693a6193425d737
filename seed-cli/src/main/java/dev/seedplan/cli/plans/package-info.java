/**
 * The commands about plans: which there are on a class path, running one, looking at its rows.
 *
 * <p>What a plan does with its flags is the runtime's; here its classes are found and handed over.
 */
@NullMarked
package dev.seedplan.cli.plans;

import org.jspecify.annotations.NullMarked;
