package dev.seedplan.processor.mapping;

/** A character of a mapping's text; both count from 0. */
record Position(int line, int column) {}
