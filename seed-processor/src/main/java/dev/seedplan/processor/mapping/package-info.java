/** The language of {@code @Mapping}: read, typed against asset and column, and turned into Java. Not: where it is called. */
@NullMarked
package dev.seedplan.processor.mapping;

import org.jspecify.annotations.NullMarked;
