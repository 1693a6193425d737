package dev.seedplan.runtime;

import java.util.List;

/**
 * What became of a pool of content in a run.
 *
 * @param name its field of the plan
 * @param path where its files are looked for
 * @param assets how many assets it has, of those that are right
 * @param problems how many problems kept files, or assets of a file, out of it
 * @param rejected the first 20 of these, each with file, line and reason
 */
public record PoolHealth(String name, String path, int assets, int problems, List<String> rejected) {}
