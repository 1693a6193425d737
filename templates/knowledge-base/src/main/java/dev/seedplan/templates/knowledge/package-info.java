/** A plan for a knowledge base, whose articles are markdown files. */
package dev.seedplan.templates.knowledge;
