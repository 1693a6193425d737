/** How an entry of a catalogue of errors becomes what a user catches; the catalogues stand beside what they are about. */
@NullMarked
package dev.seedplan.runtime.internal.refusal;

import org.jspecify.annotations.NullMarked;
