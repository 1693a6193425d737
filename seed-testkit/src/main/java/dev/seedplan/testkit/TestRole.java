package dev.seedplan.testkit;

/**
 * A role made for one test database, gone with it.
 *
 * @param name unique on the server; needs no quotes
 * @param password to log in with
 */
public record TestRole(String name, String password) {}
