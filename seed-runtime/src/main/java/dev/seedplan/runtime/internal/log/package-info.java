/**
 * What a run tells machines: one event on a line, in a file or on standard error, and in Java Flight Recorder.
 *
 * <p>What lives here writes events. What happens, and what people see of it, is elsewhere; docs/operations.md lists the events.
 */
@NullMarked
package dev.seedplan.runtime.internal.log;

import org.jspecify.annotations.NullMarked;
