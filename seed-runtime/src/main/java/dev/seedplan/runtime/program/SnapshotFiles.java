package dev.seedplan.runtime.program;

/**
 * The snapshot of a program's schema, as two resources of the project it belongs to.
 *
 * @param file the file that was taken from the database, relative to the project's resources
 * @param copy the text the row classes were made from, beside these classes
 */
public record SnapshotFiles(String file, String copy) {}
