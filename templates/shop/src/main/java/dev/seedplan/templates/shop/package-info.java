/** A plan for a shop, whose catalogue comes from files. */
package dev.seedplan.templates.shop;
