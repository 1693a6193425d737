/**
 * {@code @Distribute} with its quotas and restrictions: read from a parameter, held against the asset's type and the
 * plan's methods. How a distribution is solved is the content module's matter, what is generated for it that of {@code
 * emit}.
 */
@NullMarked
package dev.seedplan.processor.distribute;

import org.jspecify.annotations.NullMarked;
