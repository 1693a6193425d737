/** The seed plan of the example blog. Its row classes are generated into {@code dev.seedplan.example.blog.db}. */
package dev.seedplan.example.blog;
