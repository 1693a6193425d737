/** Where a message goes and what it looks like; reading annotations together with the place of each value. */
@NullMarked
package dev.seedplan.processor.report;

import org.jspecify.annotations.NullMarked;
