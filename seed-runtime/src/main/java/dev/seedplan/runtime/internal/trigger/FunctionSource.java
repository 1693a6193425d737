package dev.seedplan.runtime.internal.trigger;

import dev.seedplan.schema.QName;

/**
 * The text of a function.
 *
 * @param name its name; functions may share one
 * @param language for example {@code plpgsql}
 * @param body as written
 */
record FunctionSource(QName name, String language, String body) {}
