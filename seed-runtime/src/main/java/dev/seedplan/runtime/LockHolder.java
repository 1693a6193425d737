package dev.seedplan.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a seeder at work on a database.
 *
 * @param pid the process id of its server process
 * @param role the role it is logged in as
 * @param name what it calls itself: since when, operating system's user, host and process, plan
 * @param address the client's address; null where the asking role may not see it, or there is none
 * @param since when it connected; null where the asking role may not see it
 * @param loading whether it writes rows, rather than holding the lock
 */
public record LockHolder(
        long pid,
        String role,
        String name,
        @Nullable String address,
        @Nullable Instant since,
        boolean loading) {

    /** {@return who holds the lock, since when, from where} */
    public String text() {
        return name + ", role " + role + (address == null ? "" : " from " + address)
                + (since == null ? "" : ", connected at " + since) + ", server process " + pid;
    }
}
