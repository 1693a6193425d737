/**
 * The annotation processor: checks seed plans against a schema snapshot, generates row classes and programs.
 *
 * <p>Stages, one package each: {@code schema} finds the snapshot of a package and types its columns, {@code plan} reads
 * a plan class into a model, {@code check} holds the model against the snapshot, {@code emit} writes Java and JSON,
 * {@code report} places messages. Here live the processor itself, which only decides what is looked at in which round,
 * and the catalogue of its errors.
 *
 * <p>Annotations are read by name: the processor depends on neither {@code seed-dsl} nor {@code seed-runtime}, so that
 * whoever puts it on a class path by mistake gets no second copy of either. Between rounds only names are kept, since a
 * compiler may give another element for the same class in the next one.
 */
@NullMarked
package dev.seedplan.processor;

import org.jspecify.annotations.NullMarked;
