package dev.seedplan.runtime.internal.rules;

import dev.seedplan.runtime.internal.meaning.Overrides;
import java.time.Instant;

/**
 * What values depend on besides the schema.
 *
 * @param seed the seed
 * @param at the instant that values call now
 * @param meanings what columns are about where their names would say something else
 */
public record ValueOptions(long seed, Instant at, Overrides meanings) {}
