package dev.seedplan.runtime.internal.solve;

import java.util.List;

/**
 * Why there is no row.
 *
 * @param conditions a set that contradicts, none of which can be spared: if {@code proven}
 * @param facts what each column would have to be, as sentences to show
 * @param proven whether it is shown that no row exists, rather than that none was found
 */
public record Conflict(List<Condition> conditions, List<String> facts, boolean proven) {}
