package dev.seedplan.runtime.internal.ledger;

/**
 * A run that is about to write.
 *
 * @param name a plan's class name, or what stands for it; runs of one name are versions of the same thing
 * @param version of what made the program
 * @param contract what decides its values
 * @param seed its seed
 * @param size the numbers that were asked for instead of the plan's own, for people; empty for none
 * @param atomic whether all is written in one transaction
 */
public record NewRun(String name, String version, RunContract contract, long seed, String size, boolean atomic) {}
