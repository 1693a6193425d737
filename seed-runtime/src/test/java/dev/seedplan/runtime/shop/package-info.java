/** A small plan in the form the processor generates, written by hand: the runtime is tested without the processor. */
package dev.seedplan.runtime.shop;
