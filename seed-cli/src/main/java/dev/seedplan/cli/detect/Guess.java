package dev.seedplan.cli.detect;

import java.util.List;

/**
 * What something is taken to be.
 *
 * @param name in one word or a few
 * @param evidence what says so, each a table, a column or a sentence
 */
record Guess(String name, List<String> evidence) {}
