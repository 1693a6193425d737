/**
 * The PostgreSQL that the tests of this build run on.
 *
 * <p>{@link dev.seedplan.testkit.TestDatabase} gives a test a fresh database on a server that all tests of the JVM share:
 * the one that {@code SEEDPLAN_TEST_URL} names, else one in Docker, else an embedded one. Schemas and rows of tests do not
 * live here but with the tests.
 */
@NullMarked
package dev.seedplan.testkit;

import org.jspecify.annotations.NullMarked;
