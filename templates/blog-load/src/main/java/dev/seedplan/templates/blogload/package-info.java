/** A plan that extends the example's plan from its jar. */
package dev.seedplan.templates.blogload;
